#include "generator/scan/workbook_dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <map>

#include "generator/notice/civil_time.h"
#include "generator/scan/xml_walk.h"

namespace gongshi {
namespace {

int number_in(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// The formats that a program knows by number, without a text of their own; from 27 on those of
// Chinese Excel.
constexpr std::array<int, 14> kDays = {14, 15, 16, 22, 28, 29, 30, 31, 36, 50, 51, 53, 54, 58};
constexpr std::array<int, 4> kMonths = {17, 27, 52, 57};

CellFormat built_in(int id) {
  if (std::ranges::find(kDays, id) != kDays.end()) return CellFormat::Day;
  return std::ranges::find(kMonths, id) == kMonths.end() ? CellFormat::Other : CellFormat::Month;
}

}  // namespace

CellFormat format_of(std::string_view code) {
  bool year = false;
  bool day = false;
  char closing = '\0';  // of the quoted text or the condition that we are in
  for (const char c : code) {
    if (closing != '\0') {
      if (c == closing) closing = '\0';
    } else if (c == '"' || c == '[') {
      closing = c == '[' ? ']' : '"';
    } else {
      year = year || c == 'y' || c == 'Y';
      day = day || c == 'd' || c == 'D';
    }
  }
  if (!year) return CellFormat::Other;
  return day ? CellFormat::Day : CellFormat::Month;
}

std::vector<CellFormat> cell_formats(std::string_view styles) {
  std::map<int, CellFormat> own;
  std::vector<CellFormat> formats;
  walk_xml(styles, {.enter =
                        [&](const XmlElement& element) {
                          const int id = number_in(element.attribute("numFmtId"));
                          if (element.name == "numFmt") {
                            own[id] = format_of(element.attribute("formatCode"));
                          } else if (element.name == "xf" && element.parent == "cellXfs") {
                            const auto found = own.find(id);
                            formats.push_back(found == own.end() ? built_in(id) : found->second);
                          }
                        },
                    .leave = {},
                    .text = {}});
  return formats;
}

std::string date_of(const std::string& number, CellFormat format) {
  constexpr int kFirst = 367;        // 1901-01-01
  constexpr int kLast = 109'574;     // 2199-12-31
  constexpr std::size_t kMonth = 7;  // 2018-03
  int days = 0;
  const char* end = number.data() + number.size();
  const auto read = std::from_chars(number.data(), end, days);
  const bool is_whole = read.ec == std::errc() && (read.ptr == end || *read.ptr == '.');
  if (format == CellFormat::Other || !is_whole || days < kFirst || kLast < days) return number;
  // Excel counts a 1900-02-29 that never was.
  const Date day = Date(std::chrono::year(1899) / 12 / 30) + std::chrono::days(days);
  const std::string text = to_text(day);
  return format == CellFormat::Day ? text : text.substr(0, kMonth);
}

}  // namespace gongshi
