#include "intake/desk/handling.h"

#include <fmt/format.h>

#include "intake/desk/case_file.h"
#include "intake/desk/office_text.h"

namespace gongshi {
namespace {

Result<ObjectionState> append(Register& reg, std::string_view number, const ObjectionEvent& event,
                              const KeyRing& keys) {
  const Result<CaseFile> file = open_case(reg, number, keys);
  if (!file) return tl::unexpected(file.error());
  const Result<ObjectionState> next = state_after(file->state, file->signature(), event);
  if (!next) {
    return failure(next.error().kind,
                   fmt::format("异议 {} {}", file->objection.number, next.error().message));
  }
  const Result<void> stored =
      reg.append_event(number, file->history.size(), event, file->objection.key);
  if (!stored && stored.error().kind == ErrorKind::Conflict) {
    return failure(ErrorKind::Conflict,
                   fmt::format("异议 {} 刚刚有别人办理过，这一步没有登记；请先用 gongshi-desk show "
                               "查看最新情况",
                               number));
  }
  if (!stored) return tl::unexpected(stored.error());
  return *next;
}

}  // namespace

Result<ObjectionState> decide(Register& reg, std::string_view number, const Decision& decision,
                              const KeyRing& keys) {
  if (const auto ok = require_office_text("结论的理由", decision.reason, kOfficeTextLengthMax);
      !ok) {
    return tl::unexpected(ok.error());
  }
  if (const auto ok = require_actor(decision.by); !ok) {
    return tl::unexpected(ok.error());
  }
  return append(reg, number,
                {.kind = EventKind::Decided,
                 .at = decision.at,
                 .actor = decision.by,
                 .outcome = decision.outcome,
                 .text = decision.reason},
                keys);
}

Result<ObjectionState> reply(Register& reg, std::string_view number, const Reply& reply,
                             const KeyRing& keys) {
  if (const auto ok = require_office_text("答复", reply.text, kOfficeTextLengthMax); !ok) {
    return tl::unexpected(ok.error());
  }
  if (const auto ok = require_actor(reply.by); !ok) {
    return tl::unexpected(ok.error());
  }
  return append(reg, number,
                {.kind = EventKind::Replied,
                 .at = reply.at,
                 .actor = reply.by,
                 .outcome = std::nullopt,
                 .text = reply.text},
                keys);
}

}  // namespace gongshi
