#include "generator/check/waivers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/check/variations.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

std::string waiver(const std::string& code, const std::string& candidate = "") {
  return "[[waiver]]\ncode = \"" + code + "\"\nreason = \"旧公示\"\nby = \"王五\"\n" +
         (candidate.empty() ? "" : "candidate = \"" + candidate + "\"\n");
}

// What is left of the problems of all layers.
Diagnostics left_over(const SourceTree& tree) {
  Diagnostics problems = load_and_check(tree).problems;
  Diagnostics ignored;
  apply_waivers(load_content(tree, ignored), problems);
  return problems;
}

void expect_left_over(const SourceTree& tree, std::span<const CheckCase> cases) {
  for (const CheckCase& c : cases) {
    SourceTree changed = tree;
    for (const Variation& change : c.changes) apply(change, changed);
    EXPECT_EQ(places_and_codes(left_over(changed)), c.problems) << c.changes.back().to;
  }
}

Variation in_notice(const std::string& text) {
  return {kSampleNotice, "[[review]]", text + "[[review]]"};
}

Variation in_campaign(const std::string& text) {
  return {kSampleCampaign, "[[award]]", text + "[[award]]"};
}

Variation in_site(const std::string& text) {
  return {kSampleSite, "[[footer]]", text + "[[footer]]"};
}

const Variation kWithoutAuthor{kSampleNotice, "author = \"孙七\"\n", ""};
const std::string kWarning = std::string(kSampleNotice) + ":1:1 author-missing";

TEST(WaiversTest, AWarningGoesSilentInTheFolderOfItsWaiver) {
  const CheckCase cases[] = {
      {{kWithoutAuthor}, {kWarning}},
      {{kWithoutAuthor, in_notice(waiver("author-missing"))}, {}},
      {{kWithoutAuthor, in_campaign(waiver("author-missing"))}, {}},
      {{kWithoutAuthor, in_notice(waiver("unused-file"))},
       {kWarning, std::string(kSampleNotice) + ":15:8 waiver-unused"}},
      // The site's waivers are for what is outside of campaigns/.
      {{kWithoutAuthor, in_site(waiver("author-missing"))},
       {kWarning, "site.toml:6:8 waiver-unused"}},
      {{{"notes.txt", "", "x"}, in_site(waiver("unused-file"))}, {}},
      {{{"campaigns/pingxuan/notes.txt", "", "x"}, in_campaign(waiver("unused-file"))}, {}},
      {{{"campaigns/pingxuan/notes.txt", "", "x"}, in_notice(waiver("unused-file"))},
       {"campaigns/pingxuan/notes.txt:1:1 unused-file",
        std::string(kSampleNotice) + ":16:8 waiver-unused"}},
  };
  expect_left_over(sample_content(), cases);
}

TEST(WaiversTest, AWaiverNamesAWarningThatIsThere) {
  const std::string at = std::string(kSampleNotice) + ":16:8 ";
  const CheckCase cases[] = {
      {{in_notice(waiver("author-missing"))}, {at + "waiver-unused"}},
      {{in_notice(waiver("author-mising"))}, {at + "waiver-unknown-code"}},
      {{in_notice(waiver("review-missing"))}, {at + "waiver-of-error"}},
      {{in_notice(waiver("unused-file"))}, {at + "waiver-unused"}},
      // An error of loading is no rule; it is known when it happens.
      {{{kSampleNotice, "\"shengji\"", "\"shenji\""}, in_notice(waiver("unknown-reference"))},
       {std::string(kSampleNotice) + ":3:8 unknown-reference", at + "waiver-of-error"}},
  };
  expect_left_over(sample_content(), cases);
  SourceTree tree = sample_content();
  apply(in_notice(waiver("author-mising")), tree);
  EXPECT_THAT(left_over(tree).at(0).message, HasSubstr("是不是“author-missing”？"));
}

// A named candidate's row and deeds, and nothing else.
TEST(WaiversTest, AWaiverForACandidateReachesNobodyElse) {
  SourceTree tree = sample_content();
  apply(in_campaign(waiver("author-missing", "zhang-san")), tree);
  Diagnostics ignored;
  const Content content = load_content(tree, ignored);
  const auto is_silent = [&](const Place& place) {
    Diagnostics problems = {
        {.place = place, .level = Level::Warning, .code = "author-missing", .message = "x"}};
    apply_waivers(content, problems);
    return problems.empty();
  };
  EXPECT_TRUE(is_silent({.file = "content/" + std::string(kSampleCandidates), .line = 3}));
  EXPECT_TRUE(is_silent({.file = "content/" + std::string(kSampleDeeds), .line = 7}));
  EXPECT_FALSE(is_silent({.file = "content/" + std::string(kSampleCandidates), .line = 2}));
  EXPECT_FALSE(is_silent({.file = "content/campaigns/pingxuan/deeds/yi-ju.md", .line = 1}));
  EXPECT_FALSE(is_silent({.file = "content/" + std::string(kSampleNotice), .line = 1}));
}

}  // namespace
}  // namespace gongshi
