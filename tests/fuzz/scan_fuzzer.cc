// Properties: places are inside the text and in order; a mask does not hold the digits that made
// the finding; the first pass hides nothing; undoing escapes takes nothing away; and what stands
// among other lines is found there.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "generator/scan/scanner.h"
#include "generator/scan/source_text.h"

namespace {

bool in_order(std::string_view text, const std::vector<gongshi::Finding>& findings) {
  std::size_t last = 0;
  for (const gongshi::Finding& finding : findings) {
    if (finding.offset < last || text.size() <= finding.offset) return false;
    if (finding.line < 1 || finding.column < 1 || finding.digest.size() != 64) return false;
    if (gongshi::sentence(finding).empty()) return false;
    last = finding.offset;
  }
  return true;
}

// At most the ends of a value are shown: three digits here, four there. A hotline is public.
bool is_masked(const gongshi::Finding& finding) {
  int digits = 0;
  for (const char c : finding.masked) {
    digits = '0' <= c && c <= '9' ? digits + 1 : 0;
    if (digits > 5 && finding.kind != gongshi::FindingKind::EmailAddress) return false;
  }
  return true;
}

// An invisible character at the end of each line makes the first pass distrust it, and changes
// nothing else: so this is what would be found if every line were read closely.
std::string distrusted(std::string_view text) {
  std::string lines;
  for (const char c : text) {
    if (c == '\n') lines += "\u200B";
    lines += c;
  }
  return lines + "\u200B";
}

// Headers aside: they are about cells, and an invisible character fills an empty one.
std::string values(const std::vector<gongshi::Finding>& findings) {
  std::string all;
  for (const gongshi::Finding& finding : findings) {
    if (finding.kind != gongshi::FindingKind::ForbiddenHeader)
      all += sentence(finding) + finding.digest;
  }
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto found = gongshi::scan_text(text, gongshi::Zone::Page);
  if (!in_order(text, found)) std::abort();
  for (const gongshi::Finding& finding : found) {
    if (!is_masked(finding)) std::abort();
  }
  const auto unescaped = gongshi::scan_source(text, gongshi::Zone::Page);
  if (!in_order(text, unescaped) || unescaped.size() < found.size()) std::abort();

  const auto at_home = gongshi::scan_text(text, gongshi::Zone::ContactBlock);
  if (found.size() < at_home.size()) std::abort();

  if (values(found) != values(scan_text(distrusted(text), gongshi::Zone::Page))) std::abort();

  const std::string among = "前文\n\n" + std::string(text) + "\n\n13800138000";
  const auto again = gongshi::scan_text(among, gongshi::Zone::Page);
  if (!in_order(among, again) || again.empty()) std::abort();
  if (again.back().kind != gongshi::FindingKind::MobileNumber) std::abort();
  return 0;
}
