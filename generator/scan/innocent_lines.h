// Lines of pages in which nothing was found lately, as they stand: pages of one site share
// addresses, a footer, days.
//
// Only for what is public: it keeps what it was given. Text that is kept back, an objection's above
// all, is scanned without one.
#ifndef GENERATOR_SCAN_INNOCENT_LINES_H_
#define GENERATOR_SCAN_INNOCENT_LINES_H_

#include <array>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace gongshi {

// For texts of one Zone, and for one thread at a time. A place for each value of a hash; a later
// line takes the place of an earlier one, so that it never grows.
class InnocentLines {
 public:
  bool hold(std::string_view line) const { return lines_[place_of(line)] == line; }
  void add(std::string_view line) {
    if (line.size() <= kLineMax) lines_[place_of(line)] = line;
  }

 private:
  static constexpr std::size_t kPlaces = 1024;
  static constexpr std::size_t kLineMax = 256;  // bytes: what is longer seldom comes twice

  static std::size_t place_of(std::string_view line) {
    return std::hash<std::string_view>()(line) % kPlaces;
  }

  std::array<std::string, kPlaces> lines_;
};

}  // namespace gongshi

#endif  // GENERATOR_SCAN_INNOCENT_LINES_H_
