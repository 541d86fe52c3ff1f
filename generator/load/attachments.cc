#include "generator/load/attachments.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "generator/load/fields.h"
#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

// Characters that nobody sees, and those that turn the direction of writing: with one of them
// "表exe.pdf" may end in ".exe". The joiners U+200C and U+200D stay: some scripts are spelled so.
constexpr std::array<std::string_view, 20> kInvisible = {
    "\u200B", "\u200E", "\u200F", "\u2028", "\u2029", "\u202A", "\u202B",
    "\u202C", "\u202D", "\u202E", "\u2060", "\u2061", "\u2062", "\u2063",
    "\u2064", "\u2066", "\u2067", "\u2068", "\u2069", "\uFEFF"};

bool holds_invisible(std::string_view name) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  return std::ranges::any_of(name, is_control) ||
         std::ranges::any_of(kInvisible, [&](std::string_view character) {
           return name.find(character) != std::string_view::npos;
         });
}

// U+0080 to U+009F.
bool holds_late_control(std::string_view name) {
  for (std::size_t at = name.find('\xC2'); at != std::string_view::npos;
       at = name.find('\xC2', at + 1)) {
    if (at + 1 < name.size() && static_cast<unsigned char>(name[at + 1]) < 0xA0) return true;
  }
  return false;
}

bool ends_badly(std::string_view name) {
  return name.empty() || name.starts_with('.') || name.ends_with('.') ||
         trim_blanks(name).size() != name.size();
}

using Files = std::map<std::string, Attachment, std::less<>>;

Files files_in(const SourceTree& tree, const std::string& folder, Diagnostics& problems) {
  Files files;
  for (auto file = tree.files.lower_bound(folder);
       file != tree.files.end() && file->first.starts_with(folder); ++file) {
    const std::string name = file->first.substr(folder.size());
    if (name.find('/') != std::string::npos) continue;  // "unused-file" says it
    const Place place{.file = tree.shown(file->first)};
    const std::string wrong = wrong_in_attachment_name(name);
    if (!wrong.empty()) {
      problems.push_back({.place = place, .code = "attachment-name", .message = wrong});
      continue;
    }
    files.emplace(name, Attachment{.file = name,
                                   .title = name,
                                   .type = file_type_of(file->second),
                                   .bytes = file->second,
                                   .place = place});
  }
  return files;
}

void report_unknown_file(const Place& place, const std::string& name, const Files& files,
                         Diagnostics& problems) {
  KnownNames known;
  for (const auto& [file, attachment] : files) known.insert(file);
  if (!known.empty()) return report_unknown_reference(problems, place, "附件", name, known);
  problems.push_back(
      {.place = place,
       .code = "unknown-reference",
       .message = fmt::format("attachments 文件夹里没有“{}”；请放进去，或者删去这一节", name)});
}

// The attachment that one [[attachment]] is about, under its title. `titled` are the names that
// earlier tables are about.
std::optional<Attachment> read_titled(TomlTable& table, const Files& files, KnownNames& titled,
                                      Diagnostics& problems) {
  const std::string name = table.required_text("file");
  const std::string title = table.required_text("title");
  table.report_unknown_keys();
  if (name.empty()) return std::nullopt;
  if (!titled.insert(name).second) {
    table.report(table.place_of("file"), "duplicate-id",
                 fmt::format("附件“{}”已经有标题了；请删去其中一节", name));
    return std::nullopt;
  }
  const auto file = files.find(name);
  if (file == files.end()) {
    report_unknown_file(table.place_of("file"), name, files, problems);
    return std::nullopt;
  }
  Attachment attachment = file->second;
  attachment.title = title;
  return attachment;
}

}  // namespace

std::string wrong_in_attachment_name(std::string_view name) {
  const std::string_view what = first_invalid_utf8(name) ? "不是 UTF-8 文字"
                                : name.size() > kAttachmentNameBytesMax
                                    ? "太长（最多 200 个字节，约 66 个汉字）"
                                : holds_invisible(name)    ? "里有看不见的字符"
                                : holds_late_control(name) ? "里有控制字符"
                                : ends_badly(name)         ? "以点或者空格开头或结尾"
                                : name.find_first_of("<>:\"|?*\\") != std::string_view::npos
                                    ? "里有 < > : \" | ? * \\ 中的字符，有的系统不能保存"
                                    : "";
  return what.empty() ? "" : fmt::format("附件的文件名{}；请改名", what);
}

std::vector<Attachment> read_attachments(const SourceTree& tree, const std::string& folder,
                                         TomlTable& front_matter, Diagnostics& problems) {
  Files files = files_in(tree, folder + "attachments/", problems);
  std::vector<Attachment> attachments;
  KnownNames titled;
  for (TomlTable& table : front_matter.tables("attachment")) {
    auto attachment = read_titled(table, files, titled, problems);
    if (attachment) attachments.push_back(*std::move(attachment));
  }
  for (auto& [name, attachment] : files) {
    if (!titled.contains(name)) attachments.push_back(std::move(attachment));
  }
  return attachments;
}

}  // namespace gongshi
