#include "generator/scan/landline.h"

#include <algorithm>
#include <array>
#include <string>

#include "generator/scan/wording.h"

namespace gongshi {
namespace {

constexpr std::size_t kLabelBytes = 48;  // sixteen characters
constexpr std::array<std::string_view, 4> kHotlines = {"12380", "12345", "12333", "12388"};

bool is_subscriber(std::size_t digits) { return digits == 7 || digits == 8; }

// 010, 02x; 03xx to 09xx.
bool is_area_code(std::string_view digits) {
  if (digits.size() == 3) return digits == "010" || digits.starts_with("02");
  return digits.size() == 4 && digits[0] == '0' && '3' <= digits[1];
}

bool has_area_code(std::string_view digits) {
  return (is_area_code(digits.substr(0, 3)) && is_subscriber(digits.size() - 3)) ||
         (is_area_code(digits.substr(0, 4)) && is_subscriber(digits.size() - 4));
}

bool follows_area_code(const NumberLine& line, std::size_t run) {
  const std::string_view gap = line.gap_before(run);
  return line.runs()[run].joined || gap == ")" || gap == ") " || gap == ")-";
}

bool is_hotline(const NumberLine& line, std::size_t run) {
  if (std::ranges::find(kHotlines, line.digits(run)) == kHotlines.end()) return false;
  const std::string_view after = line.text().substr(line.runs()[run].end, kLabelBytes / 4);
  if (after.starts_with("电话咨询")) return false;  // 12333电话咨询服务 is a service's name
  return line.labelled(run, kLabelBytes, {"电话", "热线", "拨打", "举报"}) ||
         after.find("热线") != std::string_view::npos ||
         after.find("电话") != std::string_view::npos;
}

bool is_bare_subscriber(const NumberLine& line, std::size_t run) {
  const std::string_view digits = line.digits(run);
  return is_subscriber(digits.size()) && digits.front() != '0' && digits.front() != '1' &&
         !(digits.size() == 8 && is_date(digits)) &&
         line.labelled(run, kLabelBytes, {"电话", "传真", "座机"});
}

std::size_t runs_at(const NumberLine& line, std::size_t run) {
  const std::string_view digits = line.digits(run);
  if (is_area_code(digits) && run + 1 < line.runs().size() &&
      is_subscriber(line.runs()[run + 1].size()) && follows_area_code(line, run + 1)) {
    return 2;
  }
  if (digits.size() < 13 && has_area_code(digits)) return 1;
  return is_bare_subscriber(line, run) || is_hotline(line, run) ? 1 : 0;
}

}  // namespace

std::optional<NumberMatch> landline_at(const NumberLine& line, std::size_t run, Zone zone) {
  const std::size_t runs = runs_at(line, run);
  if (runs == 0 || !line.runs()[run].stands_alone() || line.is_masked(run + runs - 1)) {
    return std::nullopt;
  }
  if (zone == Zone::ContactBlock) return NumberMatch{.runs = runs, .detection = std::nullopt};
  const std::string digits = line.digits(run, runs);
  const bool hotline = digits.size() == kHotlines.front().size();
  return NumberMatch{.runs = runs,
                     .detection = Detection{.kind = FindingKind::Landline,
                                            .severity = Severity::Warn,
                                            .at = line.runs()[run].begin,
                                            .value = digits,
                                            .masked = hotline ? digits : mask(digits, 2, 6, 2)}};
}

}  // namespace gongshi
