// Bytes of files that people attach.
#ifndef TESTS_FILING_SAMPLE_EVIDENCE_H_
#define TESTS_FILING_SAMPLE_EVIDENCE_H_

#include <string>
#include <vector>

namespace gongshi {

// A whole picture of one pixel.
std::string sample_png();

// A whole archive with empty members of these names.
std::string sample_archive(const std::vector<std::string>& names);

}  // namespace gongshi

#endif  // TESTS_FILING_SAMPLE_EVIDENCE_H_
