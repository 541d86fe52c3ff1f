#include "generator/scan/source_text.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>

#include "generator/notice/eight_bytes.h"
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

using Resolve = std::size_t (*)(std::string_view, std::string&);

// Most signs are no escapes: "new?notice=x&candidate=y".
bool holds(char sign, Resolve resolve, std::string_view line) {
  std::string undone;
  for (auto at = line.find(sign); at != std::string_view::npos; at = line.find(sign, at + 1)) {
    if (resolve(line.substr(at), undone) > 0) return true;
  }
  return false;
}

// Undoes the escapes that begin with `sign`.
void undo(char sign, Resolve resolve, Unescaped& line) {
  if (!holds(sign, resolve, line.text)) return;
  Unescaped undone;
  for (std::size_t at = 0; at < line.text.size();) {
    const std::string_view rest = std::string_view(line.text).substr(at);
    const std::size_t taken = rest.front() == sign ? resolve(rest, undone.text) : 0;
    if (taken == 0) undone.text += rest.front();
    undone.origin.resize(undone.text.size(), line.origin[at]);
    at += std::max<std::size_t>(taken, 1);
  }
  line = std::move(undone);
}

// What `line`, number `number` at `begin` of the whole text, holds behind escapes.
void scan_unescaped(std::string_view line, std::size_t begin, int number, Zone zone,
                    InnocentLines* innocent, std::vector<Finding>& found) {
  if (!holds('&', resolve_reference, line) && !holds('%', resolve_percent, line)) return;
  Unescaped unescaped{.text = std::string(line), .origin = {}};
  for (std::size_t i = 0; i < line.size(); ++i) unescaped.origin.push_back(i);
  // References first: in a page, an address is read after them.
  undo('&', resolve_reference, unescaped);
  undo('%', resolve_percent, unescaped);
  for (Finding& finding : scan_text(unescaped.text, zone, innocent)) {
    const std::size_t at = unescaped.origin[finding.offset];
    finding.offset = begin + at;
    finding.line = number;
    finding.column = static_cast<int>(count_code_points(line.substr(0, at))) + 1;
    found.push_back(std::move(finding));
  }
}

// Where the next '&' or '%' stands, from `at` on; the end of the text when there is none.
std::size_t next_sign(std::string_view text, std::size_t at) {
  for (; text.size() - at >= EightBytes::kSize; at += EightBytes::kSize) {
    const EightBytes bytes(text.data() + at);
    const ByteMarks signs = bytes.equal('&') | bytes.equal('%');
    if (signs.any()) return at + signs.first();
  }
  while (at < text.size() && text[at] != '&' && text[at] != '%') ++at;
  return at;
}

std::vector<Finding> scan_escaped_lines(std::string_view text, Zone zone, InnocentLines* innocent) {
  std::vector<Finding> found;
  int number = 1;
  std::size_t counted = 0;  // line ends before this are counted
  std::size_t end = 0;
  for (std::size_t at = next_sign(text, 0); at < text.size(); at = next_sign(text, end)) {
    const std::size_t begin = text.rfind('\n', at) + 1;  // 0 on the first line
    end = std::min(text.find('\n', at), text.size());
    number += static_cast<int>(count_bytes(text.substr(counted, begin - counted), '\n'));
    counted = begin;
    scan_unescaped(text.substr(begin, end - begin), begin, number, zone, innocent, found);
  }
  return found;
}

}  // namespace

std::vector<Finding> scan_source(std::string_view text, Zone zone, InnocentLines* innocent) {
  std::vector<Finding> found = scan_text(text, zone, innocent);
  std::set<std::pair<int, std::string>> known;
  for (const Finding& finding : found) known.emplace(finding.line, finding.digest);
  for (Finding& hidden : scan_escaped_lines(text, zone, innocent)) {
    if (known.emplace(hidden.line, hidden.digest).second) found.push_back(std::move(hidden));
  }
  std::ranges::stable_sort(found, {}, &Finding::offset);
  return found;
}

}  // namespace gongshi
