#include "generator/check/windows.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "generator/calendar/amended_window.h"
#include "generator/calendar/closing_difference.h"
#include "generator/calendar/counting.h"
#include "generator/check/rules.h"

namespace gongshi {
namespace {

using std::chrono::days;

// What to say about an announced end that is not the computed one. More days than the rule asks are
// a mistake here, too: a longer period is written as working_days or as an extension.
std::string mismatch(const ClosingDifference& difference) {
  if (const auto finding = judge(difference, Length::AtLeast)) return finding->sentence;
  const char* unit = difference.rule.unit == DayUnit::Workday ? "个工作日" : "天";
  return fmt::format(
      "公示截止日写的是{}，规定的{}{}到{}已满：请改为{}；有意加长的请写 working_days",
      chinese_date(difference.announced), difference.rule.days, unit,
      chinese_date(difference.computed), to_text(difference.computed));
}

class WindowChecker {
 public:
  WindowChecker(const Notice& notice, const Step& step, const Calendar& calendar,
                Diagnostics& problems)
      : notice_(notice), step_(step), calendar_(calendar), problems_(problems) {}

  std::optional<CountedWindow> check() {
    check_opening();
    const CountingRule rule{.days = notice_.working_days.value_or(step_.working_days),
                            .unit = step_.unit,
                            .count_from = notice_.count_from,
                            .last_day = step_.last_day};
    check_length(rule.days);
    auto window = count_window(calendar_, notice_.opens, rule);
    const auto promised =
        promised_end(calendar_, notice_.opens, rule, date_of(notice_.published_at));
    if (!window || !promised) {
      report(place_of_opening(), "calendar-year-unknown",
             window ? promised.error().message : window.error().message);
      return std::nullopt;
    }
    check_announced_end(rule, *promised);
    const Date told = check_extensions(*promised);
    check_amendments(rule, told);
    if (!lengthen(*window, told)) return std::nullopt;
    return *std::move(window);
  }

 private:
  void check_opening() {
    const Date published = date_of(notice_.published_at);
    if (published <= notice_.opens) return;
    report(notice_.place_of("opens"), "opens-before-publication",
           fmt::format("公示期从 {} 开始，早于发布日期 {}；请改 opens，或删去这一行",
                       to_text(notice_.opens), to_text(published)));
  }

  void check_length(int length) {
    if (length < step_.working_days) {
      report(notice_.place_of("working_days"), "window-too-short",
             fmt::format("公示期只有 {} 天，“{}”不得少于 {} 天；请改长，或删去这一行", length,
                         step_.title, step_.working_days));
    }
    if (step_.working_days < length && step_.length == Length::Exact) {
      report(notice_.place_of("working_days"), "window-longer-than-stated",
             fmt::format("公示期有 {} 天，“{}”规定的就是 {} 天；如非有意，请删去这一行", length,
                         step_.title, step_.working_days));
    }
  }

  void check_announced_end(const CountingRule& rule, Date promised) {
    if (!notice_.closes || *notice_.closes == promised) return;
    // Nothing when the date is right; nor when counting fails, which has been reported.
    const std::optional<ClosingDifference> difference =
        explain_difference(calendar_, notice_.opens, rule, *notice_.closes).value_or(std::nullopt);
    if (!difference) return;
    report(notice_.place_of("closes"), "window-closes-mismatch", mismatch(*difference));
  }

  // The end that readers have been told, extension by extension, beginning with `promised`.
  Date check_extensions(Date promised) {
    Date told = promised;
    for (const Extension& extension : notice_.extensions) {
      if (extension.closes == Date() || extension.at == Instant()) continue;  // loading said so
      if (moves_later(told, extension)) told = extension.closes;
    }
    return told;
  }

  bool moves_later(Date told, const Extension& extension) {
    if (extension.closes <= told) {
      report(extension.place, "extension-not-later",
             fmt::format("延长后的截止日期 {} 不晚于原来的 {}；截止日期只能往后移",
                         to_text(extension.closes), to_text(told)));
      return false;
    }
    if (start_of_day(told + days{1}) <= extension.at) {
      report(extension.place, "extension-too-late",
             fmt::format("作出延长决定时公示期已于 {} 期满，不能再延长；请另发一份公示",
                         to_text(told)));
      return false;
    }
    return true;
  }

  void check_amendments(const CountingRule& rule, Date told) {
    const auto proposal =
        propose_extension(calendar_, notice_.opens, rule, date_of(notice_.published_at), told);
    // An error would be counting's, which has been reported.
    if (!proposal || !*proposal) return;
    report(place_of_opening(), "window-amended", (*proposal)->sentence);
  }

  // False when the calendar does not know a day up to `told`.
  bool lengthen(CountedWindow& window, Date told) {
    for (Date date = window.closes + days{1}; date <= told; date += days{1}) {
      auto verdict = calendar_.verdict(date);
      if (!verdict) {
        report(notice_.extensions.back().place, "calendar-year-unknown", verdict.error().message);
        return false;
      }
      const bool counts = verdict->workday || step_.unit == DayUnit::CalendarDay;
      (counts ? window.counted : window.skipped)
          .push_back({.date = date, .reason = std::move(verdict->reason)});
    }
    window.closes = std::max(window.closes, told);
    window.closes_at = start_of_day(window.closes + days{1});
    return true;
  }

  Place place_of_opening() const {
    return notice_.places.contains("opens") ? notice_.place_of("opens")
                                            : notice_.place_of("published_at");
  }

  void report(const Place& place, std::string_view code, std::string message) {
    report_rule(problems_, place, code, std::move(message));
  }

  const Notice& notice_;
  const Step& step_;
  const Calendar& calendar_;
  Diagnostics& problems_;
};

}  // namespace

Windows check_windows(const Content& content, const CalendarSet& calendars, Diagnostics& problems) {
  Windows windows;
  for (const Notice& notice : content.notices) {
    const Campaign* campaign = content.find(notice.campaign);
    const Step* step = campaign == nullptr ? nullptr : campaign->find(notice.step);
    const Calendar* calendar = calendars.find(notice.calendar);
    const bool is_countable = step != nullptr && step->working_days > 0 && calendar != nullptr &&
                              notice.published_at != Instant();
    if (!is_countable) continue;  // loading, or reading the calendar, has said why
    auto window = WindowChecker(notice, *step, *calendar, problems).check();
    if (window) windows.emplace(notice.id, *std::move(window));
  }
  return windows;
}

}  // namespace gongshi
