#include "generator/calendar/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "generator/calendar/year.h"

namespace gongshi {
namespace {

using std::chrono::days;

// Whether the layer says anything about the year, as known on `known_on`.
bool covers(const CalendarFile& layer, int of_year, const std::optional<Date>& known_on) {
  if (layer.follows.contains(of_year)) return true;
  const auto found = layer.years.find(of_year);
  if (found == layer.years.end()) return false;
  return !known_on || found->second.front().known_on(*known_on);
}

std::string wait_for_nation(const CalendarFile& file, int of_year) {
  const bool past = !file.years.empty() && of_year < file.years.begin()->first;
  return fmt::format(
      "日历“{}”（{}）没有{}年的放假安排，不能推算：请{}《国务院办公厅关于{}年部分节假日安排的通知》"
      "{}，用 gongshi calendar import 写入 {}.toml 后再计算；此前不要发布涉及{}年的公示",
      file.title, file.id.text(), of_year, past ? "查出" : "等待", of_year, past ? "" : "发布",
      file.id.text(), of_year);
}

std::string wait_for_region(const CalendarFile& file, int of_year) {
  return fmt::format(
      "日历“{}”（{}）没有收录{}年的地方放假安排，不能推算：请查明当地人民政府{}年的放假通知，写入 "
      "{}.toml；确认该年完全按全国安排执行的，把 {} 写进 follows",
      file.title, file.id.text(), of_year, of_year, file.id.text(), of_year);
}

}  // namespace

Calendar::Calendar(Layers layers, std::optional<Date> known_on)
    : layers_(std::move(layers)), known_on_(known_on) {
  open_years();
  for (const auto& layer : layers_) {
    for (const auto& [of_year, arrangements] : layer->years) {
      for (const Arrangement& arrangement : arrangements) {
        if (!known_on_ || arrangement.known_on(*known_on_)) lay(arrangement);
      }
    }
  }
}

void Calendar::open_years() {
  const auto& years = layers_.front()->years;
  if (years.empty()) return;
  first_ = first_day_of(years.begin()->first);
  const Date end = first_day_of(years.rbegin()->first + 1);
  days_.resize(static_cast<std::size_t>((end - first_).count()));
  Date date = first_;
  for (int of_year = year_of(first_); date < end; ++of_year) {
    const bool known = std::ranges::all_of(
        layers_, [&](const auto& layer) { return covers(*layer, of_year, known_on_); });
    for (; date < first_day_of(of_year + 1); date += days{1}) {
      days_[static_cast<std::size_t>((date - first_).count())] = {
          .known = known, .kind = kind_by_week(date), .ruling = nullptr};
    }
  }
}

void Calendar::lay(const Arrangement& arrangement) {
  for (const Ruling& ruling : arrangement.rulings) rule(ruling);
}

void Calendar::rule(const Ruling& ruling) {
  const Cell* found = cell(ruling.date);
  const bool year_is_closed = found == nullptr || (!found->known && found->ruling == nullptr);
  if (year_is_closed) return;
  days_[static_cast<std::size_t>((ruling.date - first_).count())] = {
      .known = ruling.kind != RulingKind::Unknown,
      .kind = kind_by_ruling(ruling),
      .ruling = &ruling};
}

const Calendar::Cell* Calendar::cell(Date date) const {
  const auto index = (date - first_).count();
  if (index < 0 || std::cmp_greater_equal(index, days_.size())) return nullptr;
  return &days_[static_cast<std::size_t>(index)];
}

std::optional<DayKind> Calendar::kind(Date date) const {
  const Cell* found = cell(date);
  if (found == nullptr || !found->known) return std::nullopt;
  return found->kind;
}

Result<DayVerdict> Calendar::verdict(Date date) const {
  const Cell* found = cell(date);
  if (found == nullptr || !found->known) return tl::unexpected<Error>(unknown(date));
  const std::string name = found->ruling == nullptr ? "" : found->ruling->name;
  const auto by_the_week = [&](const char* what) {
    return chinese_weekday(date) + (name.empty() ? "" : fmt::format("（{}取消{}）", name, what));
  };
  switch (found->kind) {
    case DayKind::Weekday:
      return DayVerdict{.workday = true, .kind = found->kind, .reason = by_the_week("放假")};
    case DayKind::Weekend:
      return DayVerdict{.workday = false, .kind = found->kind, .reason = by_the_week("调休")};
    case DayKind::Holiday:
      return DayVerdict{.workday = false, .kind = found->kind, .reason = name};
    case DayKind::MakeUp:
      break;
  }
  return DayVerdict{.workday = true, .kind = DayKind::MakeUp, .reason = "调休上班"};
}

Error Calendar::unknown(Date date) const {
  const int of_year = year_of(date);
  for (const auto& layer : layers_) {
    if (covers(*layer, of_year, known_on_)) continue;
    const bool nation = layer == layers_.front();
    const bool later = known_on_ && covers(*layer, of_year, std::nullopt);
    const std::string as_of =
        later ? fmt::format("（截至{}尚未印发）", chinese_date(*known_on_)) : "";
    return {
        .kind = ErrorKind::NotFound,
        .message =
            (nation ? wait_for_nation(*layer, of_year) : wait_for_region(*layer, of_year)) + as_of};
  }
  return {
      .kind = ErrorKind::NotFound,
      .message = fmt::format(
          "日历“{}”（{}）不知道{}是否上班：{}；请查明后写入 {}.toml，此前不要发布涉及这一天的公示",
          title(), id().text(), chinese_date(date), cell(date)->ruling->name, id().text())};
}

Calendar Calendar::known_on(Date date) const {
  return Calendar(layers_, std::min(date, known_on_.value_or(date)));
}

bool Calendar::was_the_same(Date date, Date first, Date last) const {
  const auto concerns = [&](int of_year, const Arrangement& arrangement) {
    return (year_of(first) <= of_year && of_year <= year_of(last)) ||
           std::ranges::any_of(arrangement.rulings, [&](const Ruling& ruling) {
             return first <= ruling.date && ruling.date <= last;
           });
  };
  for (const auto& layer : layers_) {
    for (const auto& [of_year, arrangements] : layer->years) {
      for (const Arrangement& arrangement : arrangements) {
        if (!arrangement.known_on(date) && concerns(of_year, arrangement)) return false;
      }
    }
  }
  return true;
}

Calendar Calendar::nation() const { return Calendar({layers_.front()}, known_on_); }

std::vector<IssuedNotice> Calendar::issued_since(Date known_on, Date first, Date last) const {
  std::vector<IssuedNotice> found;
  for (const auto& layer : layers_) {
    for (const auto& [of_year, arrangements] : layer->years) {
      for (const Arrangement& arrangement : arrangements) {
        const bool new_since =
            !arrangement.known_on(known_on) && (!known_on_ || arrangement.known_on(*known_on_));
        const bool touches = std::ranges::any_of(arrangement.rulings, [&](const Ruling& ruling) {
          return first <= ruling.date && ruling.date <= last;
        });
        if (new_since && touches)
          found.push_back({.notice = arrangement.notice, .issued = arrangement.issued});
      }
    }
  }
  return found;
}

}  // namespace gongshi
