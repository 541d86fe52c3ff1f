#include "generator/render/notice_parts.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/render/candidate_view.h"
#include "generator/render/disclosure_view.h"
#include "generator/render/long_list.h"
#include "generator/render/notice_view.h"
#include "generator/render/site_path.h"

namespace gongshi {
namespace {

PageData describe_group(const SiteModel& site, const Notice& notice, const Group& group) {
  const Campaign& campaign = site.campaign_of(notice);
  const bool individual = group.award->kind == AwardKind::Individual;
  const auto has = [&](auto member) {
    return std::ranges::any_of(group.candidates,
                               [member](const Candidate* c) { return !(c->*member).empty(); });
  };
  PageData rows = PageData::array();
  for (const Candidate* candidate : group.candidates) {
    rows.push_back({{"number", rows.size() + 1},
                    {"name", candidate->name},
                    {"url", candidate_folder(campaign, *candidate)},
                    {"removed", is_removed(*candidate, notice)},
                    {"reserve", reserve_mark(site, *candidate)},
                    {"change", change_mark(site, *candidate, notice)},
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
          {"long", is_long(rows)},
          {"candidates", std::move(rows)}};
}

std::string names_of(const Campaign& campaign, const std::vector<CandidateId>& ids) {
  std::vector<std::string> names;
  for (const CandidateId& id : ids) names.push_back(campaign.find(id)->name);
  return joined(names);
}

// What is new starts a window of its own (DOMAIN 2.5), and the notice's runs until that is over.
std::string restart_of(const SiteModel& site, const Notice& notice, const Correction& correction) {
  if (correction.kind == CorrectionKind::Slip || correction.kind == CorrectionKind::Removal) {
    return "";
  }
  return site.templates.message(
      "correction.restart", {{"from", chinese_date(date_of(correction.at))},
                             {"last_moment", chinese_last_moment(site.window_of(notice).closes)}});
}

PageData describe_correction(const SiteModel& site, const Notice& notice,
                             const Correction& correction) {
  const std::string key = std::string("correction.").append(to_text(correction.kind));
  return {{"at", chinese_instant(correction.at)},
          {"kind", site.templates.message(key)},
          {"whom", names_of(site.campaign_of(notice), correction.candidates)},
          {"what", correction.what},
          {"until", restart_of(site, notice, correction)}};
}

PageData describe_extension(const SiteModel& site, const Extension& extension) {
  return {
      {"at", chinese_instant(extension.at)},
      {"kind", site.templates.message("extension")},
      {"whom", ""},
      {"what", extension.reason},
      {"until", site.templates.message("extension.until",
                                       {{"last_moment", chinese_last_moment(extension.closes)}})}};
}

}  // namespace

PageData describe_groups(const SiteModel& site, const Notice& notice) {
  PageData groups = PageData::array();
  for (const Group& group : groups_of(site.campaign_of(notice), notice)) {
    groups.push_back(describe_group(site, notice, group));
  }
  return groups;
}

PageData describe_history(const SiteModel& site, const Notice& notice) {
  std::vector<std::pair<Instant, PageData>> events;
  for (const Correction& correction : notice.corrections) {
    events.emplace_back(correction.at, describe_correction(site, notice, correction));
  }
  for (const Extension& extension : notice.extensions) {
    events.emplace_back(extension.at, describe_extension(site, extension));
  }
  std::ranges::stable_sort(events, {}, &std::pair<Instant, PageData>::first);
  PageData history = PageData::array();
  for (auto& event : events) history.push_back(std::move(event.second));
  return history;
}

PageData describe_channels(const SiteModel& site, const Notice& notice) {
  PageData channels = PageData::array();
  for (const Channel& channel : notice.channels) {
    channels.push_back({{"label", site.templates.message("channel." + channel.kind)},
                        {"value", channel.value},
                        {"link", link_to(channel.kind, channel.value)},
                        {"hours", channel.hours}});
  }
  return channels;
}

}  // namespace gongshi
