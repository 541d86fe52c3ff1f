#include "generator/calendar/calendar_set.h"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <set>
#include <utility>

#include "generator/calendar/calendar_file.h"
#include "generator/calendar/layering.h"
#include "generator/toml/spelling.h"

namespace gongshi {
namespace {

// Reads the files first and stacks them afterwards, because a region may be named before the
// nation.
class Reading {
 public:
  explicit Reading(Diagnostics& problems) : problems_(problems) {}

  void read(const SourceFile& source) {
    const std::size_t before = problems_.size();
    std::optional<CalendarFile> file = read_calendar_file(source, problems_);
    if (!file) return;
    const CalendarId id = file->id;
    if (const auto other = files_.find(id); other != files_.end()) {
      report(file->place, "calendar-id",
             fmt::format("日历“{}”已有一个文件（{}）：请删去一个", id.text(),
                         other->second->place.file));
    }
    if (has_errors(std::span(problems_).subspan(before))) broken_.insert(id);
    files_.emplace(id, std::make_shared<const CalendarFile>(std::move(*file)));
  }

  void check_titles() {
    std::map<std::string, const CalendarFile*> by_title;
    for (const auto& [id, file] : files_) {
      const auto [first, fresh] = by_title.emplace(file->title, file.get());
      if (fresh || file->title.empty()) continue;
      report(file->place, "calendar-regions-disagree",
             fmt::format("与日历“{}”同名（{}）：同一地区只能有一个日历，请合并或改名",
                         first->second->id.text(), file->title));
      broken_.insert(id);
    }
  }

  std::map<CalendarId, Calendar> stack() {
    std::map<CalendarId, Calendar> calendars;
    for (const auto& [id, file] : files_) {
      const auto layers = layers_of(*file);
      if (!layers || broken_.contains(id)) continue;
      const std::size_t before = problems_.size();
      check_layering(*layers, problems_);
      if (has_errors(std::span(problems_).subspan(before))) {
        broken_.insert(id);
      } else {
        calendars.emplace(id, Calendar(*layers));
      }
    }
    std::erase_if(calendars, [&](const auto& entry) { return stands_on_broken(entry.first); });
    return calendars;
  }

 private:
  // Nothing when a calendar below is missing, broken or this one itself.
  std::optional<Calendar::Layers> layers_of(const CalendarFile& file) {
    Calendar::Layers layers = {files_.at(file.id)};
    const CalendarFile* lowest = &file;
    while (const std::optional<CalendarId> below = lowest->extends) {
      const auto found = files_.find(*below);
      if (found == files_.end()) return report_missing(*lowest, *below, file);
      if (files_.size() < layers.size()) return report_circle(file);
      if (broken_.contains(*below)) return std::nullopt;
      layers.insert(layers.begin(), found->second);
      lowest = found->second.get();
    }
    return layers;
  }

  std::nullopt_t report_missing(const CalendarFile& named_by, const CalendarId& missing,
                                const CalendarFile& asked_for) {
    if (&named_by != &asked_for) return std::nullopt;  // said once, of the file that names it
    std::set<std::string, std::less<>> known;
    for (const auto& [id, other] : files_) known.insert(id.text());
    const std::string hint = did_you_mean(missing.text(), known);
    report(named_by.extends_place, "calendar-extends",
           fmt::format("没有日历“{0}”（{0}.toml）{1}", missing.text(),
                       hint.empty() ? "：请核对 extends" : hint));
    return std::nullopt;
  }

  std::nullopt_t report_circle(const CalendarFile& file) {
    report(file.extends_place, "calendar-extends",
           fmt::format("日历“{}”的 extends 绕成了一圈：请改为从 cn 扩展", file.id.text()));
    return std::nullopt;
  }

  bool stands_on_broken(const CalendarId& id) const {
    const CalendarFile* file = files_.at(id).get();
    while (const std::optional<CalendarId> below = file->extends) {
      if (broken_.contains(*below)) return true;
      file = files_.at(*below).get();
    }
    return false;
  }

  void report(const Place& place, std::string code, std::string message) {
    problems_.push_back({.place = place,
                         .level = Level::Error,
                         .code = std::move(code),
                         .message = std::move(message)});
  }

  Diagnostics& problems_;
  std::map<CalendarId, std::shared_ptr<const CalendarFile>> files_;
  std::set<CalendarId> broken_;
};

}  // namespace

const Calendar* CalendarSet::find(const CalendarId& id) const {
  const auto found = calendars_.find(id);
  return found == calendars_.end() ? nullptr : &found->second;
}

std::vector<CalendarId> CalendarSet::ids() const {
  std::vector<CalendarId> ids;
  ids.reserve(calendars_.size());
  for (const auto& [id, calendar] : calendars_) ids.push_back(id);
  return ids;
}

CalendarSet read_calendars(std::span<const SourceFile> files, Diagnostics& problems) {
  Reading reading(problems);
  for (const SourceFile& file : files) reading.read(file);
  reading.check_titles();
  CalendarSet set;
  set.calendars_ = reading.stack();
  return set;
}

}  // namespace gongshi
