#include "generator/render/notice_view.h"

#include <string_view>
#include <utility>

#include "generator/render/site_path.h"
#include "generator/render/standing.h"

namespace gongshi {
namespace {

// A step that counts calendar days says so: "7日" and "7个工作日" are different promises.
std::string length_of(const SiteModel& site, const Step& step, const CountedWindow& window) {
  const bool workdays = step.unit == DayUnit::Workday;
  return site.templates.message(workdays ? "length.workdays" : "length.days",
                                {{"number", std::to_string(window.counted.size())}});
}

}  // namespace

PageData describe_window(const SiteModel& site, const Notice& notice) {
  const CountedWindow& window = site.window_of(notice);
  const Step& step = *site.campaign_of(notice).find(notice.step);
  return {{"opens", chinese_date(window.opens)},
          {"opens_weekday", chinese_weekday(window.opens)},
          {"closes", chinese_date(window.closes)},
          {"closes_weekday", chinese_weekday(window.closes)},
          {"length", length_of(site, step, window)},
          {"last_moment", chinese_last_moment(window.closes)}};
}

std::string window_in_words(const SiteModel& site, const Notice& notice) {
  const CountedWindow& window = site.window_of(notice);
  const Step& step = *site.campaign_of(notice).find(notice.step);
  return site.templates.message("window.sentence",
                                {{"opens", chinese_date(window.opens)},
                                 {"closes", chinese_date(window.closes)},
                                 {"length", length_of(site, step, window)},
                                 {"last_moment", chinese_last_moment(window.closes)}});
}

PageData describe_notice(const SiteModel& site, const Notice& notice) {
  const Campaign& campaign = site.campaign_of(notice);
  return {{"id", notice.id.text()},
          {"title", notice.title},
          {"url", notice_folder(notice)},
          {"publisher", notice.publisher},
          {"step", campaign.find(notice.step)->title},
          {"campaign", campaign.title},
          {"campaign_url", campaign_page_folder(campaign)},
          {"published", chinese_instant(notice.published_at)},
          {"published_on", chinese_date(date_of(notice.published_at))},
          {"example", notice.example}};
}

PageData describe_entry(const SiteModel& site, const Notice& notice, std::optional<Instant> when) {
  PageData entry = describe_notice(site, notice);
  if (notice.withdrawal) {
    entry["title"] = site.templates.message("withdrawn.entry", {{"id", notice.id.text()}});
    entry["example"] = false;
  }
  entry["withdrawn"] = notice.withdrawal.has_value();
  entry["window"] = describe_window(site, notice);
  entry["badge"] = describe_badge(site, notice, when);
  entry["result_url"] = notice.closing && !notice.withdrawal ? result_folder(notice) : "";
  return entry;
}

PageData describe_basis(const Campaign& campaign) {
  PageData list = PageData::array();
  for (const Basis& basis : campaign.basis) {
    list.push_back({{"title", basis.title}, {"number", basis.number}});
  }
  return list;
}

namespace {

// The candidate; most notices name them in the order of the list, so the one after `last` comes
// first. Every id of a notice is in the list.
const Candidate* find_after(const Candidate* last, const Campaign& campaign,
                            const CandidateId& id) {
  const Candidate* const next = last == nullptr ? nullptr : last + 1;
  const Candidate* const end = campaign.candidates.data() + campaign.candidates.size();
  return next != nullptr && next != end && next->id == id ? next : campaign.find(id);
}

std::vector<const Candidate*> candidates_of(const Campaign& campaign, const Notice& notice) {
  std::vector<const Candidate*> named;
  named.reserve(notice.candidates.size());
  for (const CandidateId& id : notice.candidates) {
    named.push_back(find_after(named.empty() ? nullptr : named.back(), campaign, id));
  }
  return named;
}

}  // namespace

std::vector<Group> groups_of(const Campaign& campaign, const Notice& notice) {
  const std::vector<const Candidate*> named = candidates_of(campaign, notice);
  std::vector<Group> groups;
  for (const Award& award : campaign.awards) {
    Group group{.award = &award, .candidates = {}};
    for (const Candidate* candidate : named) {
      if (candidate->award == award.id) group.candidates.push_back(candidate);
    }
    if (!group.candidates.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const std::string& item : items) {
    if (!text.empty()) text += "、";
    text += item;
  }
  return text;
}

std::string month_and_day(Date date) {
  constexpr std::string_view kYear = "年";
  const std::string whole = chinese_date(date);
  return whole.substr(whole.find(kYear) + kYear.size());
}

PageData crumb(const std::string& url, const std::string& title) {
  return {{"url", url}, {"title", title}};
}

}  // namespace gongshi
