#include "generator/check/selector.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace gongshi {
namespace {

const AwardId kCollective = *AwardId::parse("jiti");
const AwardId kWorker = *AwardId::parse("geren");

Candidate candidate() {
  Candidate candidate;
  candidate.award = kWorker;
  candidate.name = "甲县人民政府";
  candidate.facts = {{"level", "县处级正职"},
                     {"nature", "机关"},
                     {"honours", "全国先进个人 ；2022年“六优”优秀信访干部；劳动模范"}};
  return candidate;
}

struct Case {
  Selector selector;
  const char* column;  // "" for no match
};

Selector of(std::vector<std::string> levels, std::vector<std::string> natures,
            std::vector<std::string> honours, std::vector<std::string> endings) {
  return {.awards = {},
          .levels = std::move(levels),
          .natures = std::move(natures),
          .honours = std::move(honours),
          .endings = std::move(endings)};
}

TEST(SelectorTest, MatchesAWordOfAnyListAsWritten) {
  const Case cases[] = {
      {of({"县处级正职"}, {}, {}, {}), "level"},
      {of({"厅局级", "县处级正职"}, {}, {}, {}), "level"},
      {of({}, {"机关"}, {}, {}), "nature"},
      {of({}, {}, {"劳动模范"}, {}), "honours"},
      {of({}, {}, {"全国先进个人"}, {}), "honours"},
      {of({}, {}, {}, {"人民政府"}), "name"},
      {of({"厅局级"}, {"企业"}, {"劳动模范"}, {}), "honours"},
      {of({"县处级正职"}, {"机关"}, {"劳动模范"}, {"人民政府"}), "level"},
      {of({}, {}, {}, {}), ""},
      {of({"县处级"}, {}, {}, {}), ""},
      {of({"县处级正职 "}, {}, {}, {}), ""},
      {of({""}, {""}, {""}, {}), ""},
      {of({}, {"机 关"}, {}, {}), ""},
      {of({}, {}, {"先进个人"}, {}), ""},
      {of({}, {}, {"全国先进个人 ；2022年“六优”优秀信访干部"}, {}), ""},
      {of({}, {}, {}, {"甲县", "县委"}), ""},
  };
  for (const Case& c : cases) {
    const auto match = find_match(c.selector, candidate());
    EXPECT_EQ(match ? match->column : "", c.column);
  }
}

TEST(SelectorTest, ABlankFactMatchesNothing) {
  Candidate blank = candidate();
  blank.facts.clear();
  EXPECT_FALSE(find_match(of({"县处级正职"}, {"机关"}, {"劳动模范"}, {}), blank));
}

TEST(SelectorTest, AnAwardThatIsNotMeantMatchesNothing) {
  Selector selector = of({"县处级正职"}, {}, {}, {});
  selector.awards = {kCollective};
  EXPECT_FALSE(is_about(selector, kWorker));
  EXPECT_FALSE(find_match(selector, candidate()));
  selector.awards = {kCollective, kWorker};
  EXPECT_TRUE(is_about(selector, kWorker));
  EXPECT_EQ(find_match(selector, candidate())->word, "县处级正职");
}

}  // namespace
}  // namespace gongshi
