// What typists do to numbers and dates in tables, undone (DOMAIN 4.5).
#ifndef GENERATOR_IMPORT_CELL_REPAIR_H_
#define GENERATOR_IMPORT_CELL_REPAIR_H_

#include <string>
#include <string_view>

namespace gongshi {

// The cell as this column of candidates.csv takes it. Blanks at both ends go everywhere. In
// numbers and dates full-width digits become ASCII and blanks go: "２０１８年 ３ 月" is 2018年3月;
// where years are counted, "3年" is 3. Names and all other words stay as written.
std::string repaired(std::string_view column, std::string_view cell);

// Whether candidates.csv takes the text in this column: rank and tenure_years are whole numbers.
bool fits_column(std::string_view column, std::string_view text);

}  // namespace gongshi

#endif  // GENERATOR_IMPORT_CELL_REPAIR_H_
