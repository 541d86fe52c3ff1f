#include "intake/papers/report_page.h"

#include <gmock/gmock.h>

#include "tests/desk/sample_desk.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

ClosingRecord quiet_record() {
  const ManifestNotice notice = sample_notice();
  ClosingRecord record;
  record.notice = notice.id;
  record.opens = notice.opens;
  record.closes = notice.closes;
  record.working_days = 5;
  record.results = {{notice.candidates[0].id, Disposition::Confirmed},
                    {notice.candidates[1].id, Disposition::Cancelled}};
  record.page_sha256 = std::string(64, 'a');
  record.handler = "经办甲";
  record.approver = "审批乙";
  record.closed_at = instant("2017-06-29T10:00:00+08:00");
  return record;
}

std::string report(const ClosingRecord& record, const ManifestNotice& notice = sample_notice()) {
  const Manifest manifest = sample_manifest();
  const auto page = report_page(TemplateSet::embedded(), {.site = manifest.site,
                                                          .notice = notice,
                                                          .record = record,
                                                          .record_sha256 = std::string(64, 'c'),
                                                          .log = "demo.example/objections",
                                                          .leaf_index = 7});
  EXPECT_TRUE(page) << page.error().message;
  return page.value_or("");
}

TEST(ReportPageTest, SaysWhatTheRecordSays) {
  ManifestNotice notice = sample_notice();
  notice.channels = {{.kind = "phone", .value = "0351-4019050", .hours = "工作日"}};
  EXPECT_THAT(
      report(quiet_record(), notice),
      AllOf(HasSubstr("<h1>示例评选推荐对象公示情况报告</h1>"),
            HasSubstr("公示期为2017年6月21日至2017年6月27日24时（含当日），共5个工作日："
                      "2017年6月21日、6月22日、6月23日、6月26日、6月27日。"),
            HasSubstr("0351-4019050"), HasSubstr("公示对象共2个：通过1个、取消1个。"),
            HasSubstr("<th scope=\"row\">𬱖某</th><td data-label=\"单位\">示例单位</td>"),
            HasSubstr("经办：经办甲　　审批：审批乙"), HasSubstr("2017年6月29日"),
            HasSubstr(std::string(64, 'a')), HasSubstr(std::string(64, 'c')),
            HasSubstr("demo.example/objections 的第7条")));
}

TEST(ReportPageTest, ATitleThatIsNoNoticeGetsTheWord) {
  ManifestNotice notice = sample_notice();
  notice.title = "推荐名单";
  EXPECT_THAT(report(quiet_record(), notice), HasSubstr("<h1>推荐名单公示情况报告</h1>"));
}

TEST(ReportPageTest, StandsAlone) {
  const std::string page = report(quiet_record());
  EXPECT_THAT(page, AllOf(HasSubstr("@page { size: A4"), HasSubstr("--main: #0f4c81")));
  for (const char* reference : {"src=", "href=", "<script", "url("}) {
    EXPECT_THAT(page, Not(HasSubstr(reference)));
  }
}

TEST(ReportPageTest, MarkupInANameIsText) {
  ManifestNotice notice = sample_notice();
  notice.candidates[0].name = "<b>&";
  EXPECT_THAT(report(quiet_record(), notice), HasSubstr("&lt;b&gt;&amp;"));
}

struct Outcomes {
  std::vector<Count<Outcome>> by_outcome;
  bool clean;  // whether nothing was objected
  const char* says;
};

// DOMAIN 2.4, R22.
TEST(ReportPageTest, OnlyTheTrueSentenceStandsInIt) {
  const Outcomes kTable[] = {
      {{}, true, "公示期间未收到异议，公示无异议。"},
      {{{Outcome::Unfounded, 2}}, false, "公示期间收到异议2件，经核查不影响推荐。"},
      {{{Outcome::NotAccepted, 1}}, false, "公示期间收到异议1件"},
      {{{Outcome::Withdrawn, 1}}, false, "公示期间收到异议1件"},
      {{{Outcome::Upheld, 1}}, false, "其中1件经核查属实或部分属实"},
      {{{Outcome::Unfounded, 1}, {Outcome::PartlyUpheld, 1}}, false, "其中1件经核查属实或部分属实"},
      {{{Outcome::Unverifiable, 1}}, false, "其中1件无法核实"},
      {{{Outcome::Transferred, 1}}, false, "其中1件无法核实或已转有关机关"},
  };
  for (const Outcomes& row : kTable) {
    ClosingRecord record = quiet_record();
    record.by_outcome = row.by_outcome;
    for (const auto& count : row.by_outcome) record.objections += count.number;
    record.anonymous = record.objections;
    record.by_medium = {{Medium::Online, record.objections}};
    const std::string page = report(record);
    EXPECT_THAT(page, HasSubstr(row.says));
    EXPECT_EQ(page.find("公示无异议") != std::string::npos, row.clean) << row.says;
    EXPECT_EQ(page.find("未收到异议") != std::string::npos, row.clean) << row.says;
    EXPECT_EQ(page.find("逐件办理情况") != std::string::npos, !row.clean) << row.says;
  }
}

}  // namespace
}  // namespace gongshi
