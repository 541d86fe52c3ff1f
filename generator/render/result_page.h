// notices/<id>/result/: what the office attests about a closed notice (公示情况).
#ifndef GENERATOR_RENDER_RESULT_PAGE_H_
#define GENERATOR_RENDER_RESULT_PAGE_H_

#include <string>

#include "generator/render/site_model.h"

namespace gongshi {

// Requires a notice with a closing record that is not withdrawn.
Result<std::string> render_result_page(const SiteModel& site, const Notice& notice);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_RESULT_PAGE_H_
