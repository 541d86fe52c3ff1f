#include "generator/check/trail.h"

#include <gtest/gtest.h>

#include "tests/check/two_levels.h"
#include "tests/check/variations.h"

namespace gongshi {
namespace {

const std::string kAtList = std::string(kSampleNotice) + ":7:14 ";

const std::string kConfirmed = "candidate = \"zhang-san\"\ndisposition = \"confirmed\"";

Variation result(const std::string& disposition) {
  return {kCityClosing, kConfirmed,
          "candidate = \"zhang-san\"\ndisposition = \"" + disposition + "\""};
}

const Variation kWithoutHim{kSampleNotice, "[\"zhang-san\", \"yi-ju\"]", "[\"yi-ju\"]"};
const Variation kSevers{kSampleCampaign, "title = \"示例评选\"\n",
                        "title = \"示例评选\"\nsever = true\n"};

TEST(TrailTest, WhoIsOutInAnEarlierStepStaysOut) {
  const CheckCase cases[] = {
      {{result("corrected")}, {}},
      {{result("cancelled")}, {kAtList + "candidate-was-cancelled"}},
      {{result("cancelled"), kSevers}, {kAtList + "candidate-was-cancelled"}},
      {{result("cancelled"), kWithoutHim}, {}},
      {{result("deferred")}, {kAtList + "candidate-was-cancelled"}},
      {{result("deferred"), kSevers}, {}},
      {{result("deferred"), kWithoutHim}, {}},
      // Removed while the notice ran; what the closing record says of him does not undo that.
      {{{kCityNotice, "[[review]]",
         "[[correction]]\nat = 2017-06-13T10:00:00+08:00\nwhat = \"取消\"\nkind = \"removal\"\n"
         "candidates = [\"zhang-san\"]\n[[review]]"}},
       {kAtList + "candidate-was-cancelled"}},
  };
  expect_problems(two_levels_done(), cases);
}

// What was put off may be taken up again: a second notice of the step that confirms him.
TEST(TrailTest, ALaterNoticeOfTheStepDecides) {
  std::string later = city_closing();
  const auto replace = [&later](const std::string& from, const std::string& to) {
    later.replace(later.find(from), from.size(), to);
  };
  replace("shiji-2017", "shiji-2017-b");
  replace("closed_at = 2017-06-19T09:30:00", "closed_at = 2017-06-19T11:00:00");
  replace("candidate = \"yi-ju\"\ndisposition = \"confirmed\"\n[[result]]\n", "");
  const std::string folder = "campaigns/pingxuan/notices/shiji-2017-b/";
  const Variation notice{folder + "notice.md", "", city_notice("candidates = [\"zhang-san\"]\n")};
  const CheckCase cases[] = {
      {{result("deferred"), notice, {folder + "closing.toml", "", later}}, {}},
      {{result("cancelled"), notice, {folder + "closing.toml", "", later}},
       {kAtList + "candidate-was-cancelled"}},
  };
  expect_problems(two_levels_done(), cases);
}

TEST(TrailTest, WhomTheTableCallsCancelledIsInNoRunningNotice) {
  const Variation cancelled{
      kSampleCandidates,
      "id,award,name,unit,post\nyi-ju,jiti,乙局,,\nzhang-san,geren,张𬱖,乙局,科长",
      "id,award,name,unit,post,candidacy\nyi-ju,jiti,乙局,,,\n"
      "zhang-san,geren,张𬱖,乙局,科长,cancelled"};
  const Variation removed{kSampleNotice, "[[review]]",
                          "[[correction]]\nat = 2017-06-22T10:00:00+08:00\nwhat = \"取消\"\n"
                          "kind = \"removal\"\ncandidates = [\"zhang-san\"]\n[[review]]"};
  const Variation closed{kSampleClosing, "", sample_closing()};
  const CheckCase cases[] = {
      {{cancelled}, {kAtList + "candidate-was-cancelled"}},
      {{cancelled, removed}, {}},
      {{cancelled, kWithoutHim}, {}},
      {{cancelled, closed}, {}},  // he was cancelled after it, or by it
  };
  expect_problems(sample_content(), cases);
}

TEST(TrailTest, NobodyComesInByTheSideDoor) {
  const Variation city_without_him{kCityNotice, "author", "candidates = [\"yi-ju\"]\nauthor"};
  const Variation no_result{kCityClosing, "[[result]]\n" + kConfirmed + "\n", ""};
  const std::string step = "title = \"市级公示\"\n";
  const Variation skipped{kSampleCampaign, step, step + "skipped_by = [\"省甲厅\"]\n"};
  const Variation his_unit{
      kSampleCandidates,
      "id,award,name,unit,post\nyi-ju,jiti,乙局,,\nzhang-san,geren,张𬱖,乙局,科长",
      "id,award,name,unit,post,recommended_by\nyi-ju,jiti,乙局,,,\n"
      "zhang-san,geren,张𬱖,乙局,科长,省甲厅"};
  const CheckCase cases[] = {
      {{city_without_him, no_result}, {kAtList + "candidate-not-in-earlier-step"}},
      {{city_without_him, no_result, kWithoutHim}, {}},
      {{city_without_him, no_result, his_unit}, {kAtList + "candidate-not-in-earlier-step"}},
      {{city_without_him, no_result, his_unit, skipped}, {}},
      // The lists of a step without a notice here are not known here.
      {{{kCityNotice, "", kRemoved},
        {kCityClosing, "", kRemoved},
        {kSampleCampaign, step, step + "completed = 2017-06-16\n"}},
       {}},
  };
  expect_problems(two_levels_done(), cases);
}

}  // namespace
}  // namespace gongshi
