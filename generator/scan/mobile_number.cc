#include "generator/scan/mobile_number.h"

#include <algorithm>
#include <array>
#include <string>

#include "generator/scan/wording.h"

namespace gongshi {
namespace {

constexpr std::size_t kSize = 11;

// The number inside "8613800138000" and the like; empty for anything else.
std::string_view without_prefix(std::string_view digits) {
  for (const std::string_view prefix : {"", "86", "0086", "0"}) {
    if (digits.starts_with(prefix) && is_mobile_number(digits.substr(prefix.size()))) {
      return digits.substr(prefix.size());
    }
  }
  return {};
}

// Runs of one digit each, eleven of them: "1 3 8 0 0 1 3 8 0 0 0".
bool is_spelled_out(const NumberLine& line, std::size_t run) {
  return line.has_shape(run, {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
}

// A point joins only "138.0013.8000": elsewhere it makes a decimal or an address on the net.
bool has_point(const NumberLine& line, std::size_t run, std::size_t runs) {
  for (std::size_t i = run + 1; i < run + runs; ++i) {
    if (line.gap_before(i).find('.') != std::string_view::npos) return true;
  }
  return false;
}

// The joined runs from `run` on have eleven digits together and end there, and the first has
// three: an unusual grouping, but nothing else that people write looks so.
std::size_t unusual_group(const NumberLine& line, std::size_t run) {
  const auto& all = line.runs();
  std::size_t size = all[run].size();
  if (size != 3 || all[run].joined) return 0;
  std::size_t runs = 1;
  for (; run + runs < all.size() && all[run + runs].joined; ++runs) size += all[run + runs].size();
  return size == kSize ? runs : 0;
}

// How many runs from `run` on are one number, 0 for none.
std::size_t grouped(const NumberLine& line, std::size_t run) {
  if (line.has_shape(run, {3, 4, 4})) return 3;
  std::size_t runs = 0;
  if (line.has_shape(run, {3, 8}) || line.has_shape(run, {7, 4}) || line.has_shape(run, {4, 7})) {
    runs = 2;
  } else if (line.has_shape(run, {3, 3, 5}) || line.has_shape(run, {4, 4, 3}) ||
             line.has_shape(run, {4, 3, 4}) || line.has_shape(run, {3, 5, 3})) {
    runs = 3;
  } else if (is_spelled_out(line, run)) {
    runs = kSize;
  } else {
    runs = unusual_group(line, run);
  }
  return has_point(line, run, runs) ? 0 : runs;
}

bool is_money(const NumberLine& line, std::size_t run) {
  std::string_view after = line.text().substr(line.runs()[run].end);
  if (after.starts_with('.')) {
    const auto* const end = std::ranges::find_if_not(after.substr(1), is_digit);
    after.remove_prefix(static_cast<std::size_t>(end - after.begin()));
  }
  while (after.starts_with(' ')) after.remove_prefix(1);
  return after.starts_with("元") || after.starts_with("万") || after.starts_with("亿");
}

}  // namespace

bool is_mobile_number(std::string_view digits) {
  return digits.size() == kSize && digits[0] == '1' && '3' <= digits[1] &&
         std::ranges::all_of(digits, is_digit);
}

std::optional<NumberMatch> mobile_number_at(const NumberLine& line, std::size_t run, Zone zone) {
  // Most runs are years, months and days, and no mobile begins as they do.
  if (std::string_view("108").find(line.digits(run).front()) == std::string_view::npos) {
    return std::nullopt;
  }
  std::size_t runs = 1;
  std::string number;
  if (line.runs()[run].size() <= kSize + 4) number = without_prefix(line.digits(run));
  if (number.empty()) {
    runs = grouped(line, run);
    number = without_prefix(line.digits(run, runs));
  }
  if (number.empty() || is_money(line, run + runs - 1)) return std::nullopt;
  return NumberMatch{
      .runs = runs,
      .detection = Detection{.kind = FindingKind::MobileNumber,
                             .severity = zone == Zone::Page ? Severity::Block : Severity::Warn,
                             .at = line.runs()[run].begin,
                             .value = number,
                             .masked = mask(number, 3, 4, 4)}};
}

}  // namespace gongshi
