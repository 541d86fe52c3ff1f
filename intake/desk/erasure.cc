#include "intake/desk/erasure.h"

#include <fmt/format.h>

#include <optional>
#include <string>

#include "generator/notice/identifier.h"
#include "intake/desk/case_file.h"
#include "intake/desk/office_text.h"

namespace gongshi {

Result<void> erase_objection(Register& reg, std::string_view number, const Erasure& erasure) {
  if (!is_identifier(erasure.basis)) {
    return failure(ErrorKind::Invalid,
                   fmt::format("依据“{}”不对，应为小写字母、数字和连字符，例如 retention-expired、"
                               "on-request",
                               erasure.basis));
  }
  if (auto ok = require_actor(erasure.actor); !ok) return ok;
  const Result<CaseFile> file = open_case(reg, number);
  if (!file) return tl::unexpected(file.error());
  if (const auto ok = require_not_recused(file->standing, erasure.actor); !ok) {
    return failure(ok.error().kind,
                   fmt::format("异议 {} {}", file->objection.number, ok.error().message));
  }
  const NoticeId& notice = file->objection.filed.notice;
  const Result<std::optional<std::string>> closing = reg.closing(notice);
  if (!closing) return tl::unexpected(closing.error());
  if (!closing->has_value()) {
    return failure(ErrorKind::Conflict,
                   fmt::format("公示“{}”还没有办结，异议 {} 的内容还要用来办理，不能删除",
                               notice.text(), file->objection.number));
  }
  return reg.erase(number, erasure);
}

}  // namespace gongshi
