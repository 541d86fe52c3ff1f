#include "generator/load/candidate.h"

#include <algorithm>

#include "generator/notice/utf8.h"

namespace gongshi {

const std::string& Candidate::fact(std::string_view column) const {
  static const std::string kNotGiven;
  const auto found = facts.find(column);
  return found == facts.end() ? kNotGiven : found->second;
}

Place Candidate::place_of(std::string_view column) const {
  const auto found = std::ranges::find(cells, column, &CandidateCell::column);
  if (found == cells.end()) return place;
  return {.file = place.file, .line = found->line, .column = found->at};
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(kListMark), text.size());
    const std::string_view item = trim_blanks(text.substr(0, end));
    if (!item.empty()) items.emplace_back(item);
    text.remove_prefix(std::min(text.size(), end + kListMark.size()));
  }
  return items;
}

}  // namespace gongshi
