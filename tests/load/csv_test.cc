#include "generator/load/csv.h"

#include <gtest/gtest.h>

#include "tests/load/sample_content.h"

namespace gongshi {
namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows texts(const std::vector<CsvRow>& rows) {
  Rows found;
  for (const CsvRow& row : rows) {
    found.emplace_back();
    for (const CsvCell& cell : row) found.back().push_back(cell.text);
  }
  return found;
}

TEST(CsvTest, ReadsWhatRfc4180Writes) {
  struct Case {
    const char* text;
    Rows rows;
  };
  const Case cases[] = {
      {"", {}},
      {"a", {{"a"}}},
      {"a\n", {{"a"}}},
      {"a,b\n1,2", {{"a", "b"}, {"1", "2"}}},
      {"a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}}},
      {"a,b\n1,2\r\n", {{"a", "b"}, {"1", "2"}}},
      {",\n,", {{"", ""}, {"", ""}}},
      {"\"a\",\"\"", {{"a", ""}}},
      {"\"a,b\"", {{"a,b"}}},
      {"\"a\"\"b\"", {{"a\"b"}}},
      {"\"\"\"\"", {{"\""}}},
      {"\"a\r\nb\"\nc", {{"a\r\nb"}, {"c"}}},
      {" a , b ", {{" a ", " b "}}},
      {"阿不力孜·买买提,𬱖", {{"阿不力孜·买买提", "𬱖"}}},
      {"a\n\n\r\nb\n\n", {{"a"}, {"b"}}},
  };
  for (const Case& c : cases) {
    Diagnostics problems;
    EXPECT_EQ(texts(read_csv(c.text, "content/x.csv", problems)), c.rows) << c.text;
    EXPECT_TRUE(problems.empty()) << c.text;
  }
}

TEST(CsvTest, RefusesWhatTwoProgramsCouldReadDifferently) {
  struct Case {
    const char* text;
    std::vector<std::string> problems;
    Rows rows;  // what still counts
  };
  const Case cases[] = {
      {"a\"b", {"x.csv:1:2 csv-quote"}, {}},
      {"a,b\n1,2\"\n", {"x.csv:2:4 csv-quote"}, {{"a", "b"}}},
      {"\"a\"b", {"x.csv:1:4 csv-quote"}, {}},
      {"\"a\" ,b", {"x.csv:1:4 csv-quote"}, {}},
      {" \"a\"", {"x.csv:1:2 csv-quote"}, {}},
      {"\"", {"x.csv:1:1 csv-quote"}, {}},
      {"a,b\n张,\"三\n四\n", {"x.csv:2:3 csv-quote"}, {{"a", "b"}}},
      {"\"a\"\"", {"x.csv:1:1 csv-quote"}, {}},
      {"a\rb", {"x.csv:1:2 csv-line-end"}, {}},
      {"a\n\rb", {"x.csv:2:1 csv-line-end"}, {{"a"}}},
      {"a,b\n1\n1,2", {"x.csv:2:1 csv-ragged-row"}, {{"a", "b"}, {"1", "2"}}},
      {"a,b\n1,2,3", {"x.csv:2:1 csv-ragged-row"}, {{"a", "b"}}},
      {"a,b\n\"1\n\",2,3\n1",
       {"x.csv:2:1 csv-ragged-row", "x.csv:4:1 csv-ragged-row"},
       {{"a", "b"}}},
  };
  for (const Case& c : cases) {
    Diagnostics problems;
    EXPECT_EQ(texts(read_csv(c.text, "content/x.csv", problems)), c.rows) << c.text;
    EXPECT_EQ(places_and_codes(problems), c.problems) << c.text;
  }
}

TEST(CsvTest, PlacesCountCharactersAndLines) {
  Diagnostics problems;
  const auto rows = read_csv("编号,名\n\"甲\n乙\",𬱖𬱖,\n张,三", "x.csv", problems);
  EXPECT_EQ(rows.at(0).at(1).place, (Place{.file = "x.csv", .line = 1, .column = 4}));
  EXPECT_EQ(rows.at(1).at(1).place, (Place{.file = "x.csv", .line = 4, .column = 3}));
  EXPECT_EQ(places_and_codes(problems), (std::vector<std::string>{"x.csv:2:1 csv-ragged-row"}));
}

TEST(CsvTest, ReadingStopsAtTheLimits) {
  std::string rows = "a,b\n";
  for (std::size_t i = 1; i < kCsvRowsMax; ++i) rows += i % 2 == 0 ? "1,2\n" : "\n1,2\n";
  Diagnostics problems;
  EXPECT_EQ(read_csv(rows, "x.csv", problems).size(), kCsvRowsMax);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(read_csv(rows + "1,2\n1\n", "x.csv", problems).size(), kCsvRowsMax);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].code, "csv-too-many-rows");

  problems.clear();
  const std::string wide(kCsvCellsMax - 1, ',');
  EXPECT_EQ(read_csv(wide + "\n", "x.csv", problems).at(0).size(), kCsvCellsMax);
  EXPECT_TRUE(problems.empty());
  EXPECT_TRUE(read_csv(wide + ",\n" + wide + "\n", "x.csv", problems).empty());
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].code, "csv-too-wide");
  EXPECT_EQ(problems[0].place.column, static_cast<int>(kCsvCellsMax) + 1);
}

}  // namespace
}  // namespace gongshi
