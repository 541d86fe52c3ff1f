// The tables of examples in this folder, which a clerk can read and extend.
#ifndef TESTS_SCAN_EXAMPLE_TABLE_H_
#define TESTS_SCAN_EXAMPLE_TABLE_H_

#include <string>
#include <vector>

namespace gongshi {

struct ExampleRow {
  int line = 0;                     // in the table, for messages
  std::string heading;              // the comment line last seen: "# contact"
  std::vector<std::string> fields;  // separated by " | "; the last keeps its own separators
};

// Reads tests/scan/<name>; blank lines and comments carry no example. In the last field "⇥" becomes
// a tab and "⏎" a line end. Fails the test for a row of fewer fields, or a table without rows.
std::vector<ExampleRow> read_examples(const std::string& name, std::size_t fields);

}  // namespace gongshi

#endif  // TESTS_SCAN_EXAMPLE_TABLE_H_
