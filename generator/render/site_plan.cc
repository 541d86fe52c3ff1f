#include "generator/render/site_plan.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "generator/render/campaign_page.h"
#include "generator/render/candidate_page.h"
#include "generator/render/data_files.h"
#include "generator/render/home_page.h"
#include "generator/render/indexing.h"
#include "generator/render/last_change.h"
#include "generator/render/notice_page.h"
#include "generator/render/print_page.h"
#include "generator/render/result_page.h"
#include "generator/render/search_page.h"
#include "generator/render/site_path.h"
#include "generator/render/text_page.h"

namespace gongshi {
namespace {

using Plan = std::vector<PlannedFile>;

void plan_notice(const SiteModel& site, const Notice& notice, Plan& plan) {
  const bool noindex = is_noindex(site, notice);
  plan.push_back({.path = index_of(notice_folder(notice)),
                  .render = [&site, &notice] { return render_notice_page(site, notice); },
                  .notice = &notice,
                  .noindex = noindex,
                  .changed = last_change(notice)});
  if (notice.withdrawal) return;
  plan_notice_data(site, notice, plan);
  for (const Attachment& attachment : notice.attachments) {
    plan.push_back({.path = attachment_path(notice, attachment),
                    .render = [&attachment]() -> Result<std::string> { return attachment.bytes; }});
  }
  plan.push_back({.path = index_of(print_folder(notice)),
                  .render = [&site, &notice] { return render_print_page(site, notice); },
                  .noindex = true});
  if (!notice.closing) return;
  plan.push_back({.path = index_of(result_folder(notice)),
                  .render = [&site, &notice] { return render_result_page(site, notice); },
                  .noindex = noindex,
                  .changed = notice.closing->closed_at});
}

using NoticesByCampaign = std::map<CampaignId, std::vector<const Notice*>>;

// Oldest first. Withdrawn ones are left out: a candidate that only they show has no page.
NoticesByCampaign shown_notices(const SiteModel& site) {
  NoticesByCampaign shown;
  for (const Notice& notice : site.content.notices) {
    if (!notice.withdrawal) shown[notice.campaign].push_back(&notice);
  }
  for (auto& [campaign, notices] : shown) {
    std::ranges::stable_sort(notices, {}, &Notice::published_at);
  }
  return shown;
}

std::vector<const Notice*> listing(const std::vector<const Notice*>& notices,
                                   const Candidate& candidate) {
  std::vector<const Notice*> found;
  std::ranges::copy_if(notices, std::back_inserter(found), [&](const Notice* notice) {
    return std::ranges::find(notice->candidates, candidate.id) != notice->candidates.end();
  });
  return found;
}

// Of at least one notice.
Instant latest_change(const std::vector<const Notice*>& notices) {
  Instant latest{};
  for (const Notice* notice : notices) latest = std::max(latest, last_change(*notice));
  return latest;
}

void plan_campaigns(const SiteModel& site, Plan& plan) {
  for (const Campaign& campaign : site.content.campaigns) {
    plan.push_back({.path = index_of(campaign_page_folder(campaign)),
                    .render = [&site, &campaign] { return render_campaign_page(site, campaign); }});
  }
}

void plan_candidates(const SiteModel& site, const NoticesByCampaign& shown, Plan& plan) {
  for (const Campaign& campaign : site.content.campaigns) {
    const auto of_campaign = shown.find(campaign.id);
    if (of_campaign == shown.end()) continue;
    for (const Candidate& candidate : campaign.candidates) {
      auto notices = listing(of_campaign->second, candidate);
      if (notices.empty()) continue;
      const bool noindex = is_noindex(site, candidate, notices);
      const Instant changed = latest_change(notices);
      plan.push_back({.path = index_of(candidate_folder(campaign, candidate)),
                      .render =
                          [&site, &campaign, &candidate, notices = std::move(notices)] {
                            return render_candidate_page(site, campaign, candidate, notices);
                          },
                      .noindex = noindex,
                      .changed = changed});
    }
  }
}

}  // namespace

std::vector<PlannedFile> plan_site(const SiteModel& site, Instant as_of) {
  Plan plan;
  plan.push_back(
      {.path = kHomePath, .render = [&site, as_of] { return render_home_page(site, as_of); }});
  plan.push_back({.path = kNotFoundPath,
                  .render = [&site] { return render_not_found_page(site); },
                  .noindex = true});
  plan.push_back({.path = index_of(kSearchFolder),
                  .render = [&site] { return render_search_page(site); },
                  .noindex = true});
  for (const Notice& notice : site.content.notices) plan_notice(site, notice, plan);
  plan_campaigns(site, plan);
  plan_candidates(site, shown_notices(site), plan);
  for (const Page& page : site.content.pages) {
    plan.push_back({.path = index_of(text_page_folder(page)),
                    .render = [&site, &page] { return render_text_page(site, page); }});
  }
  for (const auto& [name, bytes] : site.templates.assets()) {
    plan.push_back({.path = "assets/" + name,
                    .render = [&bytes = bytes]() -> Result<std::string> { return bytes; }});
  }
  plan_data_files(site, plan);
  plan_sitemap(site, plan);
  std::ranges::sort(plan, {}, &PlannedFile::path);
  return plan;
}

}  // namespace gongshi
