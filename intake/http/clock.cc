#include "intake/http/clock.h"

namespace gongshi {

Clock::Clock(std::optional<Instant> start)
    : start_(start), started_(std::chrono::steady_clock::now()) {}

Clock Clock::system() { return Clock(std::nullopt); }

Clock Clock::demonstration(Instant start) { return Clock(start); }

Instant Clock::now() const {
  using std::chrono::floor;
  using std::chrono::seconds;
  if (!start_) return Instant{floor<seconds>(std::chrono::system_clock::now())};
  return Instant{start_->utc + floor<seconds>(std::chrono::steady_clock::now() - started_)};
}

}  // namespace gongshi
