#include "tests/scan/example_table.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/source_root.h"

namespace gongshi {
namespace {

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    text.replace(at, from.size(), to);
  }
}

std::vector<std::string> split(std::string row, std::size_t fields) {
  constexpr std::string_view kSeparator = " | ";
  std::vector<std::string> split;
  while (split.size() + 1 < fields) {
    const std::size_t end = row.find(kSeparator);
    if (end == std::string::npos) break;
    split.push_back(row.substr(0, end));
    row.erase(0, end + kSeparator.size());
  }
  replace_all(row, "⇥", "\t");
  replace_all(row, "⏎", "\n");
  split.push_back(row);
  return split;
}

}  // namespace

std::vector<ExampleRow> read_examples(const std::string& name, std::size_t fields) {
  std::ifstream in(source_root() / "tests/scan" / name);
  std::vector<ExampleRow> rows;
  std::string heading;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with('#')) heading = line;
    if (line.empty() || line.starts_with('#')) continue;
    rows.push_back({.line = number, .heading = heading, .fields = split(line, fields)});
    EXPECT_EQ(rows.back().fields.size(), fields) << name << ":" << number;
  }
  EXPECT_FALSE(rows.empty()) << name << " is not there, or has no rows";
  return rows;
}

}  // namespace gongshi
