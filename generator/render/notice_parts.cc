#include "generator/render/notice_parts.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "generator/render/candidate_view.h"
#include "generator/render/disclosure_view.h"
#include "generator/render/long_list.h"
#include "generator/render/notice_view.h"
#include "generator/render/site_path.h"

namespace gongshi {
namespace {

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
          {"long", is_long(rows)},
          {"candidates", std::move(rows)}};
}

}  // namespace

Json describe_groups(const SiteModel& site, const Notice& notice) {
  Json groups = Json::array();
  for (const Group& group : groups_of(site.campaign_of(notice), notice)) {
    groups.push_back(describe_group(site, notice, group));
  }
  return groups;
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

}  // namespace gongshi
