#include "generator/check/closings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/check/variations.h"

namespace gongshi {
namespace {

SourceTree closed_sample() {
  SourceTree tree = sample_content();
  tree.files[kSampleClosing] = sample_closing();
  return tree;
}

std::string at(const std::string& place_and_code) {
  return std::string(kSampleClosing) + ":" + place_and_code;
}

TEST(ClosingsTest, AGoodRecordIsNoProblem) {
  EXPECT_THAT(places_and_codes(load_and_check(closed_sample()).problems), testing::IsEmpty());
}

TEST(ClosingsTest, ARecordAgreesWithItsNoticeItsWindowAndItself) {
  const std::string file = kSampleClosing;
  const CheckCase cases[] = {
      {{{file, "gongshi-2017", "gongshi-2016"}}, {at("1:10 closing-wrong-notice")}},
      {{{file, "opens = 2017-06-21", "opens = 2017-06-20"}}, {at("2:9 closing-window-mismatch")}},
      {{{file, "closes = 2017-06-27", "closes = 2017-06-28"}},
       {at("3:10 closing-window-mismatch")}},
      {{{file, "working_days = 5", "working_days = 6"}}, {at("4:16 closing-window-mismatch")}},
      {{{file, "\"cn\"", "\"cn-gx\""}}, {at("5:12 closing-window-mismatch")}},
      {{{file, "closed_at = 2017-06-28T09:30:00", "closed_at = 2017-06-28T00:00:00"}}, {}},
      {{{file, "closed_at = 2017-06-28T09:30:00", "closed_at = 2017-06-27T23:59:59"}},
       {at("13:13 closing-too-early")}},
      {{{file, "phone = 1", "phone = 2"}}, {at("21:1 closing-counts")}},
      {{{file, "unfounded = 2", "unfounded = 1"}}, {at("24:1 closing-counts")}},
      {{{file, "named = 2", "named = 3"}}, {at("7:9 closing-counts")}},
      {{{file, "anonymous = 1", "anonymous = 0"}}, {at("7:9 closing-counts")}},
      {{{file, "[0, 4, 7]", "[0, 4]"}}, {at("9:16 closing-counts")}},
      {{{file, "[0, 4, 7]", "[0, 7, 4]"}}, {at("9:16 closing-counts")}},
      {{{file, "[0, 4, 7]", "[0, 4, 4]"}}, {at("9:16 closing-counts")}},
      {{{file, "[by_medium]\nphone = 1\nonline = 2\n", ""}}, {at("6:14 closing-counts")}},
      {{{file, "[[result]]\ncandidate = \"zhang-san\"\ndisposition = \"confirmed\"\n", ""}},
       {at("27:1 closing-results")}},
      {{{file, "candidate = \"yi-ju\"", "candidate = \"zhang-san\""}},
       {at("27:1 closing-results"), at("27:1 closing-results")}},
      {{{file, "赵六", "王五"}}, {at("12:12 closing-same-person")}},
      {{{file, "赵六", "\u3000王五 "}}, {at("12:12 closing-same-person")}},
  };
  expect_problems(closed_sample(), cases);
}

// A record that says nothing about objections is right when there were none.
TEST(ClosingsTest, NoObjectionsNeedNoCounts) {
  SourceTree tree = closed_sample();
  const Variation changes[] = {
      {kSampleClosing, "objections = 3\nnamed = 2\nanonymous = 1\nleaf_indices = [0, 4, 7]",
       "objections = 0\nnamed = 0\nanonymous = 0\nleaf_indices = []"},
      {kSampleClosing, "[by_medium]\nphone = 1\nonline = 2\n", ""},
      {kSampleClosing, "[by_outcome]\nunfounded = 2\nwithdrawn = 1\n", ""},
  };
  for (const Variation& change : changes) apply(change, tree);
  EXPECT_THAT(places_and_codes(load_and_check(tree).problems), testing::IsEmpty());
}

}  // namespace
}  // namespace gongshi
