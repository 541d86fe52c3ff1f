#include "generator/render/notice_page.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "generator/markdown/markdown.h"
#include "generator/render/attachment_list.h"
#include "generator/render/candidate_view.h"
#include "generator/render/disclosure_view.h"
#include "generator/render/frame.h"
#include "generator/render/notice_view.h"
#include "generator/render/site_path.h"
#include "generator/render/standing.h"
#include "generator/render/window_calendar.h"

namespace gongshi {
namespace {

constexpr int kBelowTheTitle = 2;  // headings inside the notice's own text
constexpr int kBelowASection = 3;  // headings inside the criteria

std::string to_minutes(Instant instant) {
  std::string text = to_text(instant).substr(0, 16);
  text[10] = ' ';
  return text;
}

PageHead head_of(const Notice& notice) {
  return {.path = index_of(notice_folder(notice)),
          .title = notice.title,
          .meta = {{"ArticleTitle", notice.title},
                   {"PubDate", to_minutes(notice.published_at)},
                   {"ContentSource", notice.publisher}},
          .scripts = {"badge.js"}};
}

std::string_view key_of(CorrectionKind kind) {
  switch (kind) {
    case CorrectionKind::Slip:
      return "slip";
    case CorrectionKind::Substantive:
      return "substantive";
    case CorrectionKind::Addition:
      return "addition";
    case CorrectionKind::Removal:
      return "removal";
  }
  return "";
}

Json describe_corrections(const SiteModel& site, const Notice& notice) {
  Json list = Json::array();
  for (const Correction& correction : notice.corrections) {
    const std::string key = std::string("correction.").append(key_of(correction.kind));
    list.push_back({{"at", chinese_instant(correction.at)},
                    {"kind", site.templates.message(key)},
                    {"what", correction.what}});
  }
  return list;
}

Json describe_extensions(const Notice& notice) {
  Json list = Json::array();
  for (const Extension& extension : notice.extensions) {
    list.push_back({{"closes", chinese_last_moment(extension.closes)},
                    {"at", chinese_instant(extension.at)},
                    {"reason", extension.reason}});
  }
  return list;
}

Json describe_channels(const SiteModel& site, const Notice& notice) {
  Json channels = Json::array();
  for (const Channel& channel : notice.channels) {
    channels.push_back({{"label", site.templates.message("channel." + channel.kind)},
                        {"value", channel.value},
                        {"link", link_to(channel.kind, channel.value)},
                        {"hours", channel.hours}});
  }
  return channels;
}

Json describe_group(const SiteModel& site, const Notice& notice, const Group& group) {
  const Campaign& campaign = site.campaign_of(notice);
  const bool individual = group.award->kind == AwardKind::Individual;
  const auto has = [&](auto member) {
    return std::ranges::any_of(group.candidates,
                               [member](const Candidate* c) { return !(c->*member).empty(); });
  };
  Json rows = Json::array();
  for (const Candidate* candidate : group.candidates) {
    rows.push_back({{"number", rows.size() + 1},
                    {"name", candidate->name},
                    {"url", candidate_folder(campaign, *candidate)},
                    {"removed", is_removed(*candidate, notice)},
                    {"reserve", reserve_mark(site, *candidate)},
                    {"unit", candidate->unit},
                    {"post", candidate->post},
                    {"recommended_by", candidate->recommended_by}});
  }
  const std::string number = std::to_string(rows.size());
  return {{"award", group.award->title},
          {"id", group.award->id.text()},
          {"count", site.templates.message(individual ? "count.people" : "count.collectives",
                                           {{"number", number}})},
          {"individual", individual},
          {"with_unit", has(&Candidate::unit)},
          {"with_post", has(&Candidate::post)},
          {"with_recommender", has(&Candidate::recommended_by)},
          {"candidates", std::move(rows)}};
}

Json describe_groups(const SiteModel& site, const Notice& notice) {
  Json groups = Json::array();
  for (const Group& group : groups_of(site.campaign_of(notice), notice)) {
    groups.push_back(describe_group(site, notice, group));
  }
  return groups;
}

Json describe_identity(IdentityPolicy policy) {
  return {{"open", policy == IdentityPolicy::Open},
          {"encouraged", policy == IdentityPolicy::EncourageRealName},
          {"required", policy == IdentityPolicy::RequireRealName}};
}

Result<std::string> render_tombstone(const SiteModel& site, const Notice& notice) {
  const std::string title = site.templates.message("withdrawn.title");
  Json data = frame(site, {.path = index_of(notice_folder(notice)),
                           .title = title,
                           .meta = {{"robots", "noindex"}},
                           .scripts = {}});
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
  Json data = frame(site, head_of(notice));
  if (notice.example) data["banner"] = site.templates.message("example.banner");
  data["crumbs"] = Json::array({crumb(campaign_page_folder(campaign), campaign.title)});
  data["notice"] = describe_notice(site, notice);
  data["badge"] = describe_badge(site, notice, std::nullopt);
  data["window"] = describe_window(site, notice);
  data["suspended"] = notice.suspended;
  data["result_url"] = notice.closing ? result_folder(notice) : "";
  data["objection_url"] = takes_objections ? objection_form(notice) : "";
  data["body"] = markdown_to_html(notice.body, kBelowTheTitle);
  data["any_basis"] = !campaign.basis.empty();
  data["basis"] = describe_basis(campaign);
  data["groups"] = describe_groups(site, notice);
  data["channels"] = describe_channels(site, notice);
  data["identity"] = describe_identity(campaign.identity_policy);
  data["any_attachments"] = !notice.attachments.empty();
  data["attachments"] = describe_attachments(site, notice);
  data["criteria"] = markdown_to_html(campaign.criteria, kBelowASection);
  data["months"] = describe_calendar(site, notice);
  data["corrections"] = describe_corrections(site, notice);
  data["extensions"] = describe_extensions(notice);
  data["disclosure"] = describe_disclosure(site, notice.disclosure);
  data["openness"] = notice.disclosure.openness;
  return site.templates.render("notice", data);
}

}  // namespace gongshi
