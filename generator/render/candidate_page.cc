#include "generator/render/candidate_page.h"

#include "generator/render/frame.h"
#include "generator/render/markdown.h"
#include "generator/render/notice_view.h"
#include "generator/render/site_path.h"
#include "generator/render/standing.h"

namespace gongshi {
namespace {

constexpr int kBelowASection = 3;

Json describe_appearance(const SiteModel& site, const Notice& notice, const Candidate& candidate) {
  const bool takes_objections = notice.state() == NoticeState::Published;
  Json appearance = describe_notice(site, notice);
  appearance["window"] = describe_window(site, notice);
  appearance["badge"] = describe_badge(site, notice, std::nullopt);
  appearance["objection_url"] = takes_objections ? objection_form(notice, candidate) : "";
  return appearance;
}

}  // namespace

Result<std::string> render_candidate_page(const SiteModel& site, const Campaign& campaign,
                                          const Candidate& candidate,
                                          const std::vector<const Notice*>& notices) {
  const Notice& latest = *notices.back();
  const Award& award = *campaign.find(candidate.award);
  const bool collective = award.kind == AwardKind::Collective;
  Json data =
      frame(site, {.path = index_of(candidate_folder(campaign, candidate)),
                   .title = candidate.name,
                   .meta = {{"ArticleTitle", candidate.name}, {"ContentSource", latest.publisher}},
                   .scripts = {"badge.js"}});
  data["name"] = candidate.name;
  data["award"] = award.title;
  data["campaign"] = campaign.title;
  data["unit"] = candidate.unit;
  data["post"] = candidate.post;
  // A person's administrative rank is not for publication by default (DOMAIN 1.6).
  data["level"] = collective ? candidate.fact("level") : "";
  data["recommended_by"] = candidate.recommended_by;
  data["deeds"] = markdown_to_html(candidate.deeds, kBelowASection);
  data["crumbs"] = Json::array({crumb(notice_folder(latest), latest.title)});
  data["appearances"] = Json::array();
  for (const Notice* notice : notices) {
    data["appearances"].push_back(describe_appearance(site, *notice, candidate));
  }
  return site.templates.render("candidate", data);
}

}  // namespace gongshi
