#include "intake/desk/office_text.h"

#include <fmt/format.h>

#include "generator/notice/utf8.h"

namespace gongshi {

Result<void> require_office_text(std::string_view what, std::string_view text,
                                 std::size_t length_max) {
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

Result<void> require_actor(std::string_view name) {
  return require_office_text("经办人姓名", name, kActorLengthMax);
}

}  // namespace gongshi
