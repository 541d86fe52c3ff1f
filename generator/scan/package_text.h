// What the members of an archive say: office documents (DOCX, XLSX, PPTX, OFD, ODF), and archives
// of files.
#ifndef GENERATOR_SCAN_PACKAGE_TEXT_H_
#define GENERATOR_SCAN_PACKAGE_TEXT_H_

#include <string_view>

#include "generator/scan/document_reading.h"

namespace gongshi {

// Everything that is XML is read, whatever its name: a place that nobody thinks of is where things
// stay. Pictures and embedded documents are read as documents. The rest is a remark, fonts and
// printer settings excepted.
Result<DocumentText> package_text(std::string_view file_name, std::string_view bytes,
                                  DocumentReading& reading);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_PACKAGE_TEXT_H_
