#include "generator/render/manifest_entry.h"

#include <utility>

#include "generator/render/notice_view.h"
#include "generator/render/site_path.h"

namespace gongshi {
namespace {

std::vector<ManifestCandidate> candidates_of(const Campaign& campaign, const Notice& notice) {
  std::vector<ManifestCandidate> candidates;
  for (const Group& group : groups_of(campaign, notice)) {
    for (const Candidate* candidate : group.candidates) {
      candidates.push_back({.id = candidate->id,
                            .name = candidate->name,
                            .award = group.award->title,
                            .unit = candidate->unit});
    }
  }
  return candidates;
}

std::vector<Date> dates_of(const std::vector<ExplainedDay>& days) {
  std::vector<Date> dates;
  dates.reserve(days.size());
  for (const ExplainedDay& day : days) dates.push_back(day.date);
  return dates;
}

}  // namespace

ManifestNotice manifest_entry(const SiteModel& site, const Notice& notice,
                              std::string page_sha256) {
  const Campaign& campaign = site.campaign_of(notice);
  const CountedWindow& window = site.window_of(notice);
  ManifestNotice entry;
  entry.id = notice.id;
  entry.title = notice.title;
  entry.campaign = notice.campaign;
  entry.step = campaign.find(notice.step)->title;
  entry.publisher = notice.publisher;
  entry.url = "/" + notice_folder(notice);
  entry.state = notice.state();
  entry.published_at = notice.published_at;
  entry.opens = window.opens;
  entry.closes = window.closes;
  entry.closes_at = window.closes_at;
  entry.working_days = dates_of(window.counted);
  entry.calendar = window.calendar;
  entry.identity_policy = campaign.identity_policy;
  entry.late_policy = campaign.late_policy;
  entry.page_sha256 = std::move(page_sha256);
  if (notice.withdrawal) {
    entry.title = site.templates.message("withdrawn.title");
    return entry;
  }
  entry.candidates = candidates_of(campaign, notice);
  entry.channels = notice.channels;
  return entry;
}

}  // namespace gongshi
