#include "generator/render/candidate_view.h"

#include <gmock/gmock.h>

#include "generator/load/candidate_columns.h"
#include "tests/render/page_json.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;

// Whatever public_fields ask for, what the office keeps to itself is on no page.
TEST(CandidateViewTest, NothingInternalReachesAnyFile) {
  SampleSite site;
  site.notice().closing = sample_closing();
  site.campaign().public_fields.clear();
  for (const CandidateColumn& column : candidate_columns()) {
    site.campaign().public_fields.emplace_back(column.name);
  }
  for (Candidate& candidate : site.campaign().candidates) {
    for (const CandidateColumn& column : candidate_columns()) {
      const bool internal = column.kind == ColumnClass::Internal;
      candidate.facts.emplace(column.name, internal ? "内部标记" : "公开标记");
    }
    candidate.rank = 918273;
    candidate.tenure_years = 918274;
    candidate.clean_since = parse_date("1918-02-07").value();
    candidate.consulted = {"内部标记"};
    candidate.consulted_by = candidate.quota_exemption = candidate.performance = "内部标记";
  }
  const auto files = site.files();
  EXPECT_THAT(files.at(kPersonPage), HasSubstr("公开标记"));
  for (const auto& [path, bytes] : files) {
    for (const char* kept : {"内部标记", "918273", "918274", "1918"}) {
      EXPECT_THAT(bytes, Not(HasSubstr(kept))) << path;
    }
  }
}

TEST(CandidateViewTest, FactsStandInTheOrderOfTheColumnsNotOfTheChoice) {
  SampleSite site;
  Candidate& candidate = site.campaign().candidates[3];
  candidate.facts = {{"gender", "男"}, {"education", "大学"}, {"ethnicity", "汉族"}};
  site.campaign().public_fields = {"education", "nature", "gender"};
  const Json facts = as_json(describe_facts(site.campaign(), candidate));
  EXPECT_EQ(facts,
            Json::parse(R"([{"title":"性别","value":"男"},{"title":"学历","value":"大学"}])"));
}

TEST(CandidateViewTest, OnlyARemovalRemoves) {
  SampleSite site;
  const Candidate& candidate = site.campaign().candidates[3];
  Notice& notice = site.notice();
  notice.corrections = {{.at = notice.published_at, .what = "x", .candidates = {candidate.id}}};
  for (const auto kind :
       {CorrectionKind::Slip, CorrectionKind::Substantive, CorrectionKind::Addition}) {
    notice.corrections.front().kind = kind;
    EXPECT_FALSE(is_removed(candidate, notice));
  }
  notice.corrections.front().kind = CorrectionKind::Removal;
  EXPECT_TRUE(is_removed(candidate, notice));
  EXPECT_FALSE(is_removed(site.campaign().candidates[4], notice));
}

TEST(CandidateViewTest, TheLastCorrectionThatNamesACandidateIsMarked) {
  SampleSite site;
  const Candidate& zhou = site.campaign().candidates[3];
  const auto at = [](const char* text) { return parse_instant(text).value(); };
  Notice& notice = site.notice();
  notice.corrections = {{.at = at("2017-06-23T10:00:00+08:00"), .what = "x"}};
  EXPECT_EQ(change_mark(site.model(), zhou, notice), "") << "about the notice as a whole";
  notice.corrections = {{.at = at("2017-06-23T10:00:00+08:00"),
                         .what = "x",
                         .kind = CorrectionKind::Slip,
                         .candidates = {zhou.id}},
                        {.at = at("2017-06-22T10:00:00+08:00"),
                         .what = "x",
                         .kind = CorrectionKind::Addition,
                         .candidates = {zhou.id}}};
  EXPECT_EQ(change_mark(site.model(), zhou, notice), "2017年6月23日更正");
  EXPECT_EQ(change_mark(site.model(), site.campaign().candidates[4], notice), "");
  notice.corrections.erase(notice.corrections.begin());
  EXPECT_EQ(change_mark(site.model(), zhou, notice), "2017年6月22日增加");
  notice.corrections.front().kind = CorrectionKind::Removal;
  EXPECT_EQ(change_mark(site.model(), zhou, notice), "2017年6月22日");
}

}  // namespace
}  // namespace gongshi
