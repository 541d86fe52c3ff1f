#include "generator/check/tenures.h"

#include <gtest/gtest.h>

#include "tests/check/terms_sample.h"

namespace gongshi {
namespace {

constexpr const char* kTerms = R"([[tenure]]
title = "连续从事信访工作3年以上，近5年来未违纪"
awards = ["geren"]
years = 3
kind = "continuous"
clean_years = 5
[[tenure]]
title = "2018年以来未违纪"
clean_since = 2018-01-01
)";

// Published on 2017-06-21, so that five years go back to 2012-06-21.
constexpr const char* kCandidates =
    "id,award,name,unit,tenure_years,clean_since\n"
    "a,jiti,甲局,,,2018-01-01\n"
    "b,geren,张三,甲局,3,2012-06-21\n";

Variation person(const std::string& to) { return {kSampleCandidates, "3,2012-06-21", to}; }
Variation issued(const std::string& date) {
  return {kSampleCampaign, "title = \"示例评选\"\n",
          "title = \"示例评选\"\nissued = " + date + "\n"};
}

TEST(TenuresTest, TheOfficeHasConfirmedWhatTheRulesAsk) {
  const std::string years = at_candidate(3, 15, "tenure-unconfirmed");
  const std::string since = at_candidate(3, 16, "tenure-unconfirmed");
  const CheckCase cases[] = {
      {{person("4,2010-01-01")}, {}},
      {{person(",2012-06-21")}, {years}},
      // Two rules ask since when, and each says so.
      {{person("3,")},
       {at_candidate(3, 17, "tenure-unconfirmed"), at_candidate(3, 17, "tenure-unconfirmed")}},
      {{person(",")}, {years, since}},
      {{{kSampleCandidates, ",2018-01-01", ","}}, {at_candidate(2, 13, "tenure-unconfirmed")}},
      // Nobody asks a collective for years.
      {{{kSampleCandidates, ",,2018-01-01", ",1,2018-01-01"}}, {}},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
}

TEST(TenuresTest, FewerYearsAreTooShort) {
  const std::vector<std::string> short_of = {at_candidate(3, 15, "tenure-too-short")};
  const CheckCase cases[] = {
      {{person("2,2012-06-21")}, short_of},
      {{person("1,2012-06-21")}, short_of},
      {{person("100,2012-06-21")}, {}},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
}

TEST(TenuresTest, ACleanRecordGoesBackFarEnough) {
  const std::vector<std::string> short_of = {at_candidate(3, 17, "clean-record-too-short")};
  const CheckCase cases[] = {
      {{person("3,2012-06-22")}, short_of},
      {{{kSampleCandidates, "2018-01-01", "2018-01-02"}},
       {at_candidate(2, 13, "clean-record-too-short")}},
      // The day of announcement goes before that of publication.
      {{issued("2017-05-15"), person("3,2012-05-15")}, {}},
      {{issued("2017-05-15"), person("3,2012-05-16")}, short_of},
      {{issued("2016-02-29"), person("3,2011-02-28")}, {}},
      {{issued("2016-02-29"), person("3,2011-03-01")}, short_of},
  };
  expect_problems(sample_with(kTerms, kCandidates), cases);
}

TEST(TenuresTest, TheFirstPublicationCountsWhenNothingWasAnnounced) {
  const std::string path = "campaigns/pingxuan/notices/earlier/notice.md";
  const auto published = [&](const std::string& date, SourceTree tree) {
    tree.files[path] = tree.files[kSampleNotice];
    apply({path, "2017-06-21T00", date + "T00"}, tree);
    apply({path, "on = 2017-06-20", "on = 2017-06-01"}, tree);
    apply({path, "opens = 2017-06-21\ncloses = 2017-06-27\n", ""}, tree);
    return tree;
  };
  const SourceTree tree = sample_with(kTerms, kCandidates);
  EXPECT_EQ(places_and_codes(load_and_check(published("2017-06-23", tree)).problems),
            std::vector<std::string>());
  EXPECT_EQ(places_and_codes(load_and_check(published("2017-06-12", tree)).problems),
            std::vector{at_candidate(3, 17, "clean-record-too-short")});
}

TEST(TenuresTest, WithoutADayToCountFromTheYearsAreNotCounted) {
  SourceTree tree = sample_with(kTerms, kCandidates);
  apply({kSampleNotice, "", kRemoved}, tree);
  apply(person("3,2017-06-21"), tree);
  EXPECT_EQ(places_and_codes(load_and_check(tree).problems), std::vector<std::string>());
}

TEST(TenuresTest, WhoWasCancelledIsNotAskedAbout) {
  const std::string cancelled =
      "id,award,name,unit,candidacy\nb,geren,张三,甲局,cancelled\nc,jiti,甲局,,cancelled\n";
  EXPECT_EQ(places_and_codes(load_and_check(sample_with(kTerms, cancelled)).problems),
            (std::vector{still_on_list(), still_on_list()}));
}

TEST(TenuresTest, TheSentenceNamesTheColumnsToFillIn) {
  SourceTree tree = sample_with(kTerms, kCandidates);
  apply(person(","), tree);
  EXPECT_EQ(load_and_check(tree).problems.at(0).message,
            "“张三”是否符合“连续从事信访工作3年以上，近5年来未违纪”还没有确认；请核实后填上 "
            "tenure_years 和 clean_since");
}

}  // namespace
}  // namespace gongshi
