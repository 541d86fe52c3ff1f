#include "intake/papers/closing_papers.h"

#include <gmock/gmock.h>

#include "generator/notice/digest.h"
#include "intake/package/paper_names.h"
#include "intake/package/zip_package.h"
#include "intake/verify/papers_check.h"
#include "tests/papers/sample_office.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(ClosingPapersTest, EverythingIsInIt) {
  SampleOffice office;
  const auto zip = office.papers();
  ASSERT_TRUE(zip) << zip.error().message;
  const PaperFiles files = unpack(*zip).value();
  std::vector<std::string> names;
  for (const auto& [name, bytes] : files) names.push_back(name);
  EXPECT_THAT(names,
              testing::UnorderedElementsAre(
                  "SHA256SUMS", "公示情况报告.html", "异议登记表.xlsx", "异议登记表.csv",
                  "办结记录/closing.toml", "办结记录/checkpoint", "办结记录/closing.tlog-proof",
                  "公示原件/assets/site.css", "公示原件/notices/sample-notice/index.html",
                  "公示原件/notices/sample-notice/print/index.html",
                  "公示原件/notices/sample-notice/attachments/审批表.txt"));
  EXPECT_EQ(files.at("办结记录/closing.toml"), office.closing_toml());
  EXPECT_EQ(files.at("办结记录/checkpoint"), office.record().checkpoint);
  const std::string& csv = files.at("异议登记表.csv");
  EXPECT_THAT(csv, AllOf(HasSubstr("2017-000001-B"), HasSubstr("2017-000002-D"),
                         HasSubstr("\"'=经办甲\"")));
}

TEST(ClosingPapersTest, TheSameOfficeGivesTheSameBytes) {
  SampleOffice office;
  const std::string first = office.papers().value();
  EXPECT_EQ(office.papers().value(), first);
  // What the log holds more by now is not the closing's matter.
  ASSERT_TRUE(office.reg().append_closing(NoticeId::parse("other").value(), 0, "objections = 0\n",
                                          instant("2017-07-01T10:00:00+08:00")));
  EXPECT_EQ(office.papers().value(), first);
}

TEST(ClosingPapersTest, UnzipAndSha256sumCheckThem) {
  SampleOffice office;
  const TemporaryFolder work;
  work.write("p.zip", office.papers().value());
  const std::string checked =
      printed_by("cd '" + work.path().string() +
                 "' && LC_ALL=C.UTF-8 unzip -q p.zip && LC_ALL=C.UTF-8 sha256sum -c SHA256SUMS");
  EXPECT_THAT(checked, AllOf(HasSubstr("公示原件/notices/sample-notice/attachments/审批表.txt: OK"),
                             HasSubstr("异议登记表.xlsx: OK"), Not(HasSubstr("FAILED"))));
  EXPECT_EQ(std::count(checked.begin(), checked.end(), '\n'), 10);
}

// Neither the objector, nor what anybody wrote about the objection, in no file (DOMAIN I10).
TEST(ClosingPapersTest, NobodyWhoObjectedIsInThem) {
  SampleOffice office;
  const TemporaryFolder work;
  work.write("p.zip", office.papers().value());
  printed_by("cd '" + work.path().string() +
             "' && unzip -q p.zip && for x in *.xlsx; do unzip -q "
             "-o \"$x\" -d workbook; done");
  for (const char* secret : {"李·𬱖", "0351-0000000", "所列数据与实际不符", "所说不属实"}) {
    EXPECT_EQ(printed_by("grep -rlF '" + std::string(secret) + "' '" + work.path().string() + "'"),
              "")
        << secret;
  }
  EXPECT_THAT(printed_by("grep -rlF 2017-000001-B '" + work.path().string() + "'"),
              HasSubstr("workbook"))
      << "the search sees into the workbook";
}

TEST(ClosingPapersTest, WhatIsNotClosedHasNone) {
  SampleOffice office;
  const auto site = office.site();
  const auto strange =
      closing_papers(office.reg(), NoticeId::parse("other").value(), site, TemplateSet::embedded());
  ASSERT_FALSE(strange);
  EXPECT_EQ(strange.error().kind, ErrorKind::NotFound);
  EXPECT_THAT(strange.error().message, HasSubstr("网站里没有公示“other”"));

  SampleRegister open;
  const auto none = closing_papers(*open, sample_notice().id, site, TemplateSet::embedded());
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().kind, ErrorKind::NotFound);
  EXPECT_THAT(none.error().message, HasSubstr("先用 gongshi-desk close 办结"));
}

// What would not pass the check that readers make is not handed out.
TEST(ClosingPapersTest, ARecordThatDoesNotAddUpGivesNone) {
  SampleOffice office([](ClosingRecord& record) { record.named = 2; });
  const auto papers = office.papers();
  ASSERT_FALSE(papers);
  EXPECT_EQ(papers.error().kind, ErrorKind::Corrupt);
  EXPECT_THAT(papers.error().message, HasSubstr("实名与匿名合计却是 3"));
}

}  // namespace
}  // namespace gongshi
