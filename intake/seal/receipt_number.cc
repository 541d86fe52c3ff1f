#include "intake/seal/receipt_number.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cstddef>
#include <limits>
#include <optional>

#include "intake/seal/crockford.h"

namespace gongshi {
namespace {

constexpr std::size_t kYearLength = 4;
constexpr std::size_t kSequenceLengthMin = 6;
constexpr std::size_t kSequenceLengthMax = 12;
static_assert(kYearLength + kSequenceLengthMax <= kCheckedLengthMax);

std::optional<std::int64_t> digits(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// With zeros before it. A list of a hundred thousand objections writes as many numbers, and a
// general formatter would take a tenth of its time.
void append_digits(std::string& text, std::int64_t value, std::size_t length_min) {
  std::array<char, std::numeric_limits<std::int64_t>::digits10 + 2> digits{};
  const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  const auto length = static_cast<std::size_t>(end - digits.data());
  if (length < length_min) text.append(length_min - length, '0');
  text.append(digits.data(), length);
}

std::string year_and_sequence(const ReceiptNumber& number) {
  std::string text;
  append_digits(text, number.year, kYearLength);
  append_digits(text, number.sequence, kSequenceLengthMin);
  return text;
}

}  // namespace

Result<ReceiptNumber> ReceiptNumber::parse(std::string_view typed) {
  const Result<std::string> read = read_crockford(typed);
  if (!read) return failure(ErrorKind::Invalid, fmt::format("回执编号{}", read.error().message));

  const auto not_a_number = [] {
    return failure(ErrorKind::Invalid,
                   "回执编号不完整：应为四位年份、至少六位序号和一个校验字符，形如 2017-000001-B");
  };
  constexpr std::size_t kLengthMin = kYearLength + kSequenceLengthMin + 1;
  constexpr std::size_t kLengthMax = kYearLength + kSequenceLengthMax + 1;
  if (read->size() < kLengthMin || kLengthMax < read->size()) return not_a_number();

  const std::string_view checked = std::string_view(*read).substr(0, read->size() - 1);
  const std::optional<std::int64_t> year = digits(checked.substr(0, kYearLength));
  const std::optional<std::int64_t> sequence = digits(checked.substr(kYearLength));
  if (!year || !sequence) return not_a_number();

  const ReceiptNumber number{.year = static_cast<int>(*year), .sequence = *sequence};
  const bool canonical = year_and_sequence(number) == checked && 1000 <= *year && 0 < *sequence;
  if (!canonical || check_character(checked) != read->back()) {
    return failure(ErrorKind::Invalid,
                   "回执编号有误：可能抄错了一个字符，或者颠倒了两个字符，请对照回执检查");
  }
  return number;
}

std::string to_text(const ReceiptNumber& number) {
  std::string text = year_and_sequence(number);
  const char check = check_character(text);
  text.insert(kYearLength, 1, '-');
  text += '-';
  text += check;
  return text;
}

}  // namespace gongshi
