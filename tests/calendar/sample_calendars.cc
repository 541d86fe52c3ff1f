#include "tests/calendar/sample_calendars.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <utility>

#include "tests/source_root.h"

namespace gongshi {
namespace {

CalendarSet read_real_calendars() {
  Diagnostics problems;
  CalendarSet set = read_calendars(calendar_sources(), problems);
  for (const Diagnostic& problem : problems) std::cerr << to_text(problem) << '\n';
  if (!problems.empty()) std::abort();
  return set;
}

}  // namespace

Date day(std::string_view text) { return parse_date(text).value(); }

std::vector<SourceFile> calendar_sources() {
  std::vector<SourceFile> files;
  const std::filesystem::path folder = source_root() / "content/calendars";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(entry.path(), std::ios::binary);
    files.push_back({.path = "content/calendars/" + entry.path().filename().string(),
                     .bytes = {std::istreambuf_iterator<char>(in), {}}});
  }
  std::ranges::sort(files, {}, &SourceFile::path);
  return files;
}

const CalendarSet& real_calendars() {
  static const CalendarSet set = read_real_calendars();
  return set;
}

const Calendar& real_calendar(std::string_view id) {
  const Calendar* found = real_calendars().find(CalendarId::parse(id).value());
  if (found != nullptr) return *found;
  std::cerr << "no calendar " << id << '\n';
  std::abort();
}

WrittenCalendars::WrittenCalendars(const std::vector<SourceFile>& files)
    : set(read_calendars(files, problems)) {
  sort_diagnostics(problems);
}

WrittenCalendars::WrittenCalendars(std::string text)
    : WrittenCalendars(std::vector<SourceFile>{{.path = "cn.toml", .bytes = std::move(text)}}) {}

const Calendar* WrittenCalendars::find(std::string_view id) const {
  return set.find(CalendarId::parse(id).value());
}

std::string WrittenCalendars::codes() const {
  std::string text;
  for (const Diagnostic& problem : problems) {
    text += problem.place.file + ":" + std::to_string(problem.place.line) + ":" +
            std::to_string(problem.place.column) + " " + problem.code + "\n";
  }
  return text;
}

}  // namespace gongshi
