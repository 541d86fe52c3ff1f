#include "intake/desk/handling.h"

#include <fmt/format.h>

#include "generator/notice/utf8.h"
#include "intake/desk/case_file.h"

namespace gongshi {
namespace {

Result<void> require_text(std::string_view what, std::string_view text, std::size_t length_max) {
  if (first_invalid_utf8(text)) {
    return failure(ErrorKind::Invalid, fmt::format("{}不是 UTF-8 文字；请转换编码后再试", what));
  }
  if (trim_blanks(text).empty()) {
    return failure(ErrorKind::Invalid, fmt::format("{}不能是空白", what));
  }
  if (const std::size_t length = count_code_points(text); length > length_max) {
    return failure(ErrorKind::Invalid, fmt::format("{}有{}字，最多{}字", what, length, length_max));
  }
  return {};
}

Result<ObjectionState> append(Register& reg, std::string_view number, const ObjectionEvent& event) {
  const Result<CaseFile> file = open_case(reg, number);
  if (!file) return tl::unexpected(file.error());
  const Result<ObjectionState> next = state_after(file->state, file->signature(), event);
  if (!next) {
    return failure(next.error().kind,
                   fmt::format("异议 {} {}", file->objection.number, next.error().message));
  }
  const Result<void> stored = reg.append_event(number, file->history.size(), event);
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

Result<ObjectionState> decide(Register& reg, std::string_view number, const Decision& decision) {
  if (const auto ok = require_text("结论的理由", decision.reason, kOfficeTextLengthMax); !ok) {
    return tl::unexpected(ok.error());
  }
  if (const auto ok = require_text("经办人姓名", decision.by, kActorLengthMax); !ok) {
    return tl::unexpected(ok.error());
  }
  return append(reg, number,
                {.kind = EventKind::Decided,
                 .at = decision.at,
                 .actor = decision.by,
                 .outcome = decision.outcome,
                 .text = decision.reason});
}

Result<ObjectionState> reply(Register& reg, std::string_view number, const Reply& reply) {
  if (const auto ok = require_text("答复", reply.text, kOfficeTextLengthMax); !ok) {
    return tl::unexpected(ok.error());
  }
  if (const auto ok = require_text("经办人姓名", reply.by, kActorLengthMax); !ok) {
    return tl::unexpected(ok.error());
  }
  return append(reg, number,
                {.kind = EventKind::Replied,
                 .at = reply.at,
                 .actor = reply.by,
                 .outcome = std::nullopt,
                 .text = reply.text});
}

}  // namespace gongshi
