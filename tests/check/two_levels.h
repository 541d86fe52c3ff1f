// The sample with a city's publicity in front of the provincial one: what the checks of the course
// are about.
#ifndef TESTS_CHECK_TWO_LEVELS_H_
#define TESTS_CHECK_TWO_LEVELS_H_

#include <string>

#include "tests/load/sample_content.h"

namespace gongshi {

inline constexpr const char* kCityNotice = "campaigns/pingxuan/notices/shiji-2017/notice.md";
inline constexpr const char* kCityClosing = "campaigns/pingxuan/notices/shiji-2017/closing.toml";

// Without a notice for the new step "shiji": the sample's own notice comes too early.
SourceTree two_levels();

// The same with a notice of the step, closed on 2017-06-19 with both candidates confirmed.
SourceTree two_levels_done();

// Runs from 2017-06-12 to 2017-06-16. `more` goes in front of its tables.
std::string city_notice(const std::string& more = "");
std::string city_closing();

}  // namespace gongshi

#endif  // TESTS_CHECK_TWO_LEVELS_H_
