#include "generator/command/shortlist.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

void add(Diagnostics& problems, int count, const std::string& file, Level level,
         const std::string& code) {
  for (int line = 1; line <= count; ++line) {
    problems.push_back({.place = {.file = file, .line = line, .column = 1},
                        .level = level,
                        .code = code,
                        .message = "请改正"});
  }
}

TEST(ShortlistTest, FewProblemsAreAllShownInOrder) {
  Diagnostics problems;
  add(problems, 20, "a", Level::Error, "x");
  add(problems, 20, "a", Level::Warning, "y");
  add(problems, 20, "b", Level::Error, "x");
  sort_diagnostics(problems);
  const Shortlist list = shortlist(problems);
  ASSERT_EQ(list.shown.size(), problems.size());
  for (std::size_t i = 0; i < problems.size(); ++i) EXPECT_EQ(list.shown[i], &problems[i]);
  EXPECT_EQ(list.errors_left_out + list.warnings_left_out, 0U);
  EXPECT_TRUE(shortlist({}).shown.empty());
}

TEST(ShortlistTest, OfOneKindInOneFileTheFirstAreShown) {
  Diagnostics problems;
  add(problems, 1000, "a", Level::Error, "x");
  add(problems, 30, "a", Level::Warning, "y");
  add(problems, 3, "b", Level::Error, "x");
  sort_diagnostics(problems);
  const Shortlist list = shortlist(problems);
  EXPECT_EQ(list.shown.size(), 2 * kShownPerFileAndCode + 3);
  EXPECT_EQ(list.shown.at(2 * kShownPerFileAndCode - 1)->place.line, 20);
  EXPECT_EQ(list.errors_left_out, 1000 - kShownPerFileAndCode);
  EXPECT_EQ(list.warnings_left_out, 30 - kShownPerFileAndCode);
}

TEST(ShortlistTest, WarningsGoFirstAndTheRestIsCounted) {
  Diagnostics problems;
  for (int file = 100; file < 115; ++file) {
    add(problems, 10, std::to_string(file), Level::Warning, "w");
    add(problems, 10, std::to_string(file), Level::Error, "e");
  }
  sort_diagnostics(problems);
  Shortlist list = shortlist(problems);
  ASSERT_EQ(list.shown.size(), kShownMax);
  EXPECT_EQ(list.errors_left_out, 0U) << "150 errors, and room for 50 warnings";
  EXPECT_EQ(list.warnings_left_out, 100U);
  EXPECT_EQ(list.shown.back()->place.file, "114") << "still in the order of places";
  EXPECT_EQ(list.shown.back()->level, Level::Error);

  add(problems, 20, "x1", Level::Error, "e");
  add(problems, 20, "x2", Level::Error, "e");
  add(problems, 20, "x3", Level::Error, "e");
  sort_diagnostics(problems);
  list = shortlist(problems);
  EXPECT_EQ(list.shown.size(), kShownMax);
  EXPECT_EQ(list.errors_left_out, 10U);
  EXPECT_EQ(list.warnings_left_out, 150U);
}

}  // namespace
}  // namespace gongshi
