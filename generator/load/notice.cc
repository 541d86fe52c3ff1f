#include "generator/load/notice.h"

namespace gongshi {

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
