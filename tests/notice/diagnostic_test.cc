#include "generator/notice/diagnostic.h"

#include <gtest/gtest.h>

#include "generator/notice/json.h"

namespace gongshi {
namespace {

Diagnostic problem(std::string file, int line, Level level, std::string code) {
  return {.place = {.file = std::move(file), .line = line, .column = 3},
          .level = level,
          .code = std::move(code),
          .message = "请改正"};
}

TEST(DiagnosticTest, PrintsAsEditorsReadIt) {
  EXPECT_EQ(to_text(problem("content/a.toml", 2, Level::Error, "missing-key")),
            "content/a.toml:2:3: error[missing-key]: 请改正");
  const Diagnostic whole{
      .place = {.file = "a"}, .level = Level::Warning, .code = "c", .message = "m"};
  EXPECT_EQ(to_text(whole), "a:1:1: warning[c]: m");
}

TEST(DiagnosticTest, SortsByPlaceAndSaysEachOnce) {
  Diagnostics problems = {problem("b", 1, Level::Error, "x"), problem("a", 10, Level::Error, "x"),
                          problem("a", 9, Level::Warning, "x"), problem("b", 1, Level::Error, "x")};
  sort_diagnostics(problems);
  ASSERT_EQ(problems.size(), 3U);
  EXPECT_EQ(problems[0].place.line, 9);
  EXPECT_EQ(problems[1].place.line, 10);
  EXPECT_EQ(problems[2].place.file, "b");
}

TEST(DiagnosticTest, OnlyErrorsAreErrors) {
  EXPECT_FALSE(has_errors(Diagnostics{problem("a", 1, Level::Warning, "x")}));
  EXPECT_TRUE(has_errors(Diagnostics{problem("a", 1, Level::Error, "x")}));
}

TEST(DiagnosticTest, JsonHasTheKeysOfTheContract) {
  const Diagnostics problems = {problem("a", 1, Level::Error, "x")};
  const Json list = Json::parse(to_json(problems));
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].dump(),
            R"({"file":"a","line":1,"column":3,"level":"error","code":"x","message":"请改正"})");
  EXPECT_EQ(to_json({}), "[]\n");
}

TEST(DiagnosticTest, APlaceCountsLinesAndCharacters) {
  const std::string text = "一二\n𬱖x\r\n";
  struct Case {
    std::size_t offset;
    int line;
    int column;
  };
  const Case cases[] = {{0, 1, 1}, {3, 1, 2}, {6, 1, 3}, {7, 2, 1}, {11, 2, 2}, {14, 3, 1}};
  for (const Case& c : cases) {
    EXPECT_EQ(place_at("x", text, c.offset),
              (Place{.file = "x", .line = c.line, .column = c.column}))
        << c.offset;
  }
}

}  // namespace
}  // namespace gongshi
