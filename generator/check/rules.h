// Every rule that the checks enforce: one table, so that its rows can be read, counted and proved.
// Turning a warning into an error is a change of one word here.
#ifndef GENERATOR_CHECK_RULES_H_
#define GENERATOR_CHECK_RULES_H_

#include <span>
#include <string>
#include <string_view>

#include "generator/notice/diagnostic.h"

namespace gongshi {

struct Rule {
  std::string_view code;     // of its diagnostics
  Level level;               // what breaking it is
  std::string_view source;   // the rule of DOMAIN 2.7 that it enforces
  std::string_view meaning;  // what must hold
  std::string_view hint;  // how to mend it, in general; a diagnostic's sentence says what is wrong
};

// In the order of their sources.
std::span<const Rule> rules();

// Null when the table has none of that code.
const Rule* find_rule(std::string_view code);

// The hint with the rule's source, and whether a [[waiver]] can silence it: warnings can be waived,
// errors cannot.
std::string hint_of(const Rule& rule);

// Adds a diagnostic at the level that the table gives `code`. Requires that the table has it.
void report_rule(Diagnostics& problems, const Place& place, std::string_view code,
                 std::string message);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_RULES_H_
