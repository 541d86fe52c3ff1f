#include "generator/render/notice_page.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "generator/markdown/markdown.h"
#include "generator/render/attachment_list.h"
#include "generator/render/disclosure_view.h"
#include "generator/render/frame.h"
#include "generator/render/indexing.h"
#include "generator/render/long_list.h"
#include "generator/render/notice_parts.h"
#include "generator/render/notice_view.h"
#include "generator/render/site_path.h"
#include "generator/render/standing.h"
#include "generator/render/window_calendar.h"

namespace gongshi {
namespace {

constexpr int kBelowTheTitle = 2;  // headings inside the notice's own text
constexpr int kBelowASection = 3;  // headings inside the criteria

PageHead head_of(const SiteModel& site, const Notice& notice) {
  const auto word = [&](const char* key) { return site.templates.message(key); };
  return {.path = index_of(notice_folder(notice)),
          .title = notice.title,
          .meta = {},
          .scripts = {"badge.js"},
          .article = Article{.published = notice.published_at, .source = notice.publisher},
          .description = window_in_words(site, notice),
          .alternates = {{"text/csv", word("alternate.list"), notice_list_path(notice)},
                         {"text/calendar", word("alternate.window"), notice_calendar_path(notice)}},
          .noindex = is_noindex(site, notice)};
}

PageData describe_identity(IdentityPolicy policy) {
  return {{"open", policy == IdentityPolicy::Open},
          {"encouraged", policy == IdentityPolicy::EncourageRealName},
          {"required", policy == IdentityPolicy::RequireRealName}};
}

bool is_long_group(const PageData& group) { return !group.find("long")->is_nothing(); }

Result<std::string> render_tombstone(const SiteModel& site, const Notice& notice) {
  const std::string title = site.templates.message("withdrawn.title");
  PageData data = frame(site, {.path = index_of(notice_folder(notice)),
                               .title = title,
                               .meta = {},
                               .scripts = {},
                               .noindex = is_noindex(site, notice)});
  data["id"] = notice.id.text();
  data["at"] = chinese_instant(notice.withdrawal->at);
  data["reason"] = notice.withdrawal->reason;
  data["badge"] = describe_badge(site, notice, std::nullopt);
  return site.templates.render("tombstone", data);
}

}  // namespace

Result<std::string> render_notice_page(const SiteModel& site, const Notice& notice) {
  if (notice.withdrawal) return render_tombstone(site, notice);
  const Campaign& campaign = site.campaign_of(notice);
  const bool takes_objections = notice.state() == NoticeState::Published;
  PageData data = frame(site, head_of(site, notice));
  if (notice.example) data["banner"] = site.templates.message("example.banner");
  data["crumbs"] = PageData::array({crumb(campaign_page_folder(campaign), campaign.title)});
  data["notice"] = describe_notice(site, notice);
  data["badge"] = describe_badge(site, notice, std::nullopt);
  data["window"] = describe_window(site, notice);
  data["suspended"] = notice.suspended;
  data["print_url"] = print_folder(notice);
  data["result_url"] = notice.closing ? result_folder(notice) : "";
  data["objection_url"] = takes_objections ? objection_form(notice) : "";
  data["body"] = markdown_to_html(notice.body, kBelowTheTitle);
  data["any_basis"] = !campaign.basis.empty();
  data["basis"] = describe_basis(campaign);
  data["groups"] = describe_groups(site, notice);
  if (std::ranges::any_of(data["groups"], is_long_group)) add_filter_scripts(data);
  data["list_url"] = notice_list_path(notice);
  data["calendar_url"] = notice_calendar_path(notice);
  data["channels"] = describe_channels(site, notice);
  data["identity"] = describe_identity(campaign.identity_policy);
  data["any_attachments"] = !notice.attachments.empty();
  data["attachments"] = describe_attachments(site, notice);
  data["criteria"] = markdown_to_html(campaign.criteria, kBelowASection);
  data["months"] = describe_calendar(site, notice);
  data["changes"] = describe_changes(site, notice);
  data["any_change"] = !data["changes"].empty();
  data["history"] = describe_history(site, notice);
  data["disclosure"] = describe_disclosure(site, notice.disclosure);
  data["openness"] = notice.disclosure.openness;
  return site.templates.render("notice", data);
}

}  // namespace gongshi
