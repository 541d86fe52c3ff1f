#include "generator/load/notice.h"

#include <cassert>

namespace gongshi {

std::string_view to_text(CorrectionKind kind) {
  switch (kind) {
    case CorrectionKind::Slip:
      return "slip";
    case CorrectionKind::Substantive:
      return "substantive";
    case CorrectionKind::Addition:
      return "addition";
    case CorrectionKind::Removal:
      return "removal";
  }
  assert(false && "every kind has its word");
  return "";
}

Place Notice::place_of(const std::string& key) const {
  const auto found = places.find(key);
  return found == places.end() ? place : found->second;
}

Place Notice::closing_place_of(const std::string& key) const {
  const auto found = closing_places.find(key);
  return found == closing_places.end() ? closing_place : found->second;
}

NoticeState Notice::state() const {
  if (withdrawal) return NoticeState::Withdrawn;
  if (closing) return NoticeState::Closed;
  return suspended ? NoticeState::Suspended : NoticeState::Published;
}

}  // namespace gongshi
