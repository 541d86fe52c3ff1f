#include "generator/import/cell_repair.h"

#include <algorithm>
#include <array>

#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

constexpr auto kWhole = std::to_array<std::string_view>({"rank", "tenure_years"});
constexpr auto kDigits = std::to_array<std::string_view>(
    {"rank", "tenure_years", "headcount", "birth_month", "work_since", "window_since"});
constexpr std::string_view kWideZero = "０";
constexpr std::string_view kWideBlank = "\u3000";
constexpr std::string_view kYears = "年";

template <std::size_t N>
bool is_any(std::string_view column, const std::array<std::string_view, N>& columns) {
  return std::ranges::find(columns, column) != columns.end();
}

// "０" to "９" differ in their third byte alone.
std::string with_ascii_digits(std::string_view text) {
  const std::string_view lead = kWideZero.substr(0, 2);
  std::string repaired;
  while (!text.empty()) {
    const int digit = text.starts_with(lead) && text.size() > 2 ? text[2] - kWideZero[2] : -1;
    const bool is_wide = 0 <= digit && digit <= 9;
    repaired += is_wide ? static_cast<char>('0' + digit) : text.front();
    text.remove_prefix(is_wide ? kWideZero.size() : 1);
  }
  return repaired;
}

std::string without_any_blanks(std::string text) {
  for (auto at = text.find(kWideBlank); at != std::string::npos; at = text.find(kWideBlank, at)) {
    text.erase(at, kWideBlank.size());
  }
  std::erase_if(text, [](char c) { return c == ' ' || ('\t' <= c && c <= '\r'); });
  return text;
}

}  // namespace

std::string repaired(std::string_view column, std::string_view cell) {
  const std::string_view trimmed = trim_blanks(cell);
  if (!is_any(column, kDigits)) return std::string(trimmed);
  std::string text = without_any_blanks(with_ascii_digits(trimmed));
  if (column == "tenure_years" && text.ends_with(kYears)) text.resize(text.size() - kYears.size());
  return text;
}

bool fits_column(std::string_view column, std::string_view text) {
  if (!is_any(column, kWhole)) return true;
  const std::size_t digits_max = column == "rank" ? 6 : 2;
  return !text.empty() && text.size() <= digits_max && text.front() != '0' &&
         std::ranges::all_of(text, [](char c) { return '0' <= c && c <= '9'; });
}

}  // namespace gongshi
