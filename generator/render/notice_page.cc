#include "generator/render/notice_page.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

#include "generator/render/attachment_list.h"
#include "generator/render/frame.h"
#include "generator/render/markdown.h"
#include "generator/render/notice_view.h"
#include "generator/render/site_path.h"
#include "generator/render/standing.h"

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

Json describe(const Basis& basis) { return {{"title", basis.title}, {"number", basis.number}}; }

Json describe(const Correction& correction) {
  return {{"at", chinese_instant(correction.at)}, {"what", correction.what}};
}

Json describe(const Extension& extension) {
  return {{"closes", chinese_last_moment(extension.closes)},
          {"at", chinese_instant(extension.at)},
          {"reason", extension.reason}};
}

template <class T>
Json list(const std::vector<T>& items) {
  Json array = Json::array();
  for (const T& item : items) array.push_back(describe(item));
  return array;
}

// A tap on the number calls, a tap on the address writes. A value that is none or more than one
// ("0771-2838960 2613550") has nothing to follow.
std::string link_of(const Channel& channel) {
  constexpr std::size_t kPhoneDigitsMax = 12;  // area code and number
  if (channel.kind == "email") return "mailto:" + channel.value;
  if (channel.kind != "phone") return "";
  std::string digits;
  std::ranges::copy_if(channel.value, std::back_inserter(digits),
                       [](char c) { return '0' <= c && c <= '9'; });
  return digits.empty() || digits.size() > kPhoneDigitsMax ? "" : "tel:" + digits;
}

Json describe_channels(const SiteModel& site, const Notice& notice) {
  Json channels = Json::array();
  for (const Channel& channel : notice.channels) {
    channels.push_back({{"label", site.templates.message("channel." + channel.kind)},
                        {"value", channel.value},
                        {"link", link_of(channel)},
                        {"hours", channel.hours}});
  }
  return channels;
}

Json describe_group(const SiteModel& site, const Campaign& campaign, const Group& group) {
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
  const Campaign& campaign = site.campaign_of(notice);
  Json groups = Json::array();
  for (const Group& group : groups_of(campaign, notice)) {
    groups.push_back(describe_group(site, campaign, group));
  }
  return groups;
}

// The years stand in the sentence above the days.
std::string month_and_day(Date date) {
  constexpr std::string_view kYear = "年";
  const std::string whole = chinese_date(date);
  return whole.substr(whole.find(kYear) + kYear.size());
}

// Every day of the window in order, with its number when it counts.
Json describe_days(const CountedWindow& window) {
  std::vector<std::pair<ExplainedDay, bool>> days;
  for (const ExplainedDay& day : window.counted) days.emplace_back(day, true);
  for (const ExplainedDay& day : window.skipped) days.emplace_back(day, false);
  std::ranges::sort(days, {}, [](const auto& day) { return day.first.date; });
  Json list = Json::array();
  int number = 0;
  for (const auto& [day, counted] : days) {
    list.push_back({{"date", to_text(day.date)},
                    {"day", month_and_day(day.date)},
                    {"reason", day.reason},
                    {"counted", counted},
                    {"number", counted ? ++number : 0}});
  }
  return list;
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
  data["notice"] = describe_notice(site, notice);
  data["badge"] = describe_badge(site, notice, std::nullopt);
  data["window"] = describe_window(site, notice);
  data["suspended"] = notice.suspended;
  data["result_url"] = notice.closing ? result_folder(notice) : "";
  data["objection_url"] = takes_objections ? objection_form(notice) : "";
  data["body"] = markdown_to_html(notice.body, kBelowTheTitle);
  data["any_basis"] = !campaign.basis.empty();
  data["basis"] = list(campaign.basis);
  data["groups"] = describe_groups(site, notice);
  data["channels"] = describe_channels(site, notice);
  data["identity"] = describe_identity(campaign.identity_policy);
  data["any_attachments"] = !notice.attachments.empty();
  data["attachments"] = describe_attachments(site, notice);
  data["criteria"] = markdown_to_html(campaign.criteria, kBelowASection);
  data["days"] = describe_days(site.window_of(notice));
  data["corrections"] = list(notice.corrections);
  data["extensions"] = list(notice.extensions);
  return site.templates.render("notice", data);
}

}  // namespace gongshi
