// The sample for the rules about a campaign's terms: other candidates, and terms at its end.
#ifndef TESTS_CHECK_TERMS_SAMPLE_H_
#define TESTS_CHECK_TERMS_SAMPLE_H_

#include <optional>
#include <string>
#include <string_view>

#include "tests/check/variations.h"

namespace gongshi {

// `terms` begin on this line of campaign.toml.
inline constexpr int kTermsLine = 29;

// The sample with `terms` after its campaign.toml, and the candidates of `csv` (with its header)
// instead of its own, each with deeds and all of them on the list of its notice.
SourceTree sample_with(std::string_view terms, std::string_view csv);

// "campaigns/pingxuan/campaign.toml:29:1 code", as CheckCase wants it.
std::string at_terms(int line, std::string_view code);
// The same of candidates.csv.
std::string at_candidate(int line, int column, std::string_view code);
// The same of the list of the notice.
std::string at_list(std::string_view code);
// What the list has to do with a candidate that is cancelled there: the only problem that is left.
std::string still_on_list();

// A row of the table of quotas, of one unit.
Quota quota_row(std::string_view unit, const AwardId& award, std::optional<int> awards,
                std::optional<int> recommends);

}  // namespace gongshi

#endif  // TESTS_CHECK_TERMS_SAMPLE_H_
