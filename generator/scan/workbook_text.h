// The cells of a spreadsheet (XLSX), hidden sheets included.
#ifndef GENERATOR_SCAN_WORKBOOK_TEXT_H_
#define GENERATOR_SCAN_WORKBOOK_TEXT_H_

#include <string>
#include <vector>

#include "generator/scan/document_reading.h"
#include "generator/scan/zip_members.h"

namespace gongshi {

// One part a sheet, its rows as lines with tabs, each cell marked with its address; one part for
// each file of comments, marked likewise; and the shared strings that no cell shows any more.
// Members that were read so are named in `seen`; what is broken is left to others.
std::vector<TextPart> workbook_text(const std::vector<ZipMember>& members, DocumentReading& reading,
                                    std::vector<std::string>& seen);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_WORKBOOK_TEXT_H_
