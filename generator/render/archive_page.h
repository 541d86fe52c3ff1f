// archive/ and archive/<year>/: every notice there ever was, by the day of its publication.
#ifndef GENERATOR_RENDER_ARCHIVE_PAGE_H_
#define GENERATOR_RENDER_ARCHIVE_PAGE_H_

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "generator/render/site_model.h"

namespace gongshi {

// By the year of publication in China's time, the latest first; in a year the newest first. Those
// withdrawn are among them.
using NoticesByYear = std::map<int, std::vector<const Notice*>, std::greater<>>;
NoticesByYear notices_by_year(const Content& content);

// The years and how many notices each has: [{year, url, count, current}], `current` being the one
// that is open, or 0.
PageData describe_years(const SiteModel& site, const NoticesByYear& years, int current);

Result<std::string> render_archive_page(const SiteModel& site);

// The notices of one year by month, newest first, with how they ended; of those withdrawn only that
// they were there. Depends on no clock. Requires a year that has a notice.
Result<std::string> render_archive_year_page(const SiteModel& site, int year);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_ARCHIVE_PAGE_H_
