// /verify/: checks the proof on a receipt; assets/proof.js and verify.js do it, in the browser.
#ifndef GENERATOR_RENDER_VERIFY_PAGE_H_
#define GENERATOR_RENDER_VERIFY_PAGE_H_

#include <string>

#include "generator/render/site_model.h"

namespace gongshi {

// It says under which key of the log (site.toml, log_key) and, without a script, how else to check.
Result<std::string> render_verify_page(const SiteModel& site);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_VERIFY_PAGE_H_
