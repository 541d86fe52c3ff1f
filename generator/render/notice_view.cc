#include "generator/render/notice_view.h"

#include <string_view>
#include <utility>

#include "generator/render/site_path.h"

namespace gongshi {
namespace {

// A step that counts calendar days says so: "7日" and "7个工作日" are different promises.
std::string length_of(const SiteModel& site, const Step& step, const CountedWindow& window) {
  const bool workdays = step.unit == DayUnit::Workday;
  return site.templates.message(workdays ? "length.workdays" : "length.days",
                                {{"number", std::to_string(window.counted.size())}});
}

}  // namespace

Json describe_window(const SiteModel& site, const Notice& notice) {
  const CountedWindow& window = site.window_of(notice);
  const Step& step = *site.campaign_of(notice).find(notice.step);
  return {{"opens", chinese_date(window.opens)},
          {"opens_weekday", chinese_weekday(window.opens)},
          {"closes", chinese_date(window.closes)},
          {"closes_weekday", chinese_weekday(window.closes)},
          {"length", length_of(site, step, window)},
          {"last_moment", chinese_last_moment(window.closes)}};
}

Json describe_notice(const SiteModel& site, const Notice& notice) {
  const Campaign& campaign = site.campaign_of(notice);
  return {{"id", notice.id.text()},
          {"title", notice.title},
          {"url", notice_folder(notice)},
          {"publisher", notice.publisher},
          {"step", campaign.find(notice.step)->title},
          {"campaign", campaign.title},
          {"published", chinese_instant(notice.published_at)},
          {"published_on", chinese_date(date_of(notice.published_at))}};
}

std::vector<Group> groups_of(const Campaign& campaign, const Notice& notice) {
  std::vector<Group> groups;
  for (const Award& award : campaign.awards) {
    Group group{.award = &award, .candidates = {}};
    for (const CandidateId& id : notice.candidates) {
      const Candidate* candidate = campaign.find(id);
      if (candidate->award == award.id) group.candidates.push_back(candidate);
    }
    if (!group.candidates.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

Json crumb(const std::string& url, const std::string& title) {
  return {{"url", url}, {"title", title}};
}

}  // namespace gongshi
