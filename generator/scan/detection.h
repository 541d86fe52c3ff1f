// What a detector says of a place on a line. It holds the value itself and never leaves this box:
// scan_text() turns it into a Finding, which holds a digest.
#ifndef GENERATOR_SCAN_DETECTION_H_
#define GENERATOR_SCAN_DETECTION_H_

#include <cstddef>
#include <optional>
#include <string>

#include "generator/scan/finding.h"

namespace gongshi {

// Where the text will stand. A notice's contact block may hold what is a leak elsewhere.
enum class Zone { Page, ContactBlock };

struct Detection {
  FindingKind kind = FindingKind::ResidentId;
  Severity severity = Severity::Block;
  std::size_t at = 0;  // byte offset in the text the detector was given
  std::string value;   // without separators, letters upper case: one spelling for one value
  std::string masked;
};

// `runs` runs of digits are accounted for. Without a detection they are known to be harmless, and
// no other detector looks at them.
struct NumberMatch {
  std::size_t runs = 1;
  std::optional<Detection> detection;
};

}  // namespace gongshi

#endif  // GENERATOR_SCAN_DETECTION_H_
