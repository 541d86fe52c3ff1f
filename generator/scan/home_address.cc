#include "generator/scan/home_address.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "generator/scan/wording.h"

namespace gongshi {
namespace {

constexpr std::size_t kAddressBytes = 150;  // fifty characters: province to room

constexpr std::array<std::string_view, 7> kUnits = {"号", "室", "单元", "栋", "幢", "组", "楼"};
constexpr std::array<std::string_view, 6> kEnds = {"。", ";", "!", "?", "住址", "户籍"};

std::string_view sentence_after(std::string_view text, std::size_t at) {
  std::string_view rest = text.substr(at, kAddressBytes);
  for (const std::string_view end : kEnds) rest = rest.substr(0, rest.find(end));
  return rest;
}

bool begins_with_unit(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  return std::ranges::any_of(kUnits, [&](std::string_view unit) { return text.starts_with(unit); });
}

// Where the last digit before a unit stands.
std::optional<std::size_t> house_number(std::string_view rest) {
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (is_digit(rest[i]) && begins_with_unit(rest.substr(i + 1))) return i;
  }
  return std::nullopt;
}

}  // namespace

std::vector<Detection> home_addresses(std::string_view text, Zone zone) {
  std::vector<Detection> found;
  if (zone == Zone::ContactBlock) return found;
  for (const std::string_view word : {"住址", "家庭地址", "户籍", "家住", "现住", "居住"}) {
    for (const Span& at : find_word(text, word)) {
      const std::string_view rest = sentence_after(text, at.end);
      const auto number = house_number(rest);
      if (!number) continue;
      found.push_back({.kind = FindingKind::HomeAddress,
                       .severity = Severity::Warn,
                       .at = at.begin,
                       .value = without_blanks(rest.substr(0, *number + 1)),
                       .masked = "******"});
    }
  }
  std::ranges::sort(found, {}, &Detection::at);
  return found;
}

}  // namespace gongshi
