// Which pages ask search engines to forget them.
#ifndef GENERATOR_RENDER_INDEXING_H_
#define GENERATOR_RENDER_INDEXING_H_

#include <vector>

#include "generator/render/site_model.h"

namespace gongshi {

// Names are published so that people can object; when that is over, the page stays where it is, and
// is no longer what a search for a name finds first. The content decides and not the clock: a
// notice is over when it is closed, if its campaign says until-closed, and when it is withdrawn in
// any case.
bool is_noindex(const SiteModel& site, const Notice& notice);

// A candidate's page: when it is over for all the notices that list the candidate, and when the
// candidate was removed.
bool is_noindex(const SiteModel& site, const Candidate& candidate,
                const std::vector<const Notice*>& notices);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_INDEXING_H_
