#include "generator/check/reviews.h"

#include <gtest/gtest.h>

#include "tests/check/variations.h"

namespace gongshi {
namespace {

std::string at(const std::string& place_and_code) {
  return std::string(kSampleNotice) + ":" + place_and_code;
}

TEST(ReviewsTest, SomebodyElseHasReadItBeforePublication) {
  const std::string review = "[[review]]\nby = \"李四\"\non = 2017-06-20\n";
  const std::string second = "[[review]]\nby = \"赵六\"\non = 2017-06-23\n";
  const CheckCase cases[] = {
      {{{kSampleNotice, review, ""}}, {at("1:1 review-missing")}},
      {{{kSampleNotice, review, ""}, {kSampleNotice, "author = \"孙七\"\n", ""}},
       {at("1:1 review-missing")}},
      {{{kSampleNotice, "author = \"孙七\"\n", ""}}, {at("1:1 author-missing")}},
      {{{kSampleNotice, "孙七", " \\u3000"}}, {at("8:10 author-missing")}},
      {{{kSampleNotice, "孙七", "李四"}}, {at("15:1 review-by-author")}},
      {{{kSampleNotice, "孙七", " 李四 "}}, {at("15:1 review-by-author")}},
      {{{kSampleNotice, "孙七", "赵六"}, {kSampleNotice, review, review + second}},
       {at("15:1 review-by-author")}},
      {{{kSampleNotice, "on = 2017-06-20", "on = 2017-06-21"}}, {}},
      {{{kSampleNotice, "on = 2017-06-20", "on = 2017-06-22"}},
       {at("15:1 review-after-publication")}},
      {{{kSampleNotice, review, review + second}}, {}},
      {{{kSampleNotice, review, second}}, {at("15:1 review-after-publication")}},
  };
  expect_problems(sample_content(), cases);
}

TEST(ReviewsTest, OnlyAMissingAuthorCanBeAnsweredFor) {
  SourceTree tree = sample_content();
  apply({kSampleNotice, "author = \"孙七\"\n", ""}, tree);
  EXPECT_FALSE(has_errors(load_and_check(tree).problems));
  apply({kSampleNotice, "[[review]]\nby = \"李四\"\non = 2017-06-20\n", ""}, tree);
  EXPECT_TRUE(has_errors(load_and_check(tree).problems));
}

}  // namespace
}  // namespace gongshi
