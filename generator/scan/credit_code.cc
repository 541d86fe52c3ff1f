#include "generator/scan/credit_code.h"

namespace gongshi {

bool is_credit_code(std::string_view text) {
  constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  constexpr std::size_t kSize = 18;
  constexpr std::size_t kModulus = 31;
  if (text.size() != kSize) return false;
  std::size_t sum = 0;
  std::size_t weight = 1;  // 3 to the power of the position, modulo 31
  for (std::size_t i = 0; i < kSize; ++i) {
    const std::size_t value = kAlphabet.find(text[i]);
    if (value == std::string_view::npos) return false;
    const bool is_check_character = i == kSize - 1;
    sum += value * (is_check_character ? 1 : weight);
    weight = weight * 3 % kModulus;
  }
  return sum % kModulus == 0;
}

std::optional<NumberMatch> credit_code_at(const NumberLine& line, std::size_t run) {
  const DigitRun& first = line.runs()[run];
  if (!is_credit_code(line.text().substr(first.word_begin, first.word_end - first.word_begin))) {
    return std::nullopt;
  }
  std::size_t runs = 1;
  while (run + runs < line.runs().size() && line.runs()[run + runs].end <= first.word_end) ++runs;
  return NumberMatch{.runs = runs, .detection = std::nullopt};
}

}  // namespace gongshi
