// What the manifest says of a notice (DESIGN 7).
#ifndef GENERATOR_RENDER_MANIFEST_ENTRY_H_
#define GENERATOR_RENDER_MANIFEST_ENTRY_H_

#include <string>

#include "generator/notice/manifest.h"
#include "generator/render/site_model.h"

namespace gongshi {

// `page_sha256` is of the notice page's bytes. Of a withdrawn notice the manifest keeps the id, the
// window, the office and the state; title, candidates and channels are gone like the page.
ManifestNotice manifest_entry(const SiteModel& site, const Notice& notice, std::string page_sha256);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_MANIFEST_ENTRY_H_
