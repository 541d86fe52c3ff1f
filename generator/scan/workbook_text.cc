#include "generator/scan/workbook_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "generator/scan/workbook_parts.h"
#include "generator/scan/xml_walk.h"

namespace gongshi {
namespace {

struct SharedString {
  std::string text;
  bool shown = false;
};

std::vector<SharedString> strings_of(const std::vector<ZipMember>& members) {
  std::vector<SharedString> strings;
  for (std::string& text : shared_strings(members, Phonetic::Keep)) {
    strings.push_back({.text = std::move(text), .shown = false});
  }
  return strings;
}

class SheetReader {
 public:
  SheetReader(std::string title, std::vector<SharedString>& strings, DocumentReading& reading)
      : part_{.locus = std::move(title), .text = {}, .marks = {}},
        strings_(strings),
        reading_(reading) {}

  std::optional<TextPart> run(std::string_view bytes) {
    const bool is_xml = walk_xml(
        bytes,
        {.enter = [&](const XmlElement& e) { enter(e); },
         .leave = [&](std::string_view name) { leave(name); },
         .text = [&](std::string_view parent, std::string_view text) { read(parent, text); }});
    if (!is_xml) return std::nullopt;
    return std::move(part_);
  }

 private:
  void enter(const XmlElement& element) {
    if (element.name == "row") {
      part_.text += '\n';
    } else if (element.name == "c") {
      address_ = element.attribute("r");
      type_ = element.attribute("t");
      value_.clear();
    }
  }

  void read(std::string_view parent, std::string_view text) {
    if (parent == "v" || parent == "t" || parent == "f") {
      value_ += text;
    } else if (text.find_first_not_of(" \r\n\t") != std::string_view::npos) {
      put(text);  // headers and footers, rules of validation
      part_.text += '\n';
    }
  }

  void leave(std::string_view name) {
    if (reading_.exhausted()) return;  // a long text shown in a million cells
    if (name == "f") {
      // A formula may hold a text of its own beside the value it gives.
      put(value_);
      value_.clear();
    }
    if (name == "c") put(value());
  }

  std::string value() {
    if (type_ != "s") return type_.empty() || type_ == "n" ? spelled_out(value_) : value_;
    std::size_t index = 0;
    const char* end = value_.data() + value_.size();
    const auto [stop, error] = std::from_chars(value_.data(), end, index);
    if (error != std::errc() || strings_.size() <= index) return value_;
    strings_[index].shown = true;
    return strings_[index].text;
  }

  void put(std::string_view value) {
    if (!reading_.spend_bytes(value.size())) return;
    part_.text += '\t';
    part_.marks.push_back({part_.text.size(), address_});
    const std::size_t from = part_.text.size();
    part_.text += value;
    std::replace_if(
        part_.text.begin() + static_cast<std::ptrdiff_t>(from), part_.text.end(),
        [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  }

  TextPart part_;
  std::vector<SharedString>& strings_;
  DocumentReading& reading_;
  std::string address_;
  std::string type_;
  std::string value_;
};

std::optional<TextPart> comments_in(const ZipMember& member) {
  TextPart part{.locus = "批注", .text = {}, .marks = {}};
  const bool is_xml = walk_xml(
      member.bytes, {.enter =
                         [&](const XmlElement& element) {
                           const std::string_view address = element.attribute("ref");
                           if (address.empty()) return;
                           part.text += '\n';
                           part.marks.push_back({part.text.size(), std::string(address)});
                         },
                     .leave = {},
                     .text = [&](std::string_view, std::string_view text) { part.text += text; }});
  if (!is_xml) return std::nullopt;
  return part;
}

bool is_comments(std::string_view name) {
  return name.starts_with("xl/comments") || name.starts_with("xl/threadedComments/");
}

TextPart unshown(const std::vector<SharedString>& strings) {
  TextPart part{.locus = "表中已不显示的文字", .text = {}, .marks = {}};
  for (const SharedString& string : strings) {
    if (!string.shown) part.text += string.text + "\n";
  }
  return part;
}

}  // namespace

std::vector<TextPart> workbook_text(const std::vector<ZipMember>& members, DocumentReading& reading,
                                    std::vector<std::string>& seen) {
  std::vector<TextPart> parts;
  std::vector<SharedString> strings = strings_of(members);
  for (const WorkbookPart& sheet : workbook_parts(members)) {
    if (std::ranges::find(seen, sheet.member) != seen.end()) continue;
    std::string title = fmt::format("工作表“{}”{}", sheet.name, sheet.hidden ? "（隐藏）" : "");
    auto part =
        SheetReader(std::move(title), strings, reading).run(bytes_of(members, sheet.member));
    if (!part) continue;
    seen.push_back(sheet.member);
    parts.push_back(std::move(*part));
  }
  for (const ZipMember& member : members) {
    auto part = is_comments(member.name) ? comments_in(member) : std::nullopt;
    if (!part) continue;
    seen.push_back(member.name);
    parts.push_back(std::move(*part));
  }
  parts.push_back(unshown(strings));
  if (!strings.empty()) seen.emplace_back("xl/sharedStrings.xml");
  return parts;
}

}  // namespace gongshi
