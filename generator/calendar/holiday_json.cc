#include "generator/calendar/holiday_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "generator/calendar/calendar_set.h"
#include "generator/notice/json.h"
#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

using std::chrono::days;

struct JsonDay {
  std::string name;
  bool off = false;
};

struct Holiday {
  std::string name;
  Date first, last;
  std::vector<Date> make_up;

  auto distance(Date date) const { return std::max(first - date, date - last); }
};

bool has_control(std::string_view text) {
  return std::ranges::any_of(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

class Import {
 public:
  Import(const SourceFile& source, const NoticeFacts& facts, Diagnostics& problems)
      : source_(source), facts_(facts), problems_(problems), problems_before_(problems.size()) {}

  std::optional<std::string> run() {
    read(Json::parse(source_.bytes, nullptr, /*allow_exceptions=*/false));
    if (failed()) return std::nullopt;
    const std::vector<Holiday> holidays = gather();
    if (failed()) return std::nullopt;
    std::string text = write(holidays);
    check(text);
    if (failed()) return std::nullopt;
    return text;
  }

 private:
  bool failed() const { return problems_before_ < problems_.size(); }

  void read(const Json& root) {
    if (!root.is_object()) return report("不是 JSON 对象：应当是 {\"year\": …, \"days\": […]}");
    if (const auto year = root.find("year"); year != root.end() && year->is_number_unsigned()) {
      year_ = year->get<std::uint64_t>();
    } else {
      report("“year”应当是年份，如 2026，不加引号");
    }
    read_papers(root);
    const auto list = root.find("days");
    if (list == root.end() || !list->is_array() || list->empty())
      return report("“days”应当是每天一项的列表，而且不能是空的");
    if (kHolidayJsonDaysMax < list->size())
      return report(fmt::format("“days”有{}项，一年至多{}项", list->size(), kHolidayJsonDaysMax));
    for (std::size_t i = 0; i < list->size(); ++i) read_day((*list)[i], i + 1);
  }

  // Only for people: a comment in what we write.
  void read_papers(const Json& root) {
    const auto papers = root.find("papers");
    if (papers == root.end()) return;
    if (!papers->is_array()) return report("“papers”应当是网址的列表");
    for (const Json& paper : *papers) {
      if (paper.is_string() && !has_control(paper.get_ref<const std::string&>())) {
        papers_.push_back(paper.get<std::string>());
      } else {
        report("“papers”的每一项都应当是一行网址");
      }
    }
  }

  void read_day(const Json& item, std::size_t number) {
    const auto text = [&](const char* key) {
      const bool has = item.is_object() && item.contains(key) && item[key].is_string();
      return has ? item[key].get<std::string>() : std::string();
    };
    const std::string name = text("name");
    const auto date = parse_date(text("date"));
    const bool flagged =
        item.is_object() && item.contains("isOffDay") && item["isOffDay"].is_boolean();
    if (trim_blanks(name).empty() || has_control(name))
      report(fmt::format("days 第{}项的“name”应当是节日名称", number));
    if (!date) report(fmt::format("days 第{}项的“date”应当是 2026-01-01 这样的日期", number));
    if (!flagged) report(fmt::format("days 第{}项的“isOffDay”应当是 true 或 false", number));
    if (!date || !flagged) return;
    const bool fresh = days_.emplace(*date, JsonDay{name, item["isOffDay"].get<bool>()}).second;
    if (!fresh) {
      report(fmt::format("days 第{}项的{}前面已经写过：请只留一项", number, chinese_date(*date)));
    }
  }

  std::vector<Holiday> gather() {
    std::vector<Holiday> holidays;
    for (const auto& [date, day] : days_) {
      if (!day.off) continue;
      const bool goes_on = !holidays.empty() && holidays.back().name == day.name &&
                           holidays.back().last + days{1} == date;
      if (goes_on) {
        holidays.back().last = date;
      } else {
        holidays.push_back({.name = day.name, .first = date, .last = date, .make_up = {}});
      }
    }
    for (const auto& [date, day] : days_) {
      if (!day.off) give_to_its_holiday(date, day.name, holidays);
    }
    return holidays;
  }

  void give_to_its_holiday(Date date, const std::string& name, std::vector<Holiday>& holidays) {
    Holiday* nearest = nullptr;
    for (Holiday& holiday : holidays) {
      if (holiday.name != name) continue;
      if (nearest == nullptr || holiday.distance(date) < nearest->distance(date))
        nearest = &holiday;
    }
    if (nearest != nullptr) {
      nearest->make_up.push_back(date);
    } else {
      report(fmt::format("{}为“{}”调休上班，却没有这个节日的放假日：请核对名称", chinese_date(date),
                         name));
    }
  }

  static std::string quoted(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text)
      quoted += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
    return quoted + "\"";
  }

  static std::string line_of(const Holiday& holiday) {
    std::string line =
        fmt::format("  {{ name = {}, from = {}", quoted(holiday.name), to_text(holiday.first));
    if (holiday.first < holiday.last) line += ", to = " + to_text(holiday.last);
    std::string make_up;
    for (const Date date : holiday.make_up)
      make_up += (make_up.empty() ? "" : ", ") + to_text(date);
    if (!make_up.empty()) line += ", make_up = [" + make_up + "]";
    return line + " },\n";
  }

  std::string write(const std::vector<Holiday>& holidays) const {
    std::string text;
    for (const std::string& paper : papers_) text += "# 来源：" + paper + "\n";
    const std::string title = fmt::format("国务院办公厅关于{}年部分节假日安排的通知", year_);
    text += fmt::format("[year.{}]\nnotice = {}\n", year_, quoted(facts_.notice.value_or(title)));
    text += facts_.issued ? fmt::format("issued = {}\n", to_text(*facts_.issued))
                          : "# issued =        请填写通知的印发日期，如 2025-11-04\n";
    text += "holidays = [\n";
    for (const Holiday& holiday : holidays) text += line_of(holiday);
    return text + "]\n";
  }

  // The reader of calendar files knows best what contradicts itself.
  void check(const std::string& text) {
    const SourceFile file{.path = "cn.toml", .bytes = "title = \"导入\"\n" + text};
    Diagnostics found;
    read_calendars(std::span(&file, 1), found);
    for (const Diagnostic& problem : found) {
      if (problem.level == Level::Error) report(problem.message);
    }
  }

  void report(std::string message) {
    problems_.push_back({.place = {.file = source_.path},
                         .level = Level::Error,
                         .code = "holiday-json",
                         .message = std::move(message)});
  }

  const SourceFile& source_;
  const NoticeFacts& facts_;
  Diagnostics& problems_;
  std::size_t problems_before_;
  std::uint64_t year_ = 0;
  std::vector<std::string> papers_;
  std::map<Date, JsonDay> days_;
};

}  // namespace

std::optional<std::string> calendar_year_from_json(const SourceFile& json, const NoticeFacts& facts,
                                                   Diagnostics& problems) {
  return Import(json, facts, problems).run();
}

}  // namespace gongshi
