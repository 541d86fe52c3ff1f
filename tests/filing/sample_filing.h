// A manifest with one notice, and forms to file against it.
#ifndef TESTS_FILING_SAMPLE_FILING_H_
#define TESTS_FILING_SAMPLE_FILING_H_

#include <string>
#include <string_view>

#include "generator/notice/manifest.h"
#include "intake/filing/objection_form.h"

namespace gongshi {

inline constexpr std::string_view kSampleNotice = "shanxi-2017";
inline constexpr std::string_view kSampleCandidate = "zhang-san";
inline constexpr std::string_view kSampleFormId = "a-program-of-its-own-0001";

// "2017-06-22T09:00:00+08:00" and the like; fails the test when it is none.
Instant at(std::string_view instant);

// One notice, published 2017-06-21 09:00, open to the end of 2017-06-27, with two candidates.
ManifestNotice sample_notice();
Manifest sample_manifest();

// Right in every field: named, about the first candidate.
SentForm sample_form();
// The same with one field changed.
SentForm sample_form_with(std::string_view field, std::string value);

// What sample_form() parses to.
ParsedForm sample_parsed();

}  // namespace gongshi

#endif  // TESTS_FILING_SAMPLE_FILING_H_
