// The parts of a spreadsheet (XLSX) that each sheet is read with. Inside this box only.
#ifndef GENERATOR_SCAN_WORKBOOK_PARTS_H_
#define GENERATOR_SCAN_WORKBOOK_PARTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "generator/scan/zip_members.h"

namespace gongshi {

struct WorkbookPart {
  std::string name;  // of the sheet, as its tab shows it
  bool hidden = false;
  std::string member;
};

// In the order of the tabs.
std::vector<WorkbookPart> workbook_parts(const std::vector<ZipMember>& members);

// How to read a name may stand above it (拼音, ふりがな), in the same string.
enum class Phonetic { Keep, Drop };

std::vector<std::string> shared_strings(const std::vector<ZipMember>& members, Phonetic phonetic);

// "1.3800138E+10": a number that Excel wrote in short, as its digits.
std::string spelled_out(const std::string& number);

// Of the member with this name; empty when there is none.
std::string_view bytes_of(const std::vector<ZipMember>& members, std::string_view name);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_WORKBOOK_PARTS_H_
