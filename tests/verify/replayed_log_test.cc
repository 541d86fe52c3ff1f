#include "intake/verify/replayed_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/log/flip_bit.h"
#include "tests/verify/sample_public_log.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

TEST(ReplayedLogTest, ComputesEveryRootFromTheLeaves) {
  SamplePublicLog published;
  published.file(600);
  published.decide(3);
  const ReplayedLog log = published.replay();
  EXPECT_EQ(log.head().leaves, 601U);
  EXPECT_EQ(log.root(601), log.head().root);
  EXPECT_EQ(log.checkpoint(), published.checkpoint());
  ASSERT_EQ(log.leaves().size(), 601U);
  EXPECT_EQ(std::get<DecidedLeaf>(log.leaves().back()).ref, 3U);
  for (const std::size_t size : {0U, 1U, 255U, 256U, 257U, 600U}) {
    EXPECT_EQ(log.root(size), open_checkpoint(published.checkpoint(size), published.key())->root)
        << size;
  }
}

TEST(ReplayedLogTest, AnEmptyLogHolds) { EXPECT_EQ(SamplePublicLog().replay().head().leaves, 0U); }

// A property: no byte of any file of the log can change without being found.
TEST(ReplayedLogTest, EveryAlteredByteOfEveryFileIsFound) {
  SamplePublicLog published;
  published.file(257);
  const auto files = published.files();
  ASSERT_EQ(files.size(), 6U);
  for (const auto& [path, bytes] : files) {
    // Each byte of the small ones, some of the large.
    const std::size_t step = bytes.size() < 1000 ? 1 : 997;
    for (std::size_t at = 0; at < bytes.size(); at += step) {
      auto altered = files;
      flip_bit(altered[path], at * 8 + at % 8);
      const auto log = ReplayedLog::fetch(source_of(altered), published.key());
      ASSERT_FALSE(log) << path << " byte " << at;
      EXPECT_EQ(log.error().kind, ErrorKind::Invalid) << path << " byte " << at;
    }
  }
}

TEST(ReplayedLogTest, EveryMissingFileIsSaidToBeMissing) {
  SamplePublicLog published;
  published.file(257);
  const auto files = published.files();
  for (const auto& [path, bytes] : files) {
    auto fewer = files;
    fewer.erase(path);
    const auto log = ReplayedLog::fetch(source_of(fewer), published.key());
    ASSERT_FALSE(log) << path;
    EXPECT_EQ(log.error().kind, ErrorKind::NotFound) << path;
  }
}

TEST(ReplayedLogTest, SaysWhatIsNotTrue) {
  SamplePublicLog published;
  published.file(3);
  const auto says = [&](const std::map<std::string, std::string>& files, const NoteVerifier& key) {
    return ReplayedLog::fetch(source_of(files), key).error().message;
  };
  auto files = published.files();
  EXPECT_THAT(says(files, NoteSigner::random("other.example/log").verifier()),
              HasSubstr("不是日志 other.example/log 用这把公钥签名的"));

  files["checkpoint"] = published.checkpoint(2);
  files["tile/entries/000.p/2"] = files["tile/entries/000.p/3"];
  EXPECT_THAT(says(files, published.key()), HasSubstr("entries/000.p/2 的条数不对"));

  SamplePublicLog other = published;
  other.leaves[1] = other.leaves[0];
  files = other.files();
  files["checkpoint"] = published.checkpoint();
  EXPECT_THAT(says(files, published.key()), HasSubstr("有内容被改动、删除或增加"));

  other.leaves[1] = "something else";
  EXPECT_THAT(says(other.files(), published.key()), HasSubstr("第 1 条不是本日志的格式"));
}

}  // namespace
}  // namespace gongshi
