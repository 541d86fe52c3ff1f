// candidates/: everybody and every collective that is proposed, or was and was not removed.
#ifndef GENERATOR_RENDER_CANDIDATES_PAGE_H_
#define GENERATOR_RENDER_CANDIDATES_PAGE_H_

#include <string>

#include "generator/render/site_model.h"

namespace gongshi {

// By campaign, newest first, and by award; in an award in the order of a dictionary. Those without
// a notice, those of withdrawn notices alone and those removed are left out. Depends on no clock.
//
// Always noindex, like units/ (units_page.h): until a period is over, each candidate's own page can
// be found; a page of all names would keep them in search engines after their own pages left, by
// the campaign's policy or by a removal, until somebody looks at it again.
Result<std::string> render_candidates_page(const SiteModel& site);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_CANDIDATES_PAGE_H_
