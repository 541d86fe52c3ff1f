#include "generator/check/reviews.h"

#include <gtest/gtest.h>

#include "tests/check/variations.h"

namespace gongshi {
namespace {

TEST(ReviewsTest, ANoticeWithoutAReviewIsAWarning) {
  const CheckCase cases[] = {
      {{{kSampleNotice, "[[review]]\nby = \"李四\"\non = 2017-06-20\n", ""}},
       {std::string(kSampleNotice) + ":1:1 review-missing"}},
  };
  expect_problems(sample_content(), cases);
  SourceTree tree = sample_content();
  apply(cases[0].changes[0], tree);
  EXPECT_FALSE(has_errors(load_and_check(tree).problems));
}

}  // namespace
}  // namespace gongshi
