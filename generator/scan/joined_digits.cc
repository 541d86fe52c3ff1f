#include "generator/scan/joined_digits.h"

#include <cstdint>

#include "generator/notice/eight_bytes.h"

namespace gongshi {
namespace {

constexpr std::size_t kJoinedMin = 10;
constexpr std::size_t kTogetherMin = 7;
constexpr std::string_view kHotlinesBegin = "123";
// "138 - 0013": more than this between two digits, and they are two numbers.
constexpr int kSeparatorsMax = 3;

// `Lead` may begin one of kDigitSeparators.
enum class Step : std::uint8_t { Letter, Digit, Separator, Lead };

constexpr std::size_t place_of(char c) { return static_cast<unsigned char>(c); }

constexpr std::array<Step, 256> make_steps() {
  std::array<Step, 256> steps{};
  for (const char c : std::string_view("0123456789")) steps.at(place_of(c)) = Step::Digit;
  for (const char c : std::string_view(" -._()+")) steps.at(place_of(c)) = Step::Separator;
  for (const std::string_view separator : kDigitSeparators) {
    steps.at(place_of(separator.front())) = Step::Lead;
  }
  return steps;
}

constexpr std::array<Step, 256> kSteps = make_steps();

// Bytes of the separator that `text` begins with, 0 for none.
std::size_t separator_size(std::string_view text) {
  for (const std::string_view separator : kDigitSeparators) {
    if (text.starts_with(separator)) return separator.size();
  }
  return 0;
}

// Reads byte by byte.
class DigitWatch {
 public:
  explicit DigitWatch(std::string_view text) : text_(text) {}

  bool holds_number() {
    while (at_ < text_.size()) {
      if (step()) return true;
    }
    return false;
  }

 private:
  bool step() {
    std::size_t size = 1;
    switch (kSteps[place_of(text_[at_])]) {
      case Step::Digit:
        return digit();
      case Step::Separator:
        separator(size);
        break;
      case Step::Lead:
        size = separator_size(text_.substr(at_));
        if (size > 0) {
          separator(size);
          break;
        }
        [[fallthrough]];
      case Step::Letter:
        joined_ = together_ = 0;
        ++at_;
        break;
    }
    return false;
  }

  bool digit() {
    separators_ = 0;
    ++at_;
    if (++joined_ >= kJoinedMin || ++together_ >= kTogetherMin) return true;
    return together_ == kHotlineDigits &&
           text_.substr(at_ - kHotlineDigits).starts_with(kHotlinesBegin);
  }

  void separator(std::size_t size) {
    together_ = 0;
    if (++separators_ > kSeparatorsMax) joined_ = 0;
    at_ += size;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t joined_ = 0;    // digits with nothing but separators between them
  std::size_t together_ = 0;  // digits with nothing between them
  int separators_ = 0;
};

}  // namespace

// A letter parts numbers, so only the stretches between letters that have enough digits are read
// byte by byte: few, even where letters and digits take turns, as in a drawing.
bool holds_joined_digits(std::string_view line) {
  std::size_t begin = 0;   // of the stretch
  std::size_t digits = 0;  // in it
  for (std::size_t i = 0; line.size() - i >= EightBytes::kSize; i += EightBytes::kSize) {
    const EightBytes bytes(line.data() + i);
    const ByteMarks some = bytes.within('0', '9');
    const ByteMarks letters = bytes.within('a', 'z') | bytes.within('A', 'Z');
    const std::size_t before = some.before(letters).count();
    digits += before;
    if (!letters.any()) continue;
    const std::size_t after = some.after(letters).count();
    if (some.count() - before - after >= kHotlineDigits) break;
    const std::size_t end = i + letters.first();
    if (digits >= kHotlineDigits && DigitWatch(line.substr(begin, end - begin)).holds_number()) {
      return true;
    }
    begin = i + letters.end();
    digits = after;
  }
  return DigitWatch(line.substr(begin)).holds_number();
}

}  // namespace gongshi
