#include "intake/papers/published_notice.h"

#include <gmock/gmock.h>

#include "tests/papers/sample_office.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

struct Change {
  const char* file;
  const char* bytes;  // null: gone
  ErrorKind kind;
  const char* says;
};

// Each is a site that is not the one that was published.
TEST(PublishedNoticeTest, AnotherSiteIsRefused) {
  const Change kChanges[] = {
      {kSamplePage, "办结后的一页", ErrorKind::Conflict, "它被改动过"},
      {kSamplePage, nullptr, ErrorKind::NotFound, "index.html"},
      {kSampleAttachment, "换过的附件", ErrorKind::Conflict,
       "附件“审批表.txt”与公示页上写的摘要不一致"},
      {"notices/sample-notice/attachments/多的.txt", "x", ErrorKind::Conflict, "附件“多的.txt”"},
      {"notices/sample-notice/print/index.html", "别的一页", ErrorKind::Conflict, "打印版"},
      {"notices/sample-notice/print/index.html", nullptr, ErrorKind::Conflict, "打印版"},
      {"notices/sample-notice/a\\b", "x", ErrorKind::Invalid, "不能放进文书包"},
  };
  for (const Change& change : kChanges) {
    const SampleOffice office;
    if (change.bytes == nullptr) {
      std::filesystem::remove(office.folder() / change.file);
    } else {
      office.write(change.file, change.bytes);
    }
    const auto files =
        published_notice(office.folder(), office.site().manifest.notices.front(), office.record());
    ASSERT_FALSE(files) << change.file;
    EXPECT_EQ(files.error().kind, change.kind) << files.error().message;
    EXPECT_THAT(files.error().message, HasSubstr(change.says));
  }
}

TEST(PublishedNoticeTest, ASiteThatWasBuiltAgainSaysHowToGetTheFirst) {
  const SampleOffice office;
  ManifestNotice notice = office.site().manifest.notices.front();
  ClosingRecord record = office.record();
  record.page_sha256 = std::string(64, 'a');
  const auto files = published_notice(office.folder(), notice, record);
  ASSERT_FALSE(files);
  EXPECT_EQ(files.error().kind, ErrorKind::Conflict);
  EXPECT_THAT(files.error().message,
              testing::AllOf(HasSubstr("是办结以后重新生成的"), HasSubstr("gongshi build --out")));
}

}  // namespace
}  // namespace gongshi
