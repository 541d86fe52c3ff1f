// Text files of keys: a first line that says what it is, then "label: value" lines in one order.
// Inside seal/, and for files that only the desk reads.
#ifndef INTAKE_SEAL_LABELLED_LINES_H_
#define INTAKE_SEAL_LABELLED_LINES_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "intake/seal/base64.h"

namespace gongshi {

// Takes lines off the front. After the first that is not there every further one is empty.
class LabelledLines {
 public:
  explicit LabelledLines(std::string_view text) : rest_(text) {}

  // Whether the next line is this one.
  bool take_line(std::string_view line) {
    if (!rest_.starts_with(line) || !rest_.substr(line.size()).starts_with('\n')) return false;
    rest_.remove_prefix(line.size() + 1);
    return true;
  }

  // The value of the next line; empty when it has another label.
  std::string_view take(std::string_view label) {
    std::string_view line = rest_.substr(0, rest_.find('\n'));
    if (line.size() == rest_.size() || !line.starts_with(label) ||
        !line.substr(label.size()).starts_with(": ")) {
      rest_ = {};
      return {};
    }
    rest_.remove_prefix(line.size() + 1);
    return line.substr(label.size() + 2);
  }

  // Nothing is left.
  bool done() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

// Bytes that are written in base 64, when there are so many.
template <std::size_t kCount>
std::optional<std::array<unsigned char, kCount>> read_bytes(std::string_view text) {
  const std::optional<std::string> bytes = from_base64(text);
  if (!bytes || bytes->size() != kCount) return std::nullopt;
  std::array<unsigned char, kCount> array{};
  std::copy(bytes->begin(), bytes->end(), array.begin());
  return array;
}

}  // namespace gongshi

#endif  // INTAKE_SEAL_LABELLED_LINES_H_
