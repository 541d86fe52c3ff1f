#include "generator/render/print_page.h"

#include <utility>

#include "generator/markdown/markdown.h"
#include "generator/render/attachment_list.h"
#include "generator/render/candidate_view.h"
#include "generator/render/disclosure_view.h"
#include "generator/render/frame.h"
#include "generator/render/notice_parts.h"
#include "generator/render/notice_view.h"
#include "generator/render/site_path.h"
#include "generator/render/standing.h"
#include "site-templates/qr_code.h"

namespace gongshi {
namespace {

constexpr int kBelowTheTitle = 2;  // headings inside the notice's own text
constexpr int kBelowASection = 3;  // headings inside the criteria
constexpr int kBelowAName = 4;     // headings inside the deeds

// The page says the same as the notice's, so search engines are sent there.
PageHead head_of(const SiteModel& site, const Notice& notice) {
  return {.path = index_of(print_folder(notice)),
          .title = site.templates.message("print.title", {{"title", notice.title}}),
          .meta = {},
          .scripts = {},
          .same_as = index_of(notice_folder(notice)),
          .noindex = true};
}

PageData describe_dossier(const Campaign& campaign, const Notice& notice,
                          const Candidate& candidate) {
  const bool removed = is_removed(candidate, notice);
  return {{"name", candidate.name},
          {"removed", removed},
          {"unit", removed ? "" : candidate.unit},
          {"post", candidate.post},
          {"facts", removed ? PageData::array() : describe_facts(campaign, candidate)},
          {"deeds", removed ? "" : markdown_to_html(candidate.deeds, kBelowAName)}};
}

PageData describe_dossiers(const Campaign& campaign, const Notice& notice) {
  PageData list = PageData::array();
  for (const Group& group : groups_of(campaign, notice)) {
    PageData candidates = PageData::array();
    for (const Candidate* candidate : group.candidates) {
      candidates.push_back(describe_dossier(campaign, notice, *candidate));
    }
    list.push_back({{"award", group.award->title}, {"candidates", std::move(candidates)}});
  }
  return list;
}

}  // namespace

Result<std::string> render_print_page(const SiteModel& site, const Notice& notice,
                                      const std::string& page_sha256) {
  const std::string address = site.content.site.base_url + "/" + notice_folder(notice);
  const auto qr = qr_code(address);
  if (!qr) return tl::unexpected<Error>(qr.error());
  const Campaign& campaign = site.campaign_of(notice);
  PageData data = frame(site, head_of(site, notice));
  if (notice.example) data["banner"] = site.templates.message("example.banner");
  data["crumbs"] = PageData::array({crumb(campaign_page_folder(campaign), campaign.title),
                                    crumb(notice_folder(notice), notice.title)});
  data["notice"] = describe_notice(site, notice);
  data["window"] = describe_window(site, notice);
  data["suspended"] = notice.suspended;
  data["body"] = markdown_to_html(notice.body, kBelowTheTitle);
  data["groups"] = describe_groups(site, notice);
  data["channels"] = describe_channels(site, notice);
  data["changes"] = describe_changes(site, notice);
  data["any_change"] = !data["changes"].empty();
  data["history"] = describe_history(site, notice);
  data["criteria"] = markdown_to_html(campaign.criteria, kBelowASection);
  data["dossiers"] = describe_dossiers(campaign, notice);
  data["any_basis"] = !campaign.basis.empty();
  data["basis"] = describe_basis(campaign);
  data["any_attachments"] = !notice.attachments.empty();
  data["attachments"] = describe_attachments(site, notice);
  data["disclosure"] = describe_disclosure(site, notice.disclosure);
  data["openness"] = notice.disclosure.openness;
  data["published_date"] = to_text(date_of(notice.published_at));
  data["address"] = address;
  data["page_sha256"] = page_sha256;
  data["qr"] = {{"size", qr->size}, {"path", qr->path}};
  return site.templates.render("print", data);
}

}  // namespace gongshi
