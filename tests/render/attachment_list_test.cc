#include "generator/render/attachment_list.h"

#include <gmock/gmock.h>

#include "generator/notice/digest.h"
#include "generator/render/notice_page.h"
#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Key;
using testing::Not;
using testing::Pair;

constexpr const char* kFolder = "notices/shanxi-2017/attachments/";

Attachment attachment(const std::string& file, const std::string& title, FileType type,
                      const std::string& bytes) {
  return {.file = file, .title = title, .type = type, .bytes = bytes, .place = {}};
}

SampleSite with_attachments() {
  SampleSite site;
  site.notice().attachments = {
      attachment("附件1 <汇总>.xlsx", "推荐对象汇总表<b>", FileType::Workbook,
                 std::string(1536, '\0')),
      attachment("名单.csv", "名单.csv", FileType::Text, "姓名\r\n𬱖\r\n"),
  };
  return site;
}

TEST(AttachmentListTest, ThePageTellsTitleTypeSizeAndDigest) {
  const SampleSite site = with_attachments();
  const std::string page = site.files().at(kNoticePage);
  EXPECT_THAT(page, HasInOrder(std::vector<std::string>{
                        "<h2 id=\"attachments\">附件</h2>",
                        "href=\"../../notices/shanxi-2017/attachments/"
                        "%E9%99%84%E4%BB%B61%20%3C%E6%B1%87%E6%80%BB%3E.xlsx\">推荐对象汇总表&lt;b",
                        "（Excel 表格，1.5 KB）", hex(sha256(std::string(1536, '\0'))), "名单.csv",
                        "（CSV 表格，14字节）", hex(sha256("姓名\r\n𬱖\r\n"))}));
}

TEST(AttachmentListTest, WithoutAttachmentsThereIsNoHeading) {
  const SampleSite site;
  EXPECT_THAT(site.files().at(kNoticePage), Not(HasSubstr("attachments")));
}

TEST(AttachmentListTest, FilesArePublishedByteForByteUnderTheirNames) {
  const SampleSite site = with_attachments();
  const auto files = site.files();
  EXPECT_THAT(files,
              Contains(Pair(std::string(kFolder) + "附件1 <汇总>.xlsx", std::string(1536, '\0'))));
  EXPECT_THAT(files, Contains(Pair(std::string(kFolder) + "名单.csv", "姓名\r\n𬱖\r\n")));
}

TEST(AttachmentListTest, AWithdrawnNoticePublishesNone) {
  SampleSite site = with_attachments();
  site.notice().withdrawal = Withdrawal{.at = site.notice().published_at, .reason = "名单有误"};
  const auto files = site.files();
  for (const auto& [path, bytes] : files) EXPECT_FALSE(path.starts_with(kFolder)) << path;
  EXPECT_THAT(files.at(kNoticePage), Not(HasSubstr("推荐对象汇总表")));
}

TEST(AttachmentListTest, EveryTypeHasAWord) {
  SampleSite site;
  for (const FileType type :
       {FileType::Unknown, FileType::Pdf, FileType::Document, FileType::Workbook, FileType::Slides,
        FileType::Ofd, FileType::OpenDocument, FileType::Zip, FileType::Jpeg, FileType::Png,
        FileType::Html, FileType::Text}) {
    const std::string name = "x" + std::to_string(site.notice().attachments.size());
    site.notice().attachments.push_back(attachment(name, name, type, ""));
  }
  site.notice().attachments.push_back(attachment("x.csv", "x", FileType::Text, ""));
  EXPECT_THAT(site.files().at(kNoticePage), Not(HasSubstr("[file.")));
}

TEST(AttachmentListTest, SizesAreForPeople) {
  const SampleSite site;
  const std::pair<std::size_t, const char*> cases[] = {
      {0, "0字节"},     {1023, "1023字节"},          {1024, "1.0 KB"},      {1075, "1.0 KB"},
      {1076, "1.1 KB"}, {(1U << 20U) - 1, "1.0 MB"}, {1U << 20U, "1.0 MB"}, {32U << 20U, "32.0 MB"},
  };
  for (const auto& [bytes, words] : cases) {
    EXPECT_EQ(size_of(site.model().templates, bytes), words) << bytes;
  }
}

}  // namespace
}  // namespace gongshi
