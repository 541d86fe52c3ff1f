#include "generator/command/days.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <ostream>

#include "generator/command/calendar_folder.h"
#include "generator/command/options.h"
#include "generator/command/usage.h"

namespace gongshi {
namespace {

struct DaysOptions {
  CalendarChoice calendar;
  Date from, to;
};

// RFC 4180: a field with a comma, a quote or a line end stands in quotes.
std::string csv_field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

Result<std::string> days_as_csv(const Calendar& calendar, Date from, Date to) {
  std::string rows;
  for (Date date = from; date <= to; date += std::chrono::days{1}) {
    const auto verdict = calendar.verdict(date);
    if (!verdict) return tl::unexpected<Error>(verdict.error());
    rows += to_text(date) + (verdict->workday ? ",workday," : ",rest,") +
            csv_field(verdict->reason) + "\n";
  }
  return rows;
}

int print_days(const DaysOptions& options, const Output& output) {
  if (options.to < options.from) {
    report_failure(fmt::format("--to（{}）早于 --from（{}）：请把先后两天写对", to_text(options.to),
                               to_text(options.from)),
                   output);
    return kExitUsage;
  }
  const auto calendar = open_calendar(options.calendar, output);
  if (!calendar) return kExitErrors;
  const auto rows = days_as_csv(*calendar, options.from, options.to);
  if (!rows) return report_failure(rows.error().message, output);
  output.out << *rows << std::flush;
  return kExitClean;
}

}  // namespace

void add_days_command(CLI::App& program, ChosenCommand& chosen) {
  CLI::App& command = add_command(program, "days", "逐日列出上班还是休息，以及原因（CSV）");
  const auto options = std::make_shared<DaysOptions>();
  add_calendar_options(command, options->calendar);
  add_date_option(command, "--from", options->from, "第一天")->required();
  add_date_option(command, "--to", options->to, "最后一天（含）")->required();
  command.footer("每行：日期,workday 或 rest,原因。没有收录的年份不推算，退出码为 1。");
  command.callback([&chosen, options] {
    chosen = [options] { return print_days(*options, standard_output()); };
  });
}

}  // namespace gongshi
