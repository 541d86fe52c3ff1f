// The parts of a notice that its page and its print share, as their templates take them.
#ifndef GENERATOR_RENDER_NOTICE_PARTS_H_
#define GENERATOR_RENDER_NOTICE_PARTS_H_

#include "generator/render/site_model.h"

namespace gongshi {

// The list, by award: [{award, id, count, individual, with_unit, with_post, with_recommender, long,
// candidates: [{number, name, url, removed, reserve, unit, post, recommended_by}]}].
Json describe_groups(const SiteModel& site, const Notice& notice);

// [{label, value, link, hours}], link as link_to() makes it.
Json describe_channels(const SiteModel& site, const Notice& notice);

// [{at, kind, what}] and [{closes, at, reason}], in the notice's order.
Json describe_corrections(const SiteModel& site, const Notice& notice);
Json describe_extensions(const Notice& notice);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_NOTICE_PARTS_H_
