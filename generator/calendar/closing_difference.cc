#include "generator/calendar/closing_difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace gongshi {
namespace {

using std::chrono::days;
using std::chrono::weekday;
using std::chrono::year_month_day;

// Whether a day counts; nothing when that is not known.
using Counts = std::function<std::optional<bool>(Date)>;

bool is_monday_to_friday(Date date) { return weekday{date}.iso_encoding() <= 5; }

Counts by_kind(const Calendar& calendar, bool (*counts)(DayKind, Date)) {
  return [&calendar, counts](Date date) -> std::optional<bool> {
    const auto kind = calendar.kind(date);
    if (!kind) return std::nullopt;
    return counts(*kind, date);
  };
}

std::optional<Date> close_by(const Counts& counts, Date opens, int length, CountFrom count_from) {
  Date date = count_from == CountFrom::SameDay ? opens : opens + days{1};
  for (int counted = 0;; date += days{1}) {
    const auto does = counts(date);
    if (!does) return std::nullopt;
    if (*does && ++counted == length) return date;
  }
}

CountFrom other(CountFrom count_from) {
  return count_from == CountFrom::SameDay ? CountFrom::NextDay : CountFrom::SameDay;
}

class Explaining {
 public:
  Explaining(const Calendar& calendar, Date opens, const CountingRule& rule, Date announced)
      : calendar_(calendar),
        nation_(calendar.nation()),
        opens_(opens),
        rule_(rule),
        announced_(announced) {}

  std::vector<Explanation> explain(Date computed) {
    if (is_same_day_of_another_year(computed)) add({Mistake::WrongYear});
    try_each(rule_.count_from, {});
    try_other_day_one();
    try_other_last_day();
    if (found_.empty()) try_each(other(rule_.count_from), {Mistake::OtherDayOne});
    return std::move(found_);
  }

 private:
  void try_each(CountFrom count_from, const Explanation& because) {
    if (rule_.unit == DayUnit::CalendarDay) {
      try_counting(count_from, because, Mistake::WorkingDays, workdays(calendar_));
      return;
    }
    const auto weekdays_only = [](DayKind kind, Date) { return kind == DayKind::Weekday; };
    const auto with_holidays = [](DayKind kind, Date date) {
      return kind == DayKind::MakeUp || is_monday_to_friday(date);
    };
    try_counting(count_from, because, Mistake::RegionIgnored, workdays(nation_));
    const std::size_t before = found_.size();
    try_counting(count_from, because, Mistake::MakeUpDaysIgnored,
                 by_kind(calendar_, weekdays_only));
    try_counting(count_from, because, Mistake::HolidaysIgnored, by_kind(calendar_, with_holidays));
    if (before == found_.size()) {  // else one of the two alone says it better
      try_counting(count_from, because, Mistake::MondayToFriday,
                   [](Date date) { return is_monday_to_friday(date); });
    }
    try_counting(count_from, because, Mistake::NaturalDays, [](Date) { return true; });
  }

  void try_counting(CountFrom count_from, Explanation because, Mistake mistake,
                    const Counts& counts) {
    because.push_back(mistake);
    if (close_by(counts, opens_, rule_.days, count_from) == announced_) add(std::move(because));
  }

  void try_other_day_one() {
    CountingRule rule = rule_;
    rule.count_from = other(rule_.count_from);
    try_rule(rule, Mistake::OtherDayOne);
  }

  void try_other_last_day() {
    CountingRule rule = rule_;
    rule.last_day = rule_.last_day == LastDay::Stands ? LastDay::RollsForward : LastDay::Stands;
    try_rule(rule, Mistake::LastDayRolled);
  }

  void try_rule(const CountingRule& rule, Mistake mistake) {
    const auto closes = closing_date(calendar_, opens_, rule);
    if (closes && *closes == announced_) add({mistake});
  }

  static Counts workdays(const Calendar& calendar) {
    return by_kind(calendar, [](DayKind kind, Date) { return is_workday(kind); });
  }

  bool is_same_day_of_another_year(Date computed) const {
    const year_month_day a{announced_};
    const year_month_day c{computed};
    return a.month() == c.month() && a.day() == c.day() && a.year() != c.year();
  }

  void add(Explanation explanation) { found_.push_back(std::move(explanation)); }

  const Calendar& calendar_;
  const Calendar nation_;
  Date opens_;
  CountingRule rule_;
  Date announced_;
  std::vector<Explanation> found_;
};

std::optional<int> count_to(const Calendar& calendar, Date opens, const CountingRule& rule,
                            Date announced) {
  const Date first = rule.count_from == CountFrom::SameDay ? opens : opens + days{1};
  if (announced < first) return 0;
  if (rule.unit == DayUnit::CalendarDay) return static_cast<int>((announced - first).count()) + 1;
  const auto workdays = count_workdays(calendar, first, announced);
  return workdays ? std::optional(*workdays) : std::nullopt;
}

bool is_wrong_year(const ClosingDifference& difference) {
  return std::ranges::find(difference.explanations, Explanation{Mistake::WrongYear}) !=
         difference.explanations.end();
}

std::string phrase(Mistake mistake, const CountingRule& rule) {
  switch (mistake) {
    case Mistake::MakeUpDaysIgnored:
      return "把调休上班日当作休息日";
    case Mistake::HolidaysIgnored:
      return "没有扣除节假日";
    case Mistake::MondayToFriday:
      return "只数周一至周五，不看放假和调休";
    case Mistake::RegionIgnored:
      return "只看全国安排，不看本地放假";
    case Mistake::OtherDayOne:
      return rule.count_from == CountFrom::SameDay ? "从开始次日起算" : "从开始当日起算";
    case Mistake::NaturalDays:
      return "按自然日数";
    case Mistake::WorkingDays:
      return "按工作日数";
    case Mistake::LastDayRolled:
      return rule.last_day == LastDay::Stands ? "末日逢休息日顺延" : "末日逢休息日没有顺延";
    case Mistake::WrongYear:
      break;
  }
  return "年份写错";
}

std::string phrases(const ClosingDifference& difference) {
  std::string text;
  for (const Explanation& explanation : difference.explanations) {
    text += text.empty() ? "；如果" : "，或者";
    for (const Mistake& mistake : explanation)
      text += (&mistake == &explanation.front() ? "" : "、又") + phrase(mistake, difference.rule);
  }
  return text.empty() ? "" : text + "，就会得出写明的日期";
}

std::string too_short(const ClosingDifference& difference, const char* unit) {
  const std::string computed = chinese_date(difference.computed);
  if (difference.announced < difference.opens) {
    return fmt::format("早于开始日{}：请改为{}", chinese_date(difference.opens), computed);
  }
  const int counted = difference.counted.value_or(0);
  const int missing = difference.rule.days - counted;
  if (missing <= 0) return fmt::format("是休息日，末日应当顺延：请改为{}", computed);
  return fmt::format("从{}起只有{}{}，比规定的{}{}少{}{}：应不早于{}",
                     chinese_date(difference.opens), counted, unit, difference.rule.days, unit,
                     missing, unit, computed);
}

std::string too_long(const ClosingDifference& difference, const char* unit) {
  const std::string computed = chinese_date(difference.computed);
  const int counted = difference.counted.value_or(difference.rule.days);
  const int extra = counted - difference.rule.days;
  if (extra <= 0) {
    return fmt::format("规定的{}{}到{}已满：请改为{}，有意延长的可以不改", difference.rule.days,
                       unit, computed, computed);
  }
  return fmt::format("从{}起有{}{}，比规定的{}{}多{}{}：请改为{}，有意延长的可以不改",
                     chinese_date(difference.opens), counted, unit, difference.rule.days, unit,
                     extra, unit, computed);
}

}  // namespace

Result<std::optional<ClosingDifference>> explain_difference(const Calendar& calendar, Date opens,
                                                            const CountingRule& rule,
                                                            Date announced) {
  const auto computed = closing_date(calendar, opens, rule);
  if (!computed) return tl::unexpected<Error>(computed.error());
  if (*computed == announced) return std::nullopt;
  return ClosingDifference{
      .opens = opens,
      .announced = announced,
      .computed = *computed,
      .rule = rule,
      .counted = count_to(calendar, opens, rule, announced),
      .explanations = Explaining(calendar, opens, rule, announced).explain(*computed)};
}

std::optional<ClosingFinding> judge(const ClosingDifference& difference, Length length) {
  const std::string announced = "公示截止日写的是" + chinese_date(difference.announced);
  if (is_wrong_year(difference)) {
    return ClosingFinding{.level = Level::Error,
                          .sentence = fmt::format("{}，按规定是{}：日月相符，请改正年份", announced,
                                                  chinese_date(difference.computed))};
  }
  const char* unit = difference.rule.unit == DayUnit::Workday ? "个工作日" : "天";
  if (difference.announced < difference.computed) {
    return ClosingFinding{
        .level = Level::Error,
        .sentence =
            fmt::format("{}，{}{}", announced, too_short(difference, unit), phrases(difference))};
  }
  if (length == Length::AtLeast) return std::nullopt;
  return ClosingFinding{.level = Level::Warning,
                        .sentence = fmt::format("{}，{}{}", announced, too_long(difference, unit),
                                                phrases(difference))};
}

}  // namespace gongshi
