// The pieces of a notice that several pages show, as the fields that their templates take.
#ifndef GENERATOR_RENDER_NOTICE_VIEW_H_
#define GENERATOR_RENDER_NOTICE_VIEW_H_

#include <string>
#include <vector>

#include "generator/render/site_model.h"

namespace gongshi {

// {opens, opens_weekday, closes, closes_weekday, length: "5个工作日", last_moment}
Json describe_window(const SiteModel& site, const Notice& notice);

// {id, title, url, publisher, step, campaign, published, published_on}; url relative to the root.
Json describe_notice(const SiteModel& site, const Notice& notice);

// The candidates of one award, in the order of the notice.
struct Group {
  const Award* award;
  std::vector<const Candidate*> candidates;
};

// By award in the campaign's order; awards without a candidate in this notice are left out.
std::vector<Group> groups_of(const Campaign& campaign, const Notice& notice);

// {url, title}: one step of the way from the home page.
Json crumb(const std::string& url, const std::string& title);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_NOTICE_VIEW_H_
