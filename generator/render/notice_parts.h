// The parts of a notice that its page and its print share, as their templates take them.
#ifndef GENERATOR_RENDER_NOTICE_PARTS_H_
#define GENERATOR_RENDER_NOTICE_PARTS_H_

#include "generator/render/site_model.h"

namespace gongshi {

// The list, by award: [{award, id, count, individual, with_unit, with_post, with_recommender, long,
// candidates: [{number, name, url, removed, reserve, change, unit, post, recommended_by}]}].
PageData describe_groups(const SiteModel& site, const Notice& notice);

// [{label, value, link, hours}], link as link_to() makes it.
PageData describe_channels(const SiteModel& site, const Notice& notice);

// Every correction and extension, oldest first: [{at, kind, whom, what, until}]. whom may be "",
// and until says what became of the window, or is "".
PageData describe_history(const SiteModel& site, const Notice& notice);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_NOTICE_PARTS_H_
