// The tables of tests/spec: rows of fields split by '|', and the rules that the rows are tagged
// with. Written for clerks to read; the tests are the only program that reads them.
#ifndef TESTS_CALENDAR_SPEC_TABLE_H_
#define TESTS_CALENDAR_SPEC_TABLE_H_

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/civil_time.h"

namespace gongshi {

struct SpecRow {
  std::vector<std::string> fields;
  std::string where;  // windows.txt:41
};

struct SpecTable {
  std::set<std::string> rules;  // declared by "规则 name meaning"
  std::vector<SpecRow> rows;
};

// Ends the test program when the file is not there or a row has not `fields` fields.
SpecTable read_spec(const std::string& name, std::size_t fields);

// What stands before and after "，截至": a field that may carry a knowledge date.
struct AsKnown {
  std::string field;
  std::optional<Date> known_on;
};
AsKnown split_known_on(const std::string& field);

}  // namespace gongshi

#endif  // TESTS_CALENDAR_SPEC_TABLE_H_
