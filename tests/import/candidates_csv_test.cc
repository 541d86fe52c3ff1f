#include "generator/import/candidates_csv.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

ImportedCandidate person(const std::string& name, const std::string& remarks = "") {
  ImportedCandidate candidate{.kind = AwardKind::Individual, .cells = {{"name", name}}};
  if (!remarks.empty()) candidate.cells["remarks"] = remarks;
  return candidate;
}

TEST(CandidatesCsvTest, NumbersEachAwardByItself) {
  const ImportedCandidate unit{.kind = AwardKind::Collective, .cells = {{"name", "甲局"}}};
  const ImportedCandidate all[] = {person("张三"), unit, person("李四")};
  EXPECT_EQ(candidates_csv(all, {.collective = "jiti", .individual = "geren"}),
            "id,award,name\ngeren-1,geren,张三\njiti-1,jiti,甲局\ngeren-2,geren,李四\n");
  EXPECT_EQ(candidates_csv(all, {.collective = "a", .individual = "a"}),
            "id,award,name\na-1,a,张三\na-2,a,甲局\na-3,a,李四\n");
}

TEST(CandidatesCsvTest, QuotesWhatTheFormatNeeds) {
  const ImportedCandidate all[] = {person("张三", "甲,乙"), person("李四", "说\"好\"\n再说"),
                                   person("王五")};
  EXPECT_EQ(candidates_csv(all, {}),
            "id,award,name,remarks\nindividual-1,individual,张三,\"甲,乙\"\n"
            "individual-2,individual,李四,\"说\"\"好\"\"\n再说\"\nindividual-3,individual,王五,\n");
}

}  // namespace
}  // namespace gongshi
