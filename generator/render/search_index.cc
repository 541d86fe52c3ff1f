#include "generator/render/search_index.h"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "generator/notice/json.h"
#include "generator/render/notice_view.h"
#include "generator/render/shown_candidates.h"
#include "generator/render/site_path.h"

namespace gongshi {
namespace {

using Parts = std::vector<std::string>;

// What is empty is left out.
std::string detail_of(const Parts& parts) {
  std::string detail;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!detail.empty()) detail += " · ";
    detail += part;
  }
  return detail;
}

std::string example_mark(const SiteModel& site, bool example) {
  return example ? site.templates.message("search.example") : "";
}

Json describe(const SiteModel& site, const Notice& notice) {
  const CountedWindow& window = site.window_of(notice);
  const std::string days = site.templates.message(
      "search.window",
      {{"opens", chinese_date(window.opens)}, {"closes", chinese_date(window.closes)}});
  return {notice.title,
          detail_of({example_mark(site, notice.example), site.campaign_of(notice).title, days}),
          notice_folder(notice)};
}

Json describe_notices(const SiteModel& site) {
  std::vector<const Notice*> notices;
  for (const Notice& notice : site.content.notices) {
    if (!notice.withdrawal) notices.push_back(&notice);
  }
  std::ranges::stable_sort(notices, std::greater{}, &Notice::published_at);
  Json entries = Json::array();
  for (const Notice* notice : notices) entries.push_back(describe(site, *notice));
  return entries;
}

struct FoundCandidate {
  const Campaign* campaign;
  ShownCandidate shown;

  const Notice& latest() const { return *shown.notices.back(); }
};

// Whose latest notice is newest first.
std::vector<FoundCandidate> found_candidates(const SiteModel& site) {
  std::vector<FoundCandidate> found;
  for (const Campaign& campaign : site.content.campaigns) {
    for (ShownCandidate& shown : standing_candidates(site.content, campaign)) {
      found.push_back({.campaign = &campaign, .shown = std::move(shown)});
    }
  }
  std::ranges::stable_sort(found, std::greater{}, [](const FoundCandidate& candidate) {
    return candidate.latest().published_at;
  });
  return found;
}

Json describe(const SiteModel& site, const FoundCandidate& found) {
  const Candidate& candidate = *found.shown.candidate;
  const bool example = std::ranges::any_of(found.shown.notices, &Notice::example);
  return {candidate.name,
          detail_of({example_mark(site, example), candidate.unit, candidate.post,
                     found.campaign->find(candidate.award)->title, found.campaign->title}),
          candidate_folder(*found.campaign, candidate)};
}

// How many people of a unit are proposed, and the latest notice that lists one of them.
struct FoundUnit {
  int people = 0;
  const Notice* latest = nullptr;
};

Json describe_units(const SiteModel& site, const std::vector<FoundCandidate>& found) {
  std::map<std::string, FoundUnit> units;
  for (const FoundCandidate& candidate : found) {
    const std::string& name = candidate.shown.candidate->unit;
    if (name.empty()) continue;
    FoundUnit& unit = units[name];
    if (unit.people++ == 0) unit.latest = &candidate.latest();
  }
  Json entries = Json::array();
  for (const auto& [name, unit] : units) {
    const std::string people =
        site.templates.message("search.unit", {{"number", std::to_string(unit.people)}});
    entries.push_back({name, people, notice_folder(*unit.latest)});
  }
  return entries;
}

}  // namespace

std::string write_search_index(const SiteModel& site) {
  const std::vector<FoundCandidate> found = found_candidates(site);
  Json candidates = Json::array();
  for (const FoundCandidate& candidate : found) candidates.push_back(describe(site, candidate));
  const Json root = {{"notices", describe_notices(site)},
                     {"candidates", std::move(candidates)},
                     {"units", describe_units(site, found)}};
  return root.dump() + "\n";
}

}  // namespace gongshi
