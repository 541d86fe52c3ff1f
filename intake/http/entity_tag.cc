#include "intake/http/entity_tag.h"

#include <algorithm>
#include <span>

namespace gongshi {
namespace {

constexpr std::size_t kDigestBytes = 16;  // nobody finds two files with the same 128 bits

void skip_blanks(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
}

}  // namespace

std::string entity_tag(const Sha256& digest, ContentCoding coding) {
  std::string tag = "\"" + hex(std::span(digest).first(kDigestBytes));
  if (coding != ContentCoding::Identity) tag.append("-").append(to_text(coding));
  return tag + '"';
}

bool names_tag(std::string_view if_none_match, std::string_view tag) {
  skip_blanks(if_none_match);
  if (if_none_match == "*") return true;
  while (!if_none_match.empty()) {
    if (if_none_match.starts_with("W/")) if_none_match.remove_prefix(2);
    if (!if_none_match.starts_with('"')) return false;
    const auto end = if_none_match.find('"', 1);
    if (end == std::string_view::npos) return false;
    if (if_none_match.substr(0, end + 1) == tag) return true;
    if_none_match.remove_prefix(end + 1);
    skip_blanks(if_none_match);
    if (!if_none_match.starts_with(',')) return false;
    if_none_match.remove_prefix(1);
    skip_blanks(if_none_match);
  }
  return false;
}

}  // namespace gongshi
