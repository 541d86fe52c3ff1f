#include "generator/scan/workbook_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "generator/scan/xml_walk.h"

namespace gongshi {
namespace {

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

}  // namespace

std::vector<WorkbookPart> workbook_parts(const std::vector<ZipMember>& members) {
  const auto targets = relations(members);
  std::vector<WorkbookPart> found;
  walk_xml(bytes_of(members, "xl/workbook.xml"),
           {.enter =
                [&](const XmlElement& element) {
                  const auto target = targets.find(std::string(element.attribute("id")));
                  if (element.name != "sheet" || target == targets.end()) return;
                  const std::string_view state = element.attribute("state");
                  found.push_back({.name = std::string(element.attribute("name")),
                                   .hidden = state == "hidden" || state == "veryHidden",
                                   .member = target->second});
                },
            .leave = {},
            .text = {}});
  return found;
}

std::vector<std::string> shared_strings(const std::vector<ZipMember>& members, Phonetic phonetic) {
  std::vector<std::string> strings;
  bool above = false;  // in a phonetic run
  walk_xml(bytes_of(members, "xl/sharedStrings.xml"),
           {.enter =
                [&](const XmlElement& element) {
                  if (element.name == "si") strings.emplace_back();
                  above = above || element.name == "rPh";
                },
            .leave = [&](std::string_view name) { above = above && name != "rPh"; },
            .text =
                [&](std::string_view parent, std::string_view text) {
                  if (parent != "t" || strings.empty()) return;
                  if (!above || phonetic == Phonetic::Keep) strings.back().append(text);
                }});
  return strings;
}

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

std::string_view bytes_of(const std::vector<ZipMember>& members, std::string_view name) {
  const auto found = std::ranges::find(members, name, &ZipMember::name);
  return found == members.end() ? std::string_view() : std::string_view(found->bytes);
}

}  // namespace gongshi
