// What every page says while the daemon runs on a clock of its own.
#ifndef INTAKE_HTTP_DEMONSTRATION_H_
#define INTAKE_HTTP_DEMONSTRATION_H_

#include <string>

#include "generator/notice/civil_time.h"

namespace gongshi {

struct Demonstration {
  std::string banner;  // the sentence that says which time it is here
  Instant now;         // so that the script of a page reckons with this time, not the reader's
};

}  // namespace gongshi

#endif  // INTAKE_HTTP_DEMONSTRATION_H_
