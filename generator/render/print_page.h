// notices/<id>/print/: the notice with its list, criteria and every candidate's deeds as one
// document for A4 paper, which an office stamps and hands to the level above.
#ifndef GENERATOR_RENDER_PRINT_PAGE_H_
#define GENERATOR_RENDER_PRINT_PAGE_H_

#include <string>

#include "generator/render/site_model.h"

namespace gongshi {

// No page can carry its own digest. The paper carries that of the notice's page, the one that the
// manifest carries too: whoever holds the paper can tell whether the page is still the same. Of a
// candidate who was removed it says only that.
//
// Requires a notice that is not withdrawn; `page_sha256` is the digest, in hexadecimal, of what
// render_notice_page() gives for it. Invalid when a template asks for a field that is not
// there, or when the address does not fit into a QR code.
Result<std::string> render_print_page(const SiteModel& site, const Notice& notice,
                                      const std::string& page_sha256);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_PRINT_PAGE_H_
