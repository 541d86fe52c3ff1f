#include "intake/office/paper_parts.h"

#include <algorithm>
#include <string>

#include "generator/notice/utf8.h"

namespace gongshi {

Json describe_candidate_of(const ManifestNotice& notice, const CaseFile& file) {
  const CandidateId& id = file.objection.filed.candidate;
  const ManifestCandidate* const candidate = id.empty() ? nullptr : notice.find(id);
  if (candidate == nullptr) return false;
  return {{"name", candidate->name}, {"unit", candidate->unit}, {"award", candidate->award}};
}

Json paragraphs_of(std::string_view text) {
  Json paragraphs = Json::array();
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (!trim_blanks(line).empty()) paragraphs.push_back(std::string(trim_blanks(line)));
  }
  return paragraphs;
}

}  // namespace gongshi
