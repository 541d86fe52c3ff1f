// The pieces of a notice that several pages show, as the fields that their templates take.
#ifndef GENERATOR_RENDER_NOTICE_VIEW_H_
#define GENERATOR_RENDER_NOTICE_VIEW_H_

#include <optional>
#include <string>
#include <vector>

#include "generator/render/site_model.h"

namespace gongshi {

// {opens, opens_weekday, closes, closes_weekday, length: "5个工作日", last_moment}
PageData describe_window(const SiteModel& site, const Notice& notice);

// The same as one sentence: for feeds, calendars and search results.
std::string window_in_words(const SiteModel& site, const Notice& notice);

// {id, title, url, publisher, step, campaign, campaign_url, published, published_on, example}; urls
// relative to the root.
PageData describe_notice(const SiteModel& site, const Notice& notice);

// What partials/entry.mustache takes: the notice in a listing, with its window and its badge as
// describe_badge() makes it from `when`. Of a withdrawn notice only that it was there.
PageData describe_entry(const SiteModel& site, const Notice& notice, std::optional<Instant> when);

// [{title, number}], number may be "".
PageData describe_basis(const Campaign& campaign);

// The candidates of one award, in the order of the notice.
struct Group {
  const Award* award;
  std::vector<const Candidate*> candidates;
};

// By award in the campaign's order; awards without a candidate in this notice are left out.
std::vector<Group> groups_of(const Campaign& campaign, const Notice& notice);

// "南宁市、柳州市"
std::string joined(const std::vector<std::string>& items);

// "6月27日": for where the year stands beside it.
std::string month_and_day(Date date);

// {url, title}: one step of the way from the home page.
PageData crumb(const std::string& url, const std::string& title);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_NOTICE_VIEW_H_
