// Rows of "change this in a file of the sample, and exactly these problems come of loading it".
#ifndef TESTS_LOAD_VARIATION_CASE_H_
#define TESTS_LOAD_VARIATION_CASE_H_

#include <gtest/gtest.h>

#include <span>
#include <string>
#include <vector>

#include "tests/load/sample_content.h"

namespace gongshi {

struct LoadCase {
  const char* from;
  const char* to;
  std::vector<std::string> problems;  // "line:column code", in the changed file
};

// Problems in other files are left out: a broken definition also breaks what refers to it.
inline void expect_load_problems(const SourceTree& tree, const std::string& file,
                                 std::span<const LoadCase> cases) {
  for (const LoadCase& c : cases) {
    SourceTree changed = tree;
    apply({.file = file, .from = c.from, .to = c.to}, changed);
    Diagnostics problems;
    load_content(changed, problems);
    std::vector<std::string> found;
    for (const std::string& problem : places_and_codes(problems)) {
      if (problem.starts_with(file + ":")) found.push_back(problem.substr(file.size() + 1));
    }
    EXPECT_EQ(found, c.problems) << c.from << " -> " << c.to;
  }
}

}  // namespace gongshi

#endif  // TESTS_LOAD_VARIATION_CASE_H_
