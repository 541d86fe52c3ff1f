#include "generator/scan/source_text.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

#include "generator/notice/utf8.h"
#include "generator/scan/character_reference.h"
#include "generator/scan/scanner.h"

namespace gongshi {
namespace {

// A line with some of its escapes undone: text[i] comes from the source's byte origin[i].
struct Unescaped {
  std::string text;
  std::vector<std::size_t> origin;
};

int hex_digit(char c) {
  if ('0' <= c && c <= '9') return c - '0';
  if ('a' <= c && c <= 'f') return c - 'a' + 10;
  return 'A' <= c && c <= 'F' ? c - 'A' + 10 : -1;
}

// As resolve_reference(), for "%E5".
std::size_t resolve_percent(std::string_view rest, std::string& out) {
  constexpr std::size_t kSize = 3;
  if (rest.size() < kSize) return 0;
  const int high = hex_digit(rest[1]);
  const int low = hex_digit(rest[2]);
  if (high < 0 || low < 0) return 0;
  out += static_cast<char>(high * 16 + low);
  return kSize;
}

// Undoes the escapes that begin with `sign`. True when there was one.
bool undo(char sign, std::size_t (*resolve)(std::string_view, std::string&), Unescaped& line) {
  if (line.text.find(sign) == std::string::npos) return false;
  Unescaped undone;
  bool any = false;
  for (std::size_t at = 0; at < line.text.size();) {
    const std::string_view rest = std::string_view(line.text).substr(at);
    const std::size_t taken = rest.front() == sign ? resolve(rest, undone.text) : 0;
    if (taken == 0) undone.text += rest.front();
    undone.origin.resize(undone.text.size(), line.origin[at]);
    at += std::max<std::size_t>(taken, 1);
    any = any || taken > 0;
  }
  line = std::move(undone);
  return any;
}

// What `line`, number `number` at `begin` of the whole text, holds behind escapes.
void scan_unescaped(std::string_view line, std::size_t begin, int number, Zone zone,
                    std::vector<Finding>& found) {
  Unescaped unescaped{.text = std::string(line), .origin = {}};
  for (std::size_t i = 0; i < line.size(); ++i) unescaped.origin.push_back(i);
  // References first: in a page, an address is read after them.
  const bool references = undo('&', resolve_reference, unescaped);
  const bool percents = undo('%', resolve_percent, unescaped);
  if (!references && !percents) return;
  for (Finding& finding : scan_text(unescaped.text, zone)) {
    const std::size_t at = unescaped.origin[finding.offset];
    finding.offset = begin + at;
    finding.line = number;
    finding.column = static_cast<int>(count_code_points(line.substr(0, at))) + 1;
    found.push_back(std::move(finding));
  }
}

bool holds_escape(std::string_view text) {
  return text.find('&') != std::string_view::npos || text.find('%') != std::string_view::npos;
}

std::vector<Finding> scan_escaped_lines(std::string_view text, Zone zone) {
  std::vector<Finding> found;
  if (!holds_escape(text)) return found;
  int number = 1;
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (holds_escape(line)) scan_unescaped(line, begin, number, zone, found);
    begin = end + 1;
  }
  return found;
}

}  // namespace

std::vector<Finding> scan_source(std::string_view text, Zone zone) {
  std::vector<Finding> found = scan_text(text, zone);
  std::set<std::pair<int, std::string>> known;
  for (const Finding& finding : found) known.emplace(finding.line, finding.digest);
  for (Finding& hidden : scan_escaped_lines(text, zone)) {
    if (known.emplace(hidden.line, hidden.digest).second) found.push_back(std::move(hidden));
  }
  std::ranges::stable_sort(found, {}, &Finding::offset);
  return found;
}

}  // namespace gongshi
