#include "tests/calendar/spec_table.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <utility>

#include "generator/notice/utf8.h"
#include "tests/source_root.h"

namespace gongshi {
namespace {

std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> fields;
  for (;;) {
    const std::size_t bar = line.find('|');
    fields.emplace_back(trim_blanks(line.substr(0, bar)));
    if (bar == std::string_view::npos) return fields;
    line.remove_prefix(bar + 1);
  }
}

[[noreturn]] void give_up(const std::string& where, const char* why) {
  std::cerr << where << ": " << why << '\n';
  std::abort();
}

}  // namespace

SpecTable read_spec(const std::string& name, std::size_t fields) {
  std::ifstream in(source_root() / "tests/spec" / name);
  if (!in) give_up(name, "is not there");
  constexpr std::string_view kRule = "规则 ";
  SpecTable table;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    const std::string where = name + ":" + std::to_string(number);
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with(kRule)) {
      table.rules.insert(line.substr(kRule.size(), line.find(' ', kRule.size()) - kRule.size()));
      continue;
    }
    SpecRow row{.fields = split(line), .where = where};
    if (row.fields.size() != fields) give_up(where, "has another number of fields");
    table.rows.push_back(std::move(row));
  }
  return table;
}

AsKnown split_known_on(const std::string& field) {
  constexpr std::string_view kMark = "，截至";
  const std::size_t mark = field.find(kMark);
  if (mark == std::string::npos) return {.field = field, .known_on = std::nullopt};
  return {.field = field.substr(0, mark),
          .known_on = parse_date(field.substr(mark + kMark.size())).value()};
}

}  // namespace gongshi
