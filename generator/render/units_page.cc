#include "generator/render/units_page.h"

#include <map>
#include <utility>
#include <vector>

#include "generator/render/campaign_order.h"
#include "generator/render/dictionary_order.h"
#include "generator/render/frame.h"
#include "generator/render/long_list.h"
#include "generator/render/shown_candidates.h"
#include "generator/render/site_path.h"

namespace gongshi {
namespace {

// A collective is its own unit, and stands under its own name.
struct ListedUnit {
  std::string name;
  PageData collectives = PageData::array();  // [{url, award}]
  PageData people = PageData::array();       // [{name, url, award}], in the order of candidates.csv
};

using UnitsByKey = std::map<std::string, ListedUnit>;

Result<UnitsByKey> units_of(const SiteModel& site, const Campaign& campaign) {
  UnitsByKey units;
  for (const ShownCandidate& shown : standing_candidates(site.content, campaign)) {
    const Candidate& candidate = *shown.candidate;
    const Award& award = *campaign.find(candidate.award);
    const bool collective = award.kind == AwardKind::Collective;
    const std::string& name = collective ? candidate.name : candidate.unit;
    if (name.empty()) continue;
    const auto key = dictionary_key(name);
    if (!key) return tl::unexpected<Error>(key.error());
    ListedUnit& unit = units[*key];
    unit.name = name;
    (collective ? unit.collectives : unit.people)
        .push_back({{"name", candidate.name},
                    {"url", candidate_folder(campaign, candidate)},
                    {"award", award.title}});
  }
  return units;
}

PageData describe_units(const SiteModel& site, const Campaign& campaign, const UnitsByKey& units) {
  PageData list = PageData::array();
  for (const auto& [key, unit] : units) {
    list.push_back({{"unit", unit.name},
                    {"any_collective", !unit.collectives.empty()},
                    {"collectives", unit.collectives},
                    {"people", unit.people}});
  }
  return {
      {"id", campaign.id.text()},
      {"name", campaign.title},
      {"url", campaign_page_folder(campaign)},
      {"count", site.templates.message("count.units", {{"number", std::to_string(units.size())}})},
      {"units", std::move(list)}};
}

}  // namespace

Result<std::string> render_units_page(const SiteModel& site) {
  const std::string description = site.templates.message("units.description");
  PageData data = frame(site, {.path = index_of(kUnitsFolder),
                               .title = site.templates.message("units.title"),
                               .meta = {},
                               .scripts = {},
                               .column = Column{.description = description},
                               .description = description,
                               .noindex = true});
  data["crumbs"] = PageData::array();
  data["campaigns"] = PageData::array();
  for (const Campaign* campaign : newest_campaigns(site.content)) {
    const auto units = units_of(site, *campaign);
    if (!units) return tl::unexpected<Error>(units.error());
    if (!units->empty()) data["campaigns"].push_back(describe_units(site, *campaign, *units));
  }
  if (mark_long_lists(data["campaigns"], "units")) add_filter_scripts(data);
  data["none"] = data["campaigns"].empty() ? site.templates.message("units.none") : "";
  return site.templates.render("units", data);
}

}  // namespace gongshi
