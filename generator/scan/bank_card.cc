#include "generator/scan/bank_card.h"

#include <string>

#include "generator/scan/wording.h"

namespace gongshi {
namespace {

constexpr std::size_t kCardMin = 16;
constexpr std::size_t kCardMax = 19;
constexpr std::size_t kAccountMin = 13;
constexpr std::size_t kLabelBytes = 45;  // fifteen characters

bool has_card_prefix(std::string_view digits) {
  return digits.starts_with("62") || ('3' <= digits.front() && digits.front() <= '5');
}

// How many runs from `run` on are written as one number: 4-4-4-4, 4-4-4-4-3, 6-10 … 6-13, or one.
std::size_t grouped(const NumberLine& line, std::size_t run) {
  if (line.has_shape(run, {4, 4, 4, 4})) {
    for (const std::size_t rest : {1U, 2U, 3U}) {
      if (line.has_shape(run, {4, 4, 4, 4, rest})) return 5;
    }
    return 4;
  }
  for (const std::size_t rest : {10U, 11U, 12U, 13U}) {
    if (line.has_shape(run, {6, rest})) return 2;
  }
  return 1;
}

}  // namespace

bool passes_luhn(std::string_view digits) {
  int sum = 0;
  bool twice = false;
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, twice = !twice) {
    const int value = (*digit - '0') * (twice ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0;
}

std::optional<NumberMatch> bank_card_at(const NumberLine& line, std::size_t run) {
  const std::size_t runs = grouped(line, run);
  const std::size_t size = line.runs()[run].size();
  if (runs == 1 && (size < kAccountMin || kCardMax < size)) return std::nullopt;
  const std::string digits = line.digits(run, runs);
  if (digits.size() < kAccountMin || kCardMax < digits.size()) return std::nullopt;
  const bool labelled = line.labelled(run, kLabelBytes, {"卡号", "账号", "帐号", "开户"});
  const bool card = kCardMin <= digits.size() && has_card_prefix(digits) && passes_luhn(digits) &&
                    !line.is_filing_number(run);
  if (!labelled && !card) return std::nullopt;
  return NumberMatch{
      .runs = runs,
      .detection = Detection{.kind = FindingKind::BankCard,
                             .severity = passes_luhn(digits) ? Severity::Block : Severity::Warn,
                             .at = line.runs()[run].begin,
                             .value = digits,
                             .masked = mask(digits, 2, 11, 3)}};
}

}  // namespace gongshi
