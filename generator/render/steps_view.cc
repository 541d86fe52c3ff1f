#include "generator/render/steps_view.h"

#include <chrono>
#include <utility>

#include "generator/render/notice_view.h"

namespace gongshi {
namespace {

std::chrono::year year_of(Date date) { return std::chrono::year_month_day(date).year(); }

std::string until(const SiteModel& site, const CountedWindow& window) {
  const bool same_year = year_of(window.opens) == year_of(window.closes);
  return site.templates.message("step.until", {{"date", same_year ? month_and_day(window.closes)
                                                                  : chinese_date(window.closes)}});
}

PageData describe_dates(const SiteModel& site, const StepProgress& progress) {
  PageData dates = PageData::array();
  for (const Notice* notice : progress.notices) {
    const CountedWindow& window = site.window_of(*notice);
    dates.push_back(chinese_date(window.opens));
    dates.push_back(until(site, window));
  }
  if (progress.notices.empty() && progress.step->completed) {
    dates.push_back(chinese_date(*progress.step->completed));
  }
  return dates;
}

// "不少于5个工作日", or "" for a step that is no publicity or whose length nobody fixed.
std::string length_of(const SiteModel& site, const Step& step) {
  if (step.kind != StepKind::Publicity || step.working_days == 0) return "";
  const bool workdays = step.unit == DayUnit::Workday;
  std::string days = site.templates.message(workdays ? "length.workdays" : "length.days",
                                            {{"number", std::to_string(step.working_days)}});
  if (step.length == Length::Exact) return days;
  return site.templates.message("step.at_least", {{"length", days}});
}

PageData describe_details(const SiteModel& site, const Step& step) {
  const std::pair<std::string, std::string> details[] = {
      {site.templates.message("step.organ"), step.organ},
      {site.templates.message("step.scope"), step.scope},
      {site.templates.message("step.length"), length_of(site, step)},
  };
  PageData list = PageData::array();
  for (const auto& [label, value] : details) {
    if (!value.empty()) list.push_back({{"label", label}, {"value", value}});
  }
  return list;
}

std::string skipped_by(const SiteModel& site, const Step& step) {
  if (step.skipped_by.empty()) return "";
  return site.templates.message("step.skipped_by", {{"units", joined(step.skipped_by)}});
}

std::string current_step(const SiteModel& site, const StepProgress& progress,
                         const std::string& number, const std::string& count) {
  const Notice& latest = *progress.notices.back();
  const auto& closes = site.window_of(latest).closes;
  return site.templates.message(latest.suspended ? "where.suspended" : "where.current",
                                {{"step", progress.step->title},
                                 {"number", number},
                                 {"count", count},
                                 {"last_moment", chinese_last_moment(closes)}});
}

}  // namespace

PageData describe_mark(StepState state) {
  PageData mark = PageData::object();
  for (const StepState each :
       {StepState::Done, StepState::Current, StepState::Waiting, StepState::Elsewhere}) {
    mark[key_of(each)] = each == state;
  }
  return mark;
}

PageData describe_steps(const SiteModel& site, const std::vector<StepProgress>& steps) {
  PageData list = PageData::array();
  for (const StepProgress& progress : steps) {
    const std::string key(key_of(progress.state));
    list.push_back({{"name", progress.step->title},
                    {"state", key},
                    {"word", site.templates.message("step." + key)},
                    {"mark", describe_mark(progress.state)},
                    {"dates", describe_dates(site, progress)},
                    {"details", describe_details(site, *progress.step)},
                    {"skipped_by", skipped_by(site, *progress.step)}});
  }
  return list;
}

std::string describe_whereabouts(const SiteModel& site, const Campaign& campaign,
                                 const std::vector<StepProgress>& steps) {
  if (!campaign.decree.empty()) return site.templates.message("where.decided");
  const StepProgress* latest = latest_step(steps);
  if (latest == nullptr) return site.templates.message("where.before_the_first");
  const auto index = latest - steps.data();
  const std::string number = std::to_string(index + 1);
  const std::string count = std::to_string(steps.size());
  if (latest->state == StepState::Current) return current_step(site, *latest, number, count);
  if (latest == &steps.back()) return site.templates.message("where.over");
  return site.templates.message("where.between", {{"step", latest->step->title},
                                                  {"number", number},
                                                  {"count", count},
                                                  {"next", latest[1].step->title}});
}

}  // namespace gongshi
