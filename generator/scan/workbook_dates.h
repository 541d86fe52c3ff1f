// Which cells of a spreadsheet show a number as a day, and which day that is. Inside this box only.
#ifndef GENERATOR_SCAN_WORKBOOK_DATES_H_
#define GENERATOR_SCAN_WORKBOOK_DATES_H_

#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

enum class CellFormat { Other, Day, Month };

// By the index that a cell's attribute "s" holds; `styles` is xl/styles.xml.
std::vector<CellFormat> cell_formats(std::string_view styles);

// What a format's text shows: "yyyy/m/d" a day, "yyyy年m月" a month, "0.00" and "h:mm" neither.
CellFormat format_of(std::string_view code);

// "43160" is 2018-03-01, or 2018-03 as a month. Any other text, and days outside 1901–2199, come
// back as they are.
std::string date_of(const std::string& number, CellFormat format);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_WORKBOOK_DATES_H_
