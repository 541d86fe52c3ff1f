#include "intake/http/problem.h"

#include <gtest/gtest.h>

#include <set>

namespace gongshi {
namespace {

TEST(ProblemTest, EachHasAStatusAndACodeOfItsOwn) {
  std::set<int> statuses;
  std::set<std::string_view> codes;
  for (const Problem problem : kAllProblems) {
    EXPECT_LE(400, status_of(problem));
    EXPECT_LT(status_of(problem), 600);
    statuses.insert(status_of(problem));
    codes.insert(code_of(problem));
  }
  EXPECT_EQ(statuses.size(), kAllProblems.size());
  EXPECT_EQ(codes.size(), kAllProblems.size());
}

}  // namespace
}  // namespace gongshi
