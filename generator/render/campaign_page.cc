#include "generator/render/campaign_page.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "generator/markdown/markdown.h"
#include "generator/render/disclosure_view.h"
#include "generator/render/frame.h"
#include "generator/render/long_list.h"
#include "generator/render/notice_view.h"
#include "generator/render/site_path.h"
#include "generator/render/steps_view.h"
#include "generator/render/terms_view.h"

namespace gongshi {
namespace {

constexpr int kBelowASection = 3;

std::string source_of(const SiteModel& site, const Campaign& campaign) {
  return campaign.organisers.empty() ? site.content.site.publisher : joined(campaign.organisers);
}

// The day is all that is known of when a campaign was announced.
PageHead head_of(const SiteModel& site, const Campaign& campaign) {
  const std::string folder = campaign_page_folder(campaign);
  Article article{.published = {}, .source = source_of(site, campaign)};
  if (campaign.issued) article.published = start_of_day(*campaign.issued);
  return {.path = index_of(folder),
          .title = campaign.title,
          .meta = {},
          .scripts = {"badge.js"},
          .article = std::move(article),
          .alternates = {{"application/atom+xml", campaign.title, folder + kAtomFeedName},
                         {"application/feed+json", campaign.title, folder + kJsonFeedName}}};
}

PageData describe_notices(const SiteModel& site, const Campaign& campaign) {
  std::vector<const Notice*> notices;
  for (const Notice& notice : site.content.notices) {
    if (notice.campaign == campaign.id) notices.push_back(&notice);
  }
  std::ranges::stable_sort(notices, std::greater{}, &Notice::published_at);
  PageData entries = PageData::array();
  for (const Notice* notice : notices) {
    entries.push_back(describe_entry(site, *notice, std::nullopt));
  }
  return entries;
}

bool any_strength(const Campaign& campaign) {
  return !campaign.joint_limits.empty() || !campaign.caps.empty() || !campaign.exclusions.empty();
}

}  // namespace

Result<std::string> render_campaign_page(const SiteModel& site, const Campaign& campaign) {
  const auto steps = step_progress(campaign, site.content.notices);
  PageData data = frame(site, head_of(site, campaign));
  data["crumbs"] = PageData::array();
  data["organisers"] = joined(campaign.organisers);
  data["issued"] = campaign.issued ? chinese_date(*campaign.issued) : "";
  data["whereabouts"] = describe_whereabouts(site, campaign, steps);
  data["steps"] = describe_steps(site, steps);
  data["entries"] = describe_notices(site, campaign);
  data["atom_url"] = campaign_page_folder(campaign) + kAtomFeedName;
  data["json_url"] = campaign_page_folder(campaign) + kJsonFeedName;
  data["decree"] = markdown_to_html(campaign.decree, kBelowASection);
  data["awards"] = describe_awards(site, campaign);
  data["quotas"] = describe_quotas(site, campaign);
  if (!data["quotas"]["long"].is_nothing()) add_filter_scripts(data);
  data["terms"] = describe_terms(site, campaign);
  data["strength_note"] = any_strength(campaign) ? site.templates.message("strength.note") : "";
  data["criteria"] = markdown_to_html(campaign.criteria, kBelowASection);
  data["any_deadline"] = !campaign.deadlines.empty();
  data["deadlines"] = describe_deadlines(campaign);
  data["any_basis"] = !campaign.basis.empty();
  data["basis"] = describe_basis(campaign);
  data["openness"] = campaign.disclosure.openness;
  data["disclosure"] = describe_disclosure(site, campaign.disclosure);
  data["any_disclosure"] = !data["disclosure"].empty();
  data["contacts"] = describe_contacts(site, campaign.contacts);
  data["any_contact"] = !campaign.contacts.empty();
  return site.templates.render("campaign", data);
}

}  // namespace gongshi
