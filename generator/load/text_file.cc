#include "generator/load/text_file.h"

#include <fmt/format.h>

#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

constexpr std::string_view kByteOrderMark = "\uFEFF";

void report_invalid_utf8(const std::string& file, std::string_view text, std::size_t offset,
                         Diagnostics& problems) {
  problems.push_back({.place = place_at(file, text, offset),
                      .code = "invalid-utf8",
                      .message = fmt::format("这里的字节 0x{:02X} 不是 UTF-8 文字；"
                                             "请用编辑器把文件另存为 UTF-8 编码",
                                             static_cast<unsigned char>(text[offset]))});
}

void report_control_character(const std::string& file, std::string_view text, std::size_t offset,
                              Diagnostics& problems) {
  problems.push_back({.place = place_at(file, text, offset),
                      .code = "control-character",
                      .message = fmt::format("这里有一个看不见的控制字符 U+{:04X}，请删去",
                                             static_cast<unsigned char>(text[offset]))});
}

}  // namespace

std::optional<std::string_view> read_text(const SourceTree& tree, const std::string& path,
                                          Diagnostics& problems) {
  const auto found = tree.files.find(path);
  if (found == tree.files.end()) return std::nullopt;
  std::string_view text = found->second;
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (const auto offset = first_invalid_utf8(text)) {
    report_invalid_utf8(tree.shown(path), text, *offset, problems);
    return std::nullopt;
  }
  if (const auto offset = first_control_character(text)) {
    report_control_character(tree.shown(path), text, *offset, problems);
    return std::nullopt;
  }
  return text;
}

std::optional<std::string_view> read_required_text(const SourceTree& tree, const std::string& path,
                                                   std::string_view purpose,
                                                   Diagnostics& problems) {
  if (!tree.files.contains(path)) {
    problems.push_back({.place = {.file = tree.shown(path)},
                        .code = "missing-file",
                        .message = fmt::format("没有这个文件；请新建它，{}", purpose)});
  }
  const auto text = read_text(tree, path, problems);
  if (text && trim_blanks(*text).empty()) {
    problems.push_back({.place = {.file = tree.shown(path), .line = 1, .column = 1},
                        .code = "empty-file",
                        .message = fmt::format("这个文件是空的；请{}", purpose)});
    return std::nullopt;
  }
  return text;
}

}  // namespace gongshi
