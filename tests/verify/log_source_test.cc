#include "intake/verify/log_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/http/sample_server.h"
#include "tests/verify/sample_public_log.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

TEST(LogSourceTest, AFolderIsRead) {
  const SampleFolder folder;
  SamplePublicLog log;
  log.file(2);
  log.write_to(folder.path());
  const LogSource source = open_log_source(folder.path().string()).value();
  EXPECT_EQ(source("checkpoint").value(), log.checkpoint());
  EXPECT_EQ(source("tile/0/000.p/2")->size(), 64U);
  EXPECT_EQ(source("tile/0/000").error().kind, ErrorKind::NotFound);
}

// The daemon itself.
TEST(LogSourceTest, AnAddressIsFetched) {
  SamplePortal sample;
  const RunningServer server(sample.open());
  const std::string host = "http://127.0.0.1:" + std::to_string(server.port());
  for (const char* folder : {"/log", "/log/"}) {
    const LogSource source = open_log_source(host + folder).value();
    EXPECT_THAT(source("checkpoint").value(), StartsWith(std::string(kSampleOrigin)));
    EXPECT_THAT(source("tile/0/000").error().message,
                AllOf(HasSubstr("取不到 " + host + "/log/tile/0/000"), HasSubstr("404")));
  }
  EXPECT_EQ(open_log_source(host).value()("log/key")->find(kSampleOrigin), 0U);
}

TEST(LogSourceTest, SaysWhyNot) {
  const LogSource nobody = open_log_source("http://127.0.0.1:1/log").value();
  EXPECT_EQ(nobody("checkpoint").error().kind, ErrorKind::Unavailable);
  EXPECT_THAT(nobody("checkpoint").error().message, HasSubstr("取不到 http://127.0.0.1:1/log"));
  EXPECT_EQ(open_log_source("ftp://example.org/log").error().kind, ErrorKind::Invalid);
}

}  // namespace
}  // namespace gongshi
