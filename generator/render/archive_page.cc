#include "generator/render/archive_page.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "generator/render/frame.h"
#include "generator/render/long_list.h"
#include "generator/render/notice_view.h"
#include "generator/render/site_path.h"

namespace gongshi {
namespace {

std::chrono::year_month_day day_of(const Notice& notice) {
  return std::chrono::year_month_day(date_of(notice.published_at));
}

std::string counted(const SiteModel& site, std::size_t notices) {
  return site.templates.message("count.notices", {{"number", std::to_string(notices)}});
}

PageData describe_row(const SiteModel& site, const Notice& notice) {
  const Date day = date_of(notice.published_at);
  PageData row = describe_entry(site, notice, std::nullopt);
  row["date"] = to_text(day);
  row["day"] = month_and_day(day);
  return row;
}

// Of notices that stand newest first.
PageData describe_months(const SiteModel& site, const std::vector<const Notice*>& notices) {
  PageData months = PageData::array();
  unsigned open = 0;
  for (const Notice* notice : notices) {
    const auto month = static_cast<unsigned>(day_of(*notice).month());
    if (month != open) {
      const std::string number = std::to_string(month);
      months.push_back({{"id", "month-" + number},
                        {"title", site.templates.message("archive.month", {{"month", number}})},
                        {"entries", PageData::array()}});
      open = month;
    }
    months.back()["entries"].push_back(describe_row(site, *notice));
  }
  for (PageData& month : months) month["count"] = counted(site, month["entries"].size());
  return months;
}

PageHead head_of(const std::string& folder, std::string title, const std::string& description) {
  return {.path = index_of(folder),
          .title = std::move(title),
          .meta = {},
          .scripts = {"badge.js"},
          .column = Column{.description = description},
          .description = description};
}

}  // namespace

NoticesByYear notices_by_year(const Content& content) {
  NoticesByYear years;
  for (const Notice& notice : content.notices) {
    years[static_cast<int>(day_of(notice).year())].push_back(&notice);
  }
  for (auto& [year, notices] : years) {
    std::ranges::stable_sort(notices, std::greater{}, &Notice::published_at);
  }
  return years;
}

PageData describe_years(const SiteModel& site, const NoticesByYear& years, int current) {
  PageData list = PageData::array();
  for (const auto& [year, notices] : years) {
    list.push_back(
        {{"year", site.templates.message("archive.year", {{"year", std::to_string(year)}})},
         {"url", archive_year_folder(year)},
         {"count", counted(site, notices.size())},
         {"current", year == current}});
  }
  return list;
}

Result<std::string> render_archive_page(const SiteModel& site) {
  const auto word = [&](const char* key) { return site.templates.message(key); };
  PageData data =
      frame(site, head_of(kArchiveFolder, word("archive.title"), word("archive.description")));
  data["crumbs"] = PageData::array();
  data["years"] = describe_years(site, notices_by_year(site.content), 0);
  data["none"] = data["years"].empty() ? word("archive.none") : "";
  return site.templates.render("archive", data);
}

Result<std::string> render_archive_year_page(const SiteModel& site, int year) {
  const auto word = [&](const char* key) {
    return site.templates.message(key, {{"year", std::to_string(year)}});
  };
  const NoticesByYear years = notices_by_year(site.content);
  const std::vector<const Notice*>& notices = years.at(year);
  PageData data = frame(site, head_of(archive_year_folder(year), word("archive.year_title"),
                                      word("archive.year_description")));
  data["crumbs"] =
      PageData::array({crumb(kArchiveFolder, site.templates.message("archive.title"))});
  data["count"] = counted(site, notices.size());
  data["years"] = describe_years(site, years, year);
  data["months"] = describe_months(site, notices);
  if (mark_long_lists(data["months"], "entries")) add_filter_scripts(data);
  return site.templates.render("archive-year", data);
}

}  // namespace gongshi
