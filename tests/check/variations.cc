#include "tests/check/variations.h"

#include <gtest/gtest.h>

namespace gongshi {

Checked load_and_check(const SourceTree& tree) {
  Diagnostics problems;
  const Content content = load_content(tree, problems);
  const CalendarSet calendars = read_calendars(content.calendars, problems);
  Checked checked = check_content(tree, content, calendars);
  checked.problems.insert(checked.problems.end(), problems.begin(), problems.end());
  return checked;
}

void expect_problems(const SourceTree& tree, std::span<const CheckCase> cases) {
  for (const CheckCase& c : cases) {
    SourceTree changed = tree;
    for (const Variation& change : c.changes) apply(change, changed);
    EXPECT_EQ(places_and_codes(load_and_check(changed).problems), c.problems)
        << c.changes.front().file << ": " << c.changes.front().to;
  }
}

}  // namespace gongshi
