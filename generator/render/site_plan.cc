#include "generator/render/site_plan.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "generator/notice/digest.h"
#include "generator/render/archive_page.h"
#include "generator/render/campaign_page.h"
#include "generator/render/campaigns_page.h"
#include "generator/render/candidate_page.h"
#include "generator/render/candidates_page.h"
#include "generator/render/data_files.h"
#include "generator/render/home_page.h"
#include "generator/render/indexing.h"
#include "generator/render/last_change.h"
#include "generator/render/notice_page.h"
#include "generator/render/print_page.h"
#include "generator/render/result_page.h"
#include "generator/render/search_page.h"
#include "generator/render/shown_candidates.h"
#include "generator/render/site_map_page.h"
#include "generator/render/site_path.h"
#include "generator/render/step_progress.h"
#include "generator/render/text_page.h"
#include "generator/render/units_page.h"
#include "generator/render/verify_page.h"

namespace gongshi {
namespace {

using Plan = std::vector<PlannedFile>;

// A notice's page, which its paper names by its digest. The page comes before the paper in a plan,
// so it is rarely made for the digest alone.
class DigestedPage {
 public:
  DigestedPage(const SiteModel& site, const Notice& notice) : site_(site), notice_(notice) {}

  Result<std::string> render() {
    auto page = render_notice_page(site_, notice_);
    if (!page) return page;
    const std::string digest = hex(sha256(*page));
    const std::scoped_lock lock(mutex_);
    digest_ = digest;
    return page;
  }

  Result<std::string> digest() {
    if (const auto known = known_digest()) return *known;
    if (auto page = render(); !page) return page;
    return *known_digest();
  }

 private:
  std::optional<std::string> known_digest() {
    const std::scoped_lock lock(mutex_);
    return digest_;
  }

  const SiteModel& site_;
  const Notice& notice_;
  std::mutex mutex_;
  std::optional<std::string> digest_;
};

Result<std::string> render_paper(const SiteModel& site, const Notice& notice, DigestedPage& page) {
  const auto digest = page.digest();
  if (!digest) return tl::unexpected(digest.error());
  return render_print_page(site, notice, *digest);
}

void plan_notice(const SiteModel& site, const Notice& notice, Plan& plan) {
  const bool noindex = is_noindex(site, notice);
  const auto page = std::make_shared<DigestedPage>(site, notice);
  plan.push_back({.path = index_of(notice_folder(notice)),
                  .render = [page] { return page->render(); },
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
                  .render = [&site, &notice, page] { return render_paper(site, notice, *page); },
                  .noindex = true});
  if (!notice.closing) return;
  plan.push_back({.path = index_of(result_folder(notice)),
                  .render = [&site, &notice] { return render_result_page(site, notice); },
                  .noindex = noindex,
                  .changed = notice.closing->closed_at});
}

// Of at least one notice.
Instant latest_change(const std::vector<const Notice*>& notices) {
  Instant latest{};
  for (const Notice* notice : notices) latest = std::max(latest, last_change(*notice));
  return latest;
}

void plan_archive(const SiteModel& site, Plan& plan) {
  plan.push_back(
      {.path = index_of(kArchiveFolder), .render = [&site] { return render_archive_page(site); }});
  for (const auto& [year, notices] : notices_by_year(site.content)) {
    plan.push_back({.path = index_of(archive_year_folder(year)),
                    .render = [&site, year = year] { return render_archive_year_page(site, year); },
                    .changed = latest_change(notices)});
  }
}

void plan_campaigns(const SiteModel& site, Plan& plan) {
  plan.push_back({.path = index_of(kCampaignsFolder),
                  .render = [&site] { return render_campaigns_page(site); }});
  for (const Campaign& campaign : site.content.campaigns) {
    plan.push_back({.path = index_of(campaign_page_folder(campaign)),
                    .render = [&site, &campaign] { return render_campaign_page(site, campaign); },
                    .campaign = &campaign});
  }
}

void plan_candidates(const SiteModel& site, const Campaign& campaign, Plan& plan) {
  const auto steps = std::make_shared<const std::vector<StepProgress>>(
      step_progress(campaign, site.content.notices));
  for (ShownCandidate& shown : shown_candidates(site.content, campaign)) {
    const Candidate& candidate = *shown.candidate;
    const bool noindex = is_noindex(site, candidate, shown.notices);
    const Instant changed = latest_change(shown.notices);
    plan.push_back({.path = index_of(candidate_folder(campaign, candidate)),
                    .render =
                        [&site, &campaign, &candidate, steps, notices = std::move(shown.notices)] {
                          return render_candidate_page(site, campaign, candidate, notices, *steps);
                        },
                    .noindex = noindex,
                    .changed = changed});
  }
}

void plan_name_indexes(const SiteModel& site, Plan& plan) {
  plan.push_back({.path = index_of(kCandidatesFolder),
                  .render = [&site] { return render_candidates_page(site); },
                  .noindex = true});
  plan.push_back({.path = index_of(kUnitsFolder),
                  .render = [&site] { return render_units_page(site); },
                  .noindex = true});
}

// Of what was planned since there were `first`.
void belongs_to(const Campaign& campaign, std::size_t first, Plan& plan) {
  for (std::size_t i = first; i < plan.size(); ++i) plan[i].campaign = &campaign;
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
  plan.push_back(
      {.path = index_of(kVerifyFolder), .render = [&site] { return render_verify_page(site); }});
  for (const Notice& notice : site.content.notices) {
    const std::size_t first = plan.size();
    plan_notice(site, notice, plan);
    belongs_to(site.campaign_of(notice), first, plan);
  }
  plan_archive(site, plan);
  plan_campaigns(site, plan);
  for (const Campaign& campaign : site.content.campaigns) {
    const std::size_t first = plan.size();
    plan_candidates(site, campaign, plan);
    belongs_to(campaign, first, plan);
  }
  plan_name_indexes(site, plan);
  plan.push_back(
      {.path = index_of(kSiteMapFolder), .render = [&site] { return render_site_map_page(site); }});
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
