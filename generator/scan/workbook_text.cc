#include "generator/scan/workbook_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "generator/scan/xml_walk.h"

namespace gongshi {
namespace {

struct Sheet {
  std::string title;
  std::string member;
};

struct SharedString {
  std::string text;
  bool shown = false;
};

std::string_view bytes_of(const std::vector<ZipMember>& members, std::string_view name) {
  const auto found = std::ranges::find(members, name, &ZipMember::name);
  return found == members.end() ? std::string_view() : std::string_view(found->bytes);
}

// Relation id to member name.
std::map<std::string, std::string> relations(const std::vector<ZipMember>& members) {
  std::map<std::string, std::string> found;
  walk_xml(bytes_of(members, "xl/_rels/workbook.xml.rels"),
           {.enter =
                [&](const XmlElement& element) {
                  std::string target(element.attribute("Target"));
                  target = target.starts_with('/') ? target.substr(1) : "xl/" + target;
                  found.emplace(element.attribute("Id"), target);
                },
            .leave = {},
            .text = {}});
  return found;
}

std::vector<Sheet> sheets(const std::vector<ZipMember>& members) {
  const auto targets = relations(members);
  std::vector<Sheet> found;
  walk_xml(bytes_of(members, "xl/workbook.xml"),
           {.enter =
                [&](const XmlElement& element) {
                  const auto target = targets.find(std::string(element.attribute("id")));
                  if (element.name != "sheet" || target == targets.end()) return;
                  const std::string_view state = element.attribute("state");
                  const bool hidden = state == "hidden" || state == "veryHidden";
                  found.push_back({fmt::format("工作表“{}”{}", element.attribute("name"),
                                               hidden ? "（隐藏）" : ""),
                                   target->second});
                },
            .leave = {},
            .text = {}});
  return found;
}

std::vector<SharedString> shared_strings(const std::vector<ZipMember>& members) {
  std::vector<SharedString> strings;
  walk_xml(bytes_of(members, "xl/sharedStrings.xml"),
           {.enter =
                [&](const XmlElement& element) {
                  if (element.name == "si") strings.emplace_back();
                },
            .leave = {},
            .text =
                [&](std::string_view parent, std::string_view text) {
                  if (parent == "t" && !strings.empty()) strings.back().text += text;
                }});
  return strings;
}

// "1.3800138E+10": a number that Excel wrote in short, as its digits.
std::string spelled_out(const std::string& number) {
  if (number.find_first_of("Ee") == std::string::npos) return number;
  double value = 0;
  const char* end = number.data() + number.size();
  const auto [stop, error] = std::from_chars(number.data(), end, value);
  constexpr double kShortMin = 1e9;  // nothing that is looked for is shorter
  constexpr double kLongMax = 1e20;
  if (error != std::errc() || stop != end || value < kShortMin || kLongMax < value) return number;
  return fmt::format("{:.0f}", value);
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
  std::vector<SharedString> strings = shared_strings(members);
  for (const Sheet& sheet : sheets(members)) {
    if (std::ranges::find(seen, sheet.member) != seen.end()) continue;
    auto part = SheetReader(sheet.title, strings, reading).run(bytes_of(members, sheet.member));
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
