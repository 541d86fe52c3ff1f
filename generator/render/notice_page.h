// notices/<id>/: the publication itself, or the tombstone of one that was withdrawn.
#ifndef GENERATOR_RENDER_NOTICE_PAGE_H_
#define GENERATOR_RENDER_NOTICE_PAGE_H_

#include <string>

#include "generator/render/site_model.h"

namespace gongshi {

// Everything that R6 asks for. The page depends on no clock, because the manifest carries its
// digest: what is open now is told by absolute instants. A withdrawn notice says that it was
// withdrawn, when and why, and nothing of what it said. Invalid when a template asks for a field
// that is not there.
Result<std::string> render_notice_page(const SiteModel& site, const Notice& notice);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_NOTICE_PAGE_H_
