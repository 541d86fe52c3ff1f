#include "generator/render/candidates_page.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "generator/render/campaign_order.h"
#include "generator/render/candidate_view.h"
#include "generator/render/dictionary_order.h"
#include "generator/render/frame.h"
#include "generator/render/long_list.h"
#include "generator/render/shown_candidates.h"
#include "generator/render/site_path.h"

namespace gongshi {
namespace {

// What orders the candidates of an award, and one of them.
struct IndexedCandidate {
  std::string name_key;
  std::string unit_key;
  const Candidate* candidate;
};

bool stands_before(const IndexedCandidate& a, const IndexedCandidate& b) {
  if (a.name_key != b.name_key) return a.name_key < b.name_key;
  if (a.unit_key != b.unit_key) return a.unit_key < b.unit_key;
  return a.candidate->id < b.candidate->id;
}

Result<std::vector<IndexedCandidate>> index_candidates(const std::vector<ShownCandidate>& shown,
                                                       const Award& award) {
  std::vector<IndexedCandidate> index;
  for (const ShownCandidate& each : shown) {
    const Candidate& candidate = *each.candidate;
    if (candidate.award != award.id) continue;
    auto name_key = dictionary_key(candidate.name);
    auto unit_key = dictionary_key(candidate.unit);
    if (!name_key || !unit_key) {
      return tl::unexpected<Error>(name_key ? unit_key.error() : name_key.error());
    }
    index.push_back({*std::move(name_key), *std::move(unit_key), &candidate});
  }
  std::ranges::sort(index, stands_before);
  return index;
}

PageData describe_award(const SiteModel& site, const Campaign& campaign, const Award& award,
                        const std::vector<IndexedCandidate>& index) {
  PageData candidates = PageData::array();
  for (const IndexedCandidate& each : index) {
    candidates.push_back({{"name", each.candidate->name},
                          {"url", candidate_folder(campaign, *each.candidate)},
                          {"unit", each.candidate->unit},
                          {"reserve", reserve_mark(site, *each.candidate)}});
  }
  const bool individual = award.kind == AwardKind::Individual;
  return {{"award", award.title},
          {"individual", individual},
          {"count", site.templates.message(individual ? "count.people" : "count.collectives",
                                           {{"number", std::to_string(candidates.size())}})},
          {"candidates", std::move(candidates)}};
}

// Its groups are empty when the campaign shows nobody.
Result<PageData> describe_campaign_index(const SiteModel& site, const Campaign& campaign) {
  const auto shown = standing_candidates(site.content, campaign);
  PageData groups = PageData::array();
  for (const Award& award : campaign.awards) {
    const auto index = index_candidates(shown, award);
    if (!index) return tl::unexpected<Error>(index.error());
    if (!index->empty()) groups.push_back(describe_award(site, campaign, award, *index));
  }
  return PageData{{"id", campaign.id.text()},
                  {"name", campaign.title},
                  {"url", campaign_page_folder(campaign)},
                  {"groups", std::move(groups)}};
}

}  // namespace

Result<std::string> render_candidates_page(const SiteModel& site) {
  const std::string description = site.templates.message("candidates.description");
  PageData data = frame(site, {.path = index_of(kCandidatesFolder),
                               .title = site.templates.message("candidates.title"),
                               .meta = {},
                               .scripts = {},
                               .column = Column{.description = description},
                               .description = description,
                               .noindex = true});
  data["crumbs"] = PageData::array();
  data["campaigns"] = PageData::array();
  for (const Campaign* campaign : newest_campaigns(site.content)) {
    auto index = describe_campaign_index(site, *campaign);
    if (!index) return tl::unexpected<Error>(index.error());
    if (!(*index)["groups"].empty()) data["campaigns"].push_back(*std::move(index));
  }
  bool any_long = false;
  for (PageData& campaign : data["campaigns"]) {
    any_long = mark_long_lists(campaign["groups"], "candidates") || any_long;
  }
  if (any_long) add_filter_scripts(data);
  data["none"] = data["campaigns"].empty() ? site.templates.message("candidates.none") : "";
  return site.templates.render("candidates", data);
}

}  // namespace gongshi
