#include "generator/load/text_file.h"

#include <fmt/format.h>

#include <utility>

#include "generator/notice/text_encoding.h"
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

void report_neither_encoding(const std::string& file, std::string_view bytes,
                             const DecodedText& decoded, Diagnostics& problems) {
  problems.push_back(
      {.place = place_at(file, decoded.text, decoded.text.size()),
       .code = "invalid-utf8",
       .message = fmt::format("这里的字节 0x{:02X} 既不是 UTF-8 文字，也不是 GB18030 "
                              "文字；请用表格软件把文件另存为“CSV UTF-8”",
                              static_cast<unsigned char>(bytes[decoded.bytes_read]))});
}

// False, and a problem, when there is one.
bool is_free_of_control_characters(const std::string& file, std::string_view text,
                                   Diagnostics& problems) {
  const auto offset = first_control_character(text);
  if (!offset) return true;
  problems.push_back({.place = place_at(file, text, *offset),
                      .code = "control-character",
                      .message = fmt::format("这里有一个看不见的控制字符 U+{:04X}，请删去",
                                             static_cast<unsigned char>(text[*offset]))});
  return false;
}

bool says_something(const std::string& file, std::string_view text, std::string_view purpose,
                    Diagnostics& problems) {
  if (!trim_blanks(text).empty()) return true;
  problems.push_back({.place = {.file = file, .line = 1, .column = 1},
                      .code = "empty-file",
                      .message = fmt::format("这个文件是空的；请{}", purpose)});
  return false;
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
  if (!is_free_of_control_characters(tree.shown(path), text, problems)) return std::nullopt;
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
  if (text && !says_something(tree.shown(path), *text, purpose, problems)) return std::nullopt;
  return text;
}

std::optional<std::string> read_required_table(const SourceTree& tree, const std::string& path,
                                               std::string_view purpose, Diagnostics& problems) {
  const auto found = tree.files.find(path);
  if (found == tree.files.end() || !is_gb18030(found->second)) {
    const auto text = read_required_text(tree, path, purpose, problems);
    if (!text) return std::nullopt;
    return std::string(*text);
  }
  const std::string file = tree.shown(path);
  const std::string& bytes = found->second;
  DecodedText decoded = from_gb18030(bytes);
  if (decoded.bytes_read < bytes.size()) {
    report_neither_encoding(file, bytes, decoded, problems);
    return std::nullopt;
  }
  if (!is_free_of_control_characters(file, decoded.text, problems)) return std::nullopt;
  if (!says_something(file, decoded.text, purpose, problems)) return std::nullopt;
  return std::move(decoded.text);
}

}  // namespace gongshi
