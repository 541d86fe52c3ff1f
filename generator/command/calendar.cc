#include "generator/command/calendar.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <ostream>
#include <utility>

#include "generator/calendar/holiday_json.h"
#include "generator/command/files.h"
#include "generator/command/options.h"
#include "generator/command/report.h"
#include "generator/command/usage.h"

namespace gongshi {
namespace {

struct ImportOptions {
  std::string file;
  NoticeFacts facts;
};

int import(const ImportOptions& options, const Output& output) {
  const auto bytes = read_file(options.file);
  if (!bytes) return report_failure(bytes.error().message, output);
  Diagnostics problems;
  const auto year =
      calendar_year_from_json({.path = options.file, .bytes = *bytes}, options.facts, problems);
  if (!year) return report_problems(std::move(problems), ReportFormat::Text, output);
  output.out << *year << std::flush;
  return kExitClean;
}

void add_facts_options(CLI::App& command, NoticeFacts& facts) {
  add_value_option(command, "--notice", "文号", "通知的文号；不写则用通知的标题",
                   [&facts](const std::string& text) -> std::optional<std::string> {
                     if (text.empty()) return "文号是空的";
                     facts.notice = text;
                     return std::nullopt;
                   });
  add_value_option(command, "--issued", "DATE", "通知的印发日期；不写则留一行请人填写",
                   [&facts](const std::string& text) -> std::optional<std::string> {
                     const auto date = parse_date(text);
                     if (!date) return date.error().message;
                     facts.issued = *date;
                     return std::nullopt;
                   });
}

}  // namespace

void add_calendar_command(CLI::App& program, ChosenCommand& chosen) {
  CLI::App& calendar = add_command(program, "calendar", "日历文件");
  calendar.require_subcommand(1);
  CLI::App& command = add_command(calendar, "import", "把通行的节假日 JSON 转成日历文件的一年");
  const auto options = std::make_shared<ImportOptions>();
  command.add_option("FILE", options->file, "JSON 文件：year、papers、days")
      ->required()
      ->type_name("");
  add_facts_options(command, options->facts);
  command.footer(
      "写到标准输出：核对后接到 cn.toml 末尾，如 gongshi calendar import 2027.json >> "
      "content/calendars/cn.toml");
  command.callback(
      [&chosen, options] { chosen = [options] { return import(*options, standard_output()); }; });
}

}  // namespace gongshi
