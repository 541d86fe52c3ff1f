#include "intake/desk/office_text.h"

#include <fmt/format.h>

#include <string>

#include "generator/notice/utf8.h"

namespace gongshi {

Result<void> require_office_text(std::string_view what, std::string_view text,
                                 std::size_t length_max) {
  if (first_invalid_utf8(text)) {
    return failure(ErrorKind::Invalid, fmt::format("{}不是 UTF-8 文字；请转换编码后再试", what));
  }
  if (first_control_character(text)) {
    return failure(ErrorKind::Invalid, fmt::format("{}里有控制字符，请删去", what));
  }
  if (trim_blanks(text).empty()) {
    return failure(ErrorKind::Invalid, fmt::format("{}不能是空白", what));
  }
  if (const std::size_t length = count_code_points(text); length > length_max) {
    return failure(ErrorKind::Invalid, fmt::format("{}有{}字，最多{}字", what, length, length_max));
  }
  return {};
}

Result<void> require_actor(std::string_view name, std::string_view role) {
  const std::string what = fmt::format("{}姓名", role);
  if (name.find_first_of("\r\n\t") != std::string_view::npos) {
    return failure(ErrorKind::Invalid, fmt::format("{}只能写一行", what));
  }
  return require_office_text(what, name, kActorLengthMax);
}

}  // namespace gongshi
