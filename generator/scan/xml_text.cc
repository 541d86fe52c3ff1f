#include "generator/scan/xml_text.h"

#include <algorithm>
#include <array>

#include "generator/scan/laid_out_text.h"
#include "generator/scan/xml_walk.h"

namespace gongshi {
namespace {

template <std::size_t N>
bool is_any(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::ranges::find(names, name) != names.end();
}

constexpr std::array<std::string_view, 5> kBlocks = {"p", "h", "TextObject", "comment", "si"};
constexpr std::array<std::string_view, 2> kRows = {"tr", "table-row"};
constexpr std::array<std::string_view, 2> kCells = {"tc", "table-cell"};
constexpr std::array<std::string_view, 3> kBreaks = {"br", "cr", "line-break"};
// Runs of text. All else that holds characters is a value of its own (an offset, a date) and must
// not touch the digits beside it.
constexpr std::array<std::string_view, 9> kRuns = {"t", "delText", "instrText", "TextCode",    "p",
                                                   "h", "span",    "a",         "delInstrText"};

void lay_out(const XmlElement& element, LaidOutText& out) {
  if (is_any(element.name, kBlocks)) out.begin_block();
  if (is_any(element.name, kRows)) out.begin_row();
  if (is_any(element.name, kCells)) out.begin_cell();
  if (is_any(element.name, kBreaks)) out.line_break();
  // In a paragraph <w:tab/> is a character; among the paragraph's settings it is a tab stop.
  if (element.name == "tab" && element.parent != "tabs") out.append("\t");
}

}  // namespace

std::optional<std::string> xml_text(std::string_view bytes) {
  LaidOutText out;
  const bool is_xml = walk_xml(
      bytes, {.enter = [&](const XmlElement& element) { lay_out(element, out); },
              .leave = {},
              .text =
                  [&](std::string_view parent, std::string_view text) {
                    const bool blank = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
                    const bool run = is_any(parent, kRuns);
                    if (blank && parent != "t" && parent != "span") return;
                    if (!run) out.begin_block();
                    out.append(text);
                    if (!run) out.line_break();
                  }});
  if (!is_xml) return std::nullopt;
  return out.text();
}

std::optional<std::string> xml_attributes(std::string_view bytes) {
  std::string values;
  const bool is_xml = walk_xml(bytes, {.enter =
                                           [&](const XmlElement& element) {
                                             for (const auto& [name, value] : element.attributes) {
                                               values += value;
                                               values += '\n';
                                             }
                                           },
                                       .leave = {},
                                       .text = {}});
  if (!is_xml) return std::nullopt;
  return values;
}

std::optional<std::vector<std::pair<std::string, std::string>>> xml_properties(
    std::string_view bytes) {
  std::vector<std::pair<std::string, std::string>> properties;
  const auto add = [&](std::string_view name, std::string_view text) {
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return;
    properties.emplace_back(name, text);
  };
  if (!walk_xml(bytes, {.enter = {}, .leave = {}, .text = add})) return std::nullopt;
  return properties;
}

}  // namespace gongshi
