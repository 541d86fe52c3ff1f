// The daemon's clock. Only the server asks it, once for each complete request.
#ifndef INTAKE_HTTP_CLOCK_H_
#define INTAKE_HTTP_CLOCK_H_

#include <chrono>
#include <optional>

#include "generator/notice/civil_time.h"

namespace gongshi {

// Immutable: any thread may ask.
class Clock {
 public:
  // The machine's.
  static Clock system();

  // Shows `start` now and runs on from there: for demonstrations and tests. Every page then says
  // that the time is not the real one.
  static Clock demonstration(Instant start);

  Instant now() const;
  bool is_demonstration() const { return start_.has_value(); }

 private:
  explicit Clock(std::optional<Instant> start);
  std::optional<Instant> start_;
  std::chrono::steady_clock::time_point started_;  // when it showed start_
};

}  // namespace gongshi

#endif  // INTAKE_HTTP_CLOCK_H_
