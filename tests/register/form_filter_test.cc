#include "intake/register/form_filter.h"

#include <gtest/gtest.h>

#include <string>

namespace gongshi {
namespace {

Sha256 form(int number) { return sha256("form " + std::to_string(number)); }

TEST(FormFilterTest, KnowsNothingAtFirst) {
  EXPECT_FALSE(FormFilter().may_hold(form(1)));
  EXPECT_FALSE(FormFilter().may_hold(Sha256{}));
}

// Over several layers, each of which fills up.
TEST(FormFilterTest, NeverForgetsAndSeldomErrs) {
  constexpr int kForms = 500'000;
  FormFilter filter;
  for (int i = 0; i < kForms; ++i) filter.add(form(i));
  for (int i = 0; i < kForms; ++i) ASSERT_TRUE(filter.may_hold(form(i))) << i;
  int errors = 0;
  for (int i = kForms; i < 2 * kForms; ++i) errors += filter.may_hold(form(i)) ? 1 : 0;
  EXPECT_LT(errors, kForms / 100);
  EXPECT_GT(errors, 0) << "there is more room than it should take";
}

}  // namespace
}  // namespace gongshi
