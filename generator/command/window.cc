#include "generator/command/window.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <ostream>

#include "generator/calendar/closing_difference.h"
#include "generator/calendar/counting.h"
#include "generator/calendar/window_report.h"
#include "generator/command/calendar_folder.h"
#include "generator/command/options.h"
#include "generator/command/usage.h"

namespace gongshi {
namespace {

enum class Form { Text, Json, Icalendar };

struct WindowOptions {
  CalendarChoice calendar;
  Date opens;
  int working_days = 0;   // 0: not given
  int calendar_days = 0;  // 0: not given
  CountFrom count_from = CountFrom::SameDay;
  bool roll_forward = false;
  std::optional<Date> announced;
  bool at_least = false;
  Form form = Form::Text;
};

CountingRule rule_of(const WindowOptions& options) {
  const bool workdays = options.working_days > 0;
  return {.days = workdays ? options.working_days : options.calendar_days,
          .unit = workdays ? DayUnit::Workday : DayUnit::CalendarDay,
          .count_from = options.count_from,
          .last_day = options.roll_forward ? LastDay::RollsForward : LastDay::Stands};
}

const char* usage_mistake(const WindowOptions& options) {
  const bool workdays = options.working_days > 0;
  const bool calendar_days = options.calendar_days > 0;
  if (workdays == calendar_days) return "请写上 --working-days 或 --calendar-days，只写一个";
  if (options.roll_forward && workdays)
    return "--roll-forward 只用于 --calendar-days：工作日的末日不会是休息日";
  return nullptr;
}

std::string written(const CountedWindow& window, const Calendar& calendar,
                    const WindowOptions& options) {
  switch (options.form) {
    case Form::Json:
      return window_as_json(window);
    case Form::Icalendar:
      return window_as_icalendar(window, calendar, rule_of(options));
    case Form::Text:
      break;
  }
  return window_as_text(window, calendar, rule_of(options));
}

int judge_announced(const Calendar& calendar, Date announced, const WindowOptions& options,
                    const Output& output) {
  const auto checked = explain_difference(calendar, options.opens, rule_of(options), announced);
  if (!checked) return report_failure(checked.error().message, output);
  const std::optional<ClosingDifference>& difference = checked.value();
  if (!difference) return kExitClean;
  const auto finding = judge(*difference, options.at_least ? Length::AtLeast : Length::Exact);
  if (!finding) return kExitClean;
  report_failure(finding->sentence, output);
  return finding->level == Level::Error ? kExitErrors : kExitClean;
}

int print_window(const WindowOptions& options, const Output& output) {
  if (const char* mistake = usage_mistake(options)) {
    report_failure(mistake, output);
    return kExitUsage;
  }
  const auto calendar = open_calendar(options.calendar, output);
  if (!calendar) return kExitErrors;
  const auto window = count_window(*calendar, options.opens, rule_of(options));
  if (!window) return report_failure(window.error().message, output);
  output.out << written(*window, *calendar, options) << std::flush;
  if (!options.announced) return kExitClean;
  return judge_announced(*calendar, *options.announced, options, output);
}

void add_rule_options(CLI::App& command, WindowOptions& options) {
  add_date_option(command, "--opens", options.opens, "公示开始的日期")->required();
  add_number_option(command, "--working-days", options.working_days, 1, kWindowDaysMax,
                    "公示多少个工作日");
  add_number_option(command, "--calendar-days", options.calendar_days, 1, kWindowDaysMax,
                    "公示多少天（自然日）；与上一项只写一个");
  add_choice_option<CountFrom>(command, "--count-from", options.count_from,
                               {{"same-day", CountFrom::SameDay}, {"next-day", CountFrom::NextDay}},
                               "从开始当日还是次日起算；默认 same-day");
  command.add_flag("--roll-forward", options.roll_forward,
                   "自然日的末日逢休息日顺延（民法典第二百零三条）");
  add_value_option(command, "--closes", "DATE", "公布的截止日期：与算出的不同时说明差在哪里",
                   [&options](const std::string& text) -> std::optional<std::string> {
                     const auto date = parse_date(text);
                     if (!date) return date.error().message;
                     options.announced = *date;
                     return std::nullopt;
                   });
  command.add_flag("--at-least", options.at_least, "天数是下限（“不少于”）：多了不提醒");
}

}  // namespace

void add_window_command(CLI::App& program, ChosenCommand& chosen) {
  CLI::App& command = add_command(program, "window", "计算公示期，逐日说明");
  const auto options = std::make_shared<WindowOptions>();
  add_calendar_options(command, options->calendar);
  add_rule_options(command, *options);
  add_choice_option<Form>(command, "--format", options->form,
                          {{"text", Form::Text}, {"json", Form::Json}, {"ics", Form::Icalendar}},
                          "输出的写法：text 给人看，json 给程序用，ics 给日历软件用；默认 text");
  command.footer("没有收录的年份不推算，公布的截止日期天数不足，退出码都为 1。");
  command.callback([&chosen, options] {
    chosen = [options] { return print_window(*options, standard_output()); };
  });
}

}  // namespace gongshi
