#include "generator/check/corrections.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "generator/calendar/counting.h"
#include "generator/check/rules.h"

namespace gongshi {
namespace {

bool needs_full_window(const Correction& correction) {
  return correction.kind == CorrectionKind::Substantive ||
         correction.kind == CorrectionKind::Addition;
}

bool changes_list(const Correction& correction) {
  return correction.kind == CorrectionKind::Addition || correction.kind == CorrectionKind::Removal;
}

class CorrectionChecker {
 public:
  CorrectionChecker(const Notice& notice, Diagnostics& problems)
      : notice_(notice), problems_(problems) {}

  void check_day(const Correction& correction) {
    if (notice_.published_at == Instant() || notice_.published_at <= correction.at) return;
    report(correction, "correction-before-publication",
           fmt::format("更正的时间 {} 早于发布时间 {}；发布之前的改动不是更正，请核对时间",
                       to_text(correction.at), to_text(notice_.published_at)));
  }

  void check_candidates(const Correction& correction) {
    if (!changes_list(correction)) return;
    if (correction.candidates.empty()) {
      report(correction, "correction-candidates-missing",
             "增补或取消的是谁没有写；请在这一节写 candidates = [\"编号\"]");
    }
    for (const CandidateId& id : correction.candidates) {
      if (std::ranges::find(notice_.candidates, id) != notice_.candidates.end()) continue;
      report(correction, "correction-candidates-missing",
             fmt::format("“{}”不在公示的 candidates 里；增补的要加进去，取消的要留着，由页面注明",
                         id.text()));
    }
  }

  void check_window(const Correction& correction, const Calendar& calendar, const Step& step,
                    const CountedWindow& window) {
    if (!needs_full_window(correction)) return;
    const auto closes = closing_date(calendar, date_of(correction.at),
                                     {.days = step.working_days,
                                      .unit = step.unit,
                                      .count_from = notice_.count_from,
                                      .last_day = step.last_day});
    if (!closes) {
      report(correction, "calendar-year-unknown", closes.error().message);
    } else if (window.closes_at <= correction.at) {
      report(correction, "correction-window",
             fmt::format("公示期已于 {} 期满，不能再作实质更正或增补；请另发一份公示",
                         to_text(window.closes)));
    } else if (window.closes < *closes) {
      report(correction, "correction-window", shortage(correction, step, window, *closes));
    }
  }

 private:
  static std::string shortage(const Correction& correction, const Step& step,
                              const CountedWindow& window, Date closes) {
    return fmt::format(
        "这次更正之后要重新公示满{}{}，到{}为止，现在只到{}：请写 [[extension]] closes = {}、"
        "at = {}、reason = \"更正后重新公示\"",
        step.working_days, step.unit == DayUnit::Workday ? "个工作日" : "天", chinese_date(closes),
        chinese_date(window.closes), to_text(closes), to_text(correction.at));
  }

  void report(const Correction& correction, std::string_view code, std::string message) {
    report_rule(problems_, correction.place, code, std::move(message));
  }

  const Notice& notice_;
  Diagnostics& problems_;
};

// Who recommended whom for what: the seat that a removal leaves empty.
using Seat = std::pair<std::string_view, AwardId>;

class SubstituteChecker {
 public:
  SubstituteChecker(const Course& course, Diagnostics& problems)
      : course_(course), problems_(problems) {}

  void check() {
    each(CorrectionKind::Removal, [&](const Candidate& removed, const Correction& correction) {
      const auto [seat, is_new] =
          removals_.emplace(seat_of(removed), Removal{&removed, correction.at});
      if (!is_new && correction.at < seat->second.at) seat->second = {&removed, correction.at};
    });
    each(CorrectionKind::Addition, [&](const Candidate& added, const Correction& correction) {
      const auto seat = removals_.find(seat_of(added));
      if (seat == removals_.end() || correction.at < seat->second.at) return;
      report_rule(problems_, correction.place, "removal-substituted",
                  fmt::format("“{}”取消之后又增补了“{}”，而本次评选不再递补；请删去增补",
                              seat->second.candidate->name, added.name));
    });
  }

 private:
  struct Removal {
    const Candidate* candidate;
    Instant at;
  };

  static Seat seat_of(const Candidate& candidate) {
    return {candidate.recommended_by, candidate.award};
  }

  // Calls `see` with each candidate that a correction of this kind names.
  template <class See>
  void each(CorrectionKind kind, See see) {
    for (const Notice* notice : course_.notices()) {
      for (const Correction& correction : notice->corrections) {
        if (correction.kind != kind) continue;
        for (const CandidateId& id : correction.candidates) {
          if (const Candidate* candidate = course_.find(id)) see(*candidate, correction);
        }
      }
    }
  }

  const Course& course_;
  Diagnostics& problems_;
  std::map<Seat, Removal> removals_;  // the first of each seat
};

void check_notice(const Course& course, const Notice& notice, const CalendarSet& calendars,
                  const Windows& windows, Diagnostics& problems) {
  const Step* step = course.campaign().find(notice.step);
  const Calendar* calendar = calendars.find(notice.calendar);
  const auto window = windows.find(notice.id);
  const bool is_counted = step != nullptr && calendar != nullptr && window != windows.end();
  CorrectionChecker checker(notice, problems);
  for (const Correction& correction : notice.corrections) {
    checker.check_candidates(correction);
    if (correction.at == Instant()) continue;  // loading said so
    checker.check_day(correction);
    if (is_counted) checker.check_window(correction, *calendar, *step, window->second);
  }
}

}  // namespace

void check_corrections(std::span<const Course> courses, const CalendarSet& calendars,
                       const Windows& windows, Diagnostics& problems) {
  for (const Course& course : courses) {
    for (const Notice* notice : course.notices()) {
      check_notice(course, *notice, calendars, windows, problems);
    }
    if (!course.campaign().substitutes) SubstituteChecker(course, problems).check();
  }
}

}  // namespace gongshi
