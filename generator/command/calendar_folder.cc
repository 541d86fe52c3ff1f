#include "generator/command/calendar_folder.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <utility>
#include <vector>

#include "generator/calendar/calendar_set.h"
#include "generator/command/options.h"
#include "generator/load/source_tree.h"

namespace gongshi {
namespace {

std::vector<SourceFile> toml_files(const SourceTree& tree) {
  std::vector<SourceFile> files;
  for (const auto& [path, bytes] : tree.files) {
    if (path.ends_with(".toml") && path.find('/') == std::string::npos)
      files.push_back({.path = tree.shown(path), .bytes = bytes});
  }
  return files;
}

std::string names_of(const CalendarSet& set) {
  std::string names;
  for (const CalendarId& id : set.ids()) names += (names.empty() ? "" : "、") + id.text();
  return names.empty() ? "一个也没有" : names;
}

}  // namespace

void add_calendar_options(CLI::App& command, CalendarChoice& choice) {
  add_path_option(command, "--calendars", choice.folder, "日历文件所在的文件夹")->required();
  add_value_option(command, "--calendar", "ID", "日历的编号，如 cn、cn-gx",
                   [&choice](const std::string& text) -> std::optional<std::string> {
                     const auto id = CalendarId::parse(text);
                     if (!id) return id.error().message;
                     choice.id = text;
                     return std::nullopt;
                   })
      ->required();
  add_value_option(command, "--known-on", "DATE", "只用这一天及以前印发的安排",
                   [&choice](const std::string& text) -> std::optional<std::string> {
                     const auto date = parse_date(text);
                     if (!date) return date.error().message;
                     choice.known_on = *date;
                     return std::nullopt;
                   });
}

std::optional<Calendar> open_calendar(const CalendarChoice& choice, const Output& output) {
  Diagnostics problems;
  const auto tree = read_source_tree(choice.folder, problems);
  if (!tree) {
    report_failure(tree.error().message, output);
    return std::nullopt;
  }
  const CalendarSet set = read_calendars(toml_files(*tree), problems);
  const Calendar* found = set.find(CalendarId::parse(choice.id).value());
  if (found != nullptr) return choice.known_on ? found->known_on(*choice.known_on) : *found;
  report_problems(std::move(problems), ReportFormat::Text, output, *tree);
  const bool broken = tree->files.contains(choice.id + ".toml");
  report_failure(broken ? fmt::format("日历“{}”或它所扩展的日历有错误：请先改正", choice.id)
                        : fmt::format("{} 里没有日历“{}”（{}.toml）：现有 {}",
                                      choice.folder.string(), choice.id, choice.id, names_of(set)),
                 output);
  return std::nullopt;
}

}  // namespace gongshi
