#include "generator/render/candidate_page.h"

#include <algorithm>
#include <utility>

#include "generator/markdown/markdown.h"
#include "generator/render/candidate_trail.h"
#include "generator/render/candidate_view.h"
#include "generator/render/frame.h"
#include "generator/render/indexing.h"
#include "generator/render/notice_view.h"
#include "generator/render/site_path.h"

namespace gongshi {
namespace {

constexpr int kBelowASection = 3;

PageHead head_of(const SiteModel& site, const Campaign& campaign, const Candidate& candidate,
                 const std::vector<const Notice*>& notices) {
  return {.path = index_of(candidate_folder(campaign, candidate)),
          .title = candidate.name,
          .meta = {},
          .scripts = {"badge.js"},
          .article = Article{.published = notices.front()->published_at,
                             .source = notices.back()->publisher},
          .description = campaign.find(candidate.award)->title + " · " + campaign.title,
          .noindex = is_noindex(site, candidate, notices)};
}

}  // namespace

Result<std::string> render_candidate_page(const SiteModel& site, const Campaign& campaign,
                                          const Candidate& candidate,
                                          const std::vector<const Notice*>& notices,
                                          const std::vector<StepProgress>& steps) {
  const Notice& latest = *notices.back();
  const bool removed = is_removed(candidate, notices);
  PageData data = frame(site, head_of(site, campaign, candidate, notices));
  if (std::ranges::any_of(notices, &Notice::example)) {
    data["banner"] = site.templates.message("example.banner");
  }
  data["name"] = candidate.name;
  data["award"] = campaign.find(candidate.award)->title;
  data["campaign"] = campaign.title;
  // Of a removed candidate only who it was: neither facts nor deeds, and nothing to object to.
  data["removed"] = removed;
  data["reserve"] = reserve_mark(site, candidate);
  data["unit"] = candidate.unit;
  data["post"] = candidate.post;
  data["recommended_by"] = candidate.recommended_by;
  data["facts"] = removed ? PageData::array() : describe_facts(campaign, candidate);
  data["deeds"] = removed ? "" : markdown_to_html(candidate.deeds, kBelowASection);
  data["crumbs"] = PageData::array({crumb(campaign_page_folder(campaign), campaign.title),
                                    crumb(notice_folder(latest), latest.title)});
  data["trail"] = describe_trail(site, campaign, candidate, steps);
  return site.templates.render("candidate", data);
}

}  // namespace gongshi
