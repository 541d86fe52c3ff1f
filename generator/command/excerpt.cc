#include "generator/command/excerpt.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "generator/command/terminal_text.h"
#include "generator/notice/utf8.h"
#include "generator/scan/finding.h"
#include "generator/scan/scanner.h"

namespace gongshi {
namespace {

// On each side of the place; more than is shown, so that no number is cut in two before it is
// looked for.
constexpr std::size_t kNearCharacters = 200;

constexpr std::array kPersonalData = {FindingKind::ResidentId,     FindingKind::OldResidentId,
                                      FindingKind::MobileNumber,   FindingKind::BankCard,
                                      FindingKind::TravelDocument, FindingKind::BirthDate,
                                      FindingKind::HomeAddress,    FindingKind::EmailAddress,
                                      FindingKind::Landline,       FindingKind::ForbiddenHeader};

// The line near the place, in two halves.
struct Halves {
  std::string_view before;
  std::string_view after;  // begins with the character at the place
  bool is_cut_before = false;
  bool is_cut_after = false;
};

Halves near(std::string_view line, int column) {
  const auto count = static_cast<std::size_t>(std::max(column, 1) - 1);
  const std::string_view before = first_code_points(line, count);
  const std::string_view after = line.substr(before.size());
  const std::size_t far =
      first_code_points(before, count - std::min(count, kNearCharacters)).size();
  const std::string_view near_after = first_code_points(after, kNearCharacters);
  return {.before = before.substr(far),
          .after = near_after,
          .is_cut_before = far > 0,
          .is_cut_after = near_after.size() < after.size()};
}

bool has_personal_data(const Halves& halves) {
  const std::string text = std::string(halves.before) + std::string(halves.after);
  return !scan_text(text, Zone::ContactBlock).empty();  // a line may be one of contacts
}

int columns_of(const std::vector<Glyph>& glyphs) {
  int columns = 0;
  for (const Glyph& glyph : glyphs) columns += glyph.columns;
  return columns;
}

std::string joined(const std::vector<Glyph>& glyphs) {
  std::string text;
  for (const Glyph& glyph : glyphs) text += glyph.shown;
  return text;
}

// Both drop what does not fit into `room` columns; true when there was something.
bool shorten_front(std::vector<Glyph>& glyphs, int room) {
  auto kept = glyphs.begin();
  for (int columns = columns_of(glyphs); room < columns; ++kept) columns -= kept->columns;
  const bool is_shortened = kept != glyphs.begin();
  glyphs.erase(glyphs.begin(), kept);
  return is_shortened;
}

bool shorten_back(std::vector<Glyph>& glyphs, int room) {
  const std::size_t whole = glyphs.size();
  for (int columns = columns_of(glyphs); room < columns; glyphs.pop_back()) {
    columns -= glyphs.back().columns;
  }
  return glyphs.size() < whole;
}

}  // namespace

bool may_be_quoted(std::string_view code) {
  constexpr std::string_view kSuspect = "-suspect";
  if (code.ends_with(kSuspect)) code.remove_suffix(kSuspect.size());
  const auto is_code = [&](FindingKind kind) { return to_text(kind) == code; };
  return code != "forbidden-column" && std::ranges::none_of(kPersonalData, is_code);
}

std::string excerpt(std::string_view line, const Place& place, Colour colour) {
  const Halves halves = near(line, place.column);
  if (has_personal_data(halves)) return "";
  std::vector<Glyph> before = glyphs_of(halves.before);
  std::vector<Glyph> after = glyphs_of(halves.after);
  constexpr int kHalf = kExcerptColumnsMax / 2;
  const int room_before = std::max(kHalf, kExcerptColumnsMax - columns_of(after));
  const int room_after = std::max(kHalf, kExcerptColumnsMax - columns_of(before));
  const bool cut_before = shorten_front(before, room_before) || halves.is_cut_before;
  const bool cut_after = shorten_back(after, room_after) || halves.is_cut_after;
  const std::string number = fmt::format("{:>6}", place.line);
  const int indent = columns_of(before) + (cut_before ? 1 : 0);
  return fmt::format("{} | {}{}{}{}\n{:{}} | {:{}}{}\n", number, cut_before ? "…" : "",
                     joined(before), joined(after), cut_after ? "…" : "", "", number.size(), "",
                     indent, painted("^", Paint::Caret, colour));
}

}  // namespace gongshi
