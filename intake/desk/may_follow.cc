#include "intake/desk/may_follow.h"

#include <fmt/format.h>

#include <string>

namespace gongshi {
namespace {

// The newest investigation that the next decision rests on; null when there is none.
const ObjectionEvent* investigation_in_hand(const CaseFile& file) {
  for (auto event = file.history.rbegin(); event != file.history.rend(); ++event) {
    if (event->kind == EventKind::InvestigationOpened) return &*event;
    if (event->kind == EventKind::Decided || event->kind == EventKind::Transferred) return nullptr;
  }
  return nullptr;
}

// Two people investigate (DOMAIN 2.3), and none of them with an interest.
Result<void> require_investigators(const CaseFile& file, const ObjectionEvent& event) {
  if (event.kind != EventKind::Decided || event.outcome == Outcome::Withdrawn) return {};
  const ObjectionEvent* opened = investigation_in_hand(file);
  if (opened == nullptr) return {};
  for (const std::string& name : {opened->actor, opened->second_actor}) {
    if (!is_recused(file.standing, name)) continue;
    return failure(ErrorKind::Conflict,
                   fmt::format("异议 {} 的核查人{}已回避，请先由两个没有回避的人重新登记核查，再作"
                               "结论",
                               file.objection.number, name));
  }
  return {};
}

}  // namespace

Result<ObjectionStanding> require_may_follow(const CaseFile& file, const ObjectionEvent& event) {
  Result<ObjectionStanding> next = standing_after(file.standing, event);
  if (!next) {
    return failure(next.error().kind,
                   fmt::format("异议 {} {}", file.objection.number, next.error().message));
  }
  if (const auto ok = require_investigators(file, event); !ok) return tl::unexpected(ok.error());
  return next;
}

}  // namespace gongshi
