// Properties: every document has parts with a place, or an error that says why not; no limit is
// passed; and what the parts say can be scanned.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "generator/scan/document_text.h"
#include "generator/scan/scanner.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const gongshi::DocumentLimits limits{
      .unfolded_bytes = 1'000'000, .members = 100, .nesting = 3, .pages = 10};
  const auto document = gongshi::document_text("a", bytes, limits);
  if (!document) {
    if (document.error().message.empty()) std::abort();
    return 0;
  }
  for (const gongshi::TextPart& part : document->parts) {
    if (part.locus.empty() || part.text.empty()) std::abort();
    for (const gongshi::Finding& finding : scan_text(part.text, gongshi::Zone::Page)) {
      if (locus_at(part, finding.offset).empty()) std::abort();
    }
  }
  for (const gongshi::Remark& remark : document->remarks) {
    if (remark.sentence.empty()) std::abort();
  }
  return 0;
}
