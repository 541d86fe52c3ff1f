// index.html: every notice that somebody waits for, by how it stands, and the ways to the others.
#ifndef GENERATOR_RENDER_HOME_PAGE_H_
#define GENERATOR_RENDER_HOME_PAGE_H_

#include <cstddef>
#include <string>

#include "generator/render/site_model.h"

namespace gongshi {

// What is over needs no more than its latest here, for the archive has the rest: ten are about two
// screens of a phone below what is open.
inline constexpr std::size_t kHomeDecidedMax = 10;
// Links to campaigns, the newest first; campaigns/ has all.
inline constexpr std::size_t kHomeCampaignsMax = 6;

// The listing as it was at `as_of`: those that close on that day; the other open ones, the next to
// close on top; those to come; those over and being handled; the latest results; those suspended;
// the latest withdrawn. Then links by campaign, by year and by place. A section without a notice is
// left out, but for the open ones, which say so.
Result<std::string> render_home_page(const SiteModel& site, Instant as_of);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_HOME_PAGE_H_
