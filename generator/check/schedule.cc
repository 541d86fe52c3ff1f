#include "generator/check/schedule.h"

#include <fmt/format.h>

#include <chrono>
#include <optional>

#include "generator/calendar/counting.h"
#include "generator/check/rules.h"

namespace gongshi {
namespace {

using std::chrono::days;

constexpr int kSpareWorkdaysMin = 2;  // one before the first window, one after the last

// The last day of the publicity steps up to and including `last`, one after another from `first`.
// Nothing when none of them states its days, or the calendar does not know a year.
std::optional<Date> end_of_publicity(const Campaign& campaign, const StepId& last, Date first,
                                     const Calendar& calendar) {
  std::optional<Date> end;
  for (const Step& step : campaign.steps) {
    if (step.kind == StepKind::Publicity && 0 < step.working_days) {
      const auto closes =
          closing_date(calendar, end ? *end + days{1} : first,
                       {.days = step.working_days, .unit = step.unit, .last_day = step.last_day});
      if (!closes) return std::nullopt;
      end = *closes;
    }
    if (step.id == last) return end;
  }
  return std::nullopt;  // loading has said that there is no such step
}

void check_time_left(const Campaign& campaign, const Deadline& deadline, Date issued,
                     const Calendar& calendar, Diagnostics& problems) {
  const auto end = end_of_publicity(campaign, *deadline.step, issued, calendar);
  if (!end) return;
  const auto available = count_workdays(calendar, issued, deadline.due);
  const auto needed = count_workdays(calendar, issued, *end);
  if (!available || !needed || kSpareWorkdaysMin <= *available - *needed) return;
  report_rule(
      problems, deadline.place, "schedule-infeasible",
      fmt::format("从 {} 到 {} 有 {} 个工作日，到“{}”为止的公示最少要 {} 个，{}；请把日期推后",
                  to_text(issued), to_text(deadline.due), *available,
                  campaign.find(*deadline.step)->title, *needed,
                  *available < *needed
                      ? "不够"
                      : fmt::format("推荐、审核和报送只剩 {} 个", *available - *needed)));
}

void check_campaign(const Campaign& campaign, const Calendar* calendar, Diagnostics& problems) {
  if (!campaign.issued) return;
  for (const Deadline& deadline : campaign.deadlines) {
    if (deadline.due == Date()) continue;  // loading has said so
    if (deadline.due < *campaign.issued) {
      report_rule(problems, deadline.place, "deadline-before-issue",
                  fmt::format("“{}”的期限 {} 早于活动印发的日期 {}；请核对 due 和 issued",
                              deadline.title, to_text(deadline.due), to_text(*campaign.issued)));
    } else if (deadline.step && calendar != nullptr) {
      check_time_left(campaign, deadline, *campaign.issued, *calendar, problems);
    }
  }
}

}  // namespace

void check_schedule(const Content& content, const CalendarSet& calendars, Diagnostics& problems) {
  const Calendar* calendar = calendars.find(content.site.calendar);
  for (const Campaign& campaign : content.campaigns) check_campaign(campaign, calendar, problems);
}

}  // namespace gongshi
