// A small, good content folder in memory, and the one way tests spoil it: change one thing, see
// which problems come.
#ifndef TESTS_LOAD_SAMPLE_CONTENT_H_
#define TESTS_LOAD_SAMPLE_CONTENT_H_

#include <string>
#include <string_view>
#include <vector>

#include "generator/load/content.h"
#include "generator/load/source_tree.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

// One site, one campaign "pingxuan" with two candidates ("yi-ju" a collective, "zhang-san" a
// person) and three steps, one notice "gongshi-2017", one page.
SourceTree sample_content();

inline constexpr const char* kSampleSite = "site.toml";
inline constexpr const char* kSampleCalendar = "calendars/cn.toml";
inline constexpr const char* kSampleCampaign = "campaigns/pingxuan/campaign.toml";
inline constexpr const char* kSampleCriteria = "campaigns/pingxuan/criteria.md";
inline constexpr const char* kSampleCandidates = "campaigns/pingxuan/candidates.csv";
inline constexpr const char* kSampleDeeds = "campaigns/pingxuan/deeds/zhang-san.md";
inline constexpr const char* kSampleNotice = "campaigns/pingxuan/notices/gongshi-2017/notice.md";
inline constexpr const char* kSampleClosing =
    "campaigns/pingxuan/notices/gongshi-2017/closing.toml";
inline constexpr const char* kSamplePage = "pages/about.md";

// A good closing record for the sample's notice: three objections. Not part of sample_content().
std::string sample_closing();

// One change to the sample: the first `from` in `file` becomes `to`. An empty `from` replaces the
// whole file, or makes it; "\x7F" as `to` removes the file.
struct Variation {
  std::string file;
  std::string from;
  std::string to;
};
inline constexpr const char* kRemoved = "\x7F";

// Fails the test when `from` is not there: a table row that changes nothing proves nothing.
void apply(const Variation& variation, SourceTree& tree);

// "site.toml:1:8 missing-key", one per problem, sorted; the root folder is left out.
std::vector<std::string> places_and_codes(Diagnostics problems);

}  // namespace gongshi

#endif  // TESTS_LOAD_SAMPLE_CONTENT_H_
