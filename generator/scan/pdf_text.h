// The text of a PDF. The only door to Poppler.
#ifndef GENERATOR_SCAN_PDF_TEXT_H_
#define GENERATOR_SCAN_PDF_TEXT_H_

#include <string_view>

#include "generator/scan/document_reading.h"

namespace gongshi {

// One part a page, then the properties, the XMP and the embedded files. A page without text is a
// remark: it is a picture. Invalid for what is damaged, encrypted, or of too many pages.
Result<DocumentText> pdf_text(std::string_view file_name, std::string_view bytes,
                              DocumentReading& reading);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_PDF_TEXT_H_
