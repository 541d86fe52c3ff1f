// How the check tests work: load the good sample, change one thing, check it, and see exactly which
// problems come and where. The sample's calendar is real enough to count with.
#ifndef TESTS_CHECK_VARIATIONS_H_
#define TESTS_CHECK_VARIATIONS_H_

#include <span>
#include <string>
#include <vector>

#include "generator/check/check.h"
#include "tests/load/sample_content.h"

namespace gongshi {

// Loads and checks; the problems are those of all layers.
Checked load_and_check(const SourceTree& tree);

// A row: what was changed, and the problems that must come of it, as places_and_codes() spells
// them; no others.
struct CheckCase {
  std::vector<Variation> changes;
  std::vector<std::string> problems;
};

// `tree` is what the changes are applied to.
void expect_problems(const SourceTree& tree, std::span<const CheckCase> cases);

}  // namespace gongshi

#endif  // TESTS_CHECK_VARIATIONS_H_
