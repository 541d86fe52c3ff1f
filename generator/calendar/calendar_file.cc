#include "generator/calendar/calendar_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <utility>

#include "generator/calendar/year.h"
#include "generator/toml/toml_document.h"

namespace gongshi {
namespace {

using std::chrono::days;

constexpr int kYearMin = 1949;  // the first arrangement of the People's Republic
constexpr int kYearMax = 2199;  // as parse_date

struct Span {
  Date first, last;

  bool touches(int of_year) const {
    return first <= last_day_of(of_year) && first_day_of(of_year) <= last;
  }
  // Days between `date` and the span; 0 inside it.
  int distance(Date date) const {
    return static_cast<int>(std::max({first - date, date - last, days{0}}).count());
  }
};

// The days of one arrangement as they are read: refuses the second ruling on a day.
class Rulings {
 public:
  Rulings(TomlTable& table, Arrangement& into) : table_(table), into_(into) {}

  void add(RulingKind kind, const Placed<Date>& date, const std::string& name) {
    const auto [before, fresh] = seen_.emplace(date.value, date.place);
    if (fresh) {
      into_.rulings.push_back(
          {.date = date.value, .kind = kind, .name = name, .place = date.place});
    } else {
      table_.report(date.place, "calendar-day-twice",
                    fmt::format("{}在同一份通知里写了两次（另一处在第{}行）：请删去一处",
                                chinese_date(date.value), before->second.line));
    }
  }
  void add(RulingKind kind, const Span& span, const Place& place, const std::string& name) {
    for (Date date = span.first; date <= span.last; date += days{1})
      add(kind, {.value = date, .place = place}, name);
  }
  int of_year() const { return into_.year; }

 private:
  TomlTable& table_;
  Arrangement& into_;
  std::map<Date, Place> seen_;
};

void report_outside_year(const TomlTable& table, const Place& place, Date date, int of_year) {
  table.report(place, "calendar-day-outside-year",
               fmt::format("{}不在{}年，也不与该年的假期相连：请核对年份，或移到它所属的年份",
                           chinese_date(date), of_year));
}

// `from` and `to` of a line, when both are sound and touch the year.
std::optional<Span> read_span(TomlTable& line, int of_year, int days_max) {
  const std::optional<Date> from = line.date("from");
  const Date to = line.date("to").value_or(from.value_or(Date{}));
  if (!from) return std::nullopt;
  const Span span{.first = *from, .last = to};
  if (to < *from) {
    line.report(
        line.place_of("to"), "calendar-span",
        fmt::format("“to”（{}）早于“from”（{}）：请把先后两天写对", to_text(to), to_text(*from)));
    return std::nullopt;
  }
  if (const auto length = (to - *from).count() + 1; days_max < length) {
    line.report(line.place_of("to"), "calendar-span",
                fmt::format("“from”到“to”有{}天，最多{}天：请核对年月", length, days_max));
    return std::nullopt;
  }
  if (!span.touches(of_year)) {
    report_outside_year(line, line.place_of("from"), *from, of_year);
    return std::nullopt;
  }
  return span;
}

// A make-up day stands near its holiday, and the holiday in the year. A far one is most likely a
// wrong month, but a notice may order it, so it is only doubted.
void check_make_up_distance(const TomlTable& line, const Placed<Date>& date,
                            const std::optional<Span>& holiday, int of_year) {
  const Span wide{.first = first_day_of(of_year), .last = last_day_of(of_year)};
  const int distance = holiday.value_or(wide).distance(date.value);
  if (distance <= kMakeUpDistanceMax) return;
  if (year_of(date.value) != of_year) {
    report_outside_year(line, date.place, date.value, of_year);
    return;
  }
  line.report(date.place, "calendar-make-up-far",
              fmt::format("{}离假期有{}天，超过{}天：请核对月份", chinese_date(date.value),
                          distance, kMakeUpDistanceMax),
              Level::Warning);
}

void read_holiday(TomlTable& line, Rulings& rulings) {
  const std::string name = line.required_text("name");
  const auto make_up = line.dates("make_up");
  const auto make_up_off = line.dates("make_up_off");
  if (!line.has("from") && (make_up_off.empty() || line.has("to"))) {
    line.report(line.place(), "missing-key",
                fmt::format("“{}”没有放假的日子：请写 from（和 to）", name));
  }
  const auto span = read_span(line, rulings.of_year(), kHolidayDaysMax);
  if (span) rulings.add(RulingKind::Off, *span, line.place_of("from"), name);
  for (const auto& date : make_up) {
    check_make_up_distance(line, date, span, rulings.of_year());
    rulings.add(RulingKind::MakeUp, date, name);
  }
  for (const auto& date : make_up_off) {
    check_make_up_distance(line, date, span, rulings.of_year());
    rulings.add(RulingKind::MakeUpOff, date, name);
  }
  line.report_unknown_keys();
}

// A line of `withdrawn` or `unknown`: a name or a reason, and days.
void read_days(TomlTable& line, std::string_view label, RulingKind kind, int days_max,
               Rulings& rulings) {
  const std::string name = line.required_text(label);
  line.required_date("from");
  if (const auto span = read_span(line, rulings.of_year(), days_max))
    rulings.add(kind, *span, line.place_of("from"), name);
  line.report_unknown_keys();
}

Arrangement read_arrangement(TomlTable& table, int of_year) {
  constexpr int kUnknownDaysMax = 366;
  Arrangement arrangement{.year = of_year,
                          .notice = table.required_text("notice"),
                          .issued = table.date("issued"),
                          .rulings = {},
                          .place = table.place()};
  Rulings rulings(table, arrangement);
  for (TomlTable& line : table.tables("holidays")) read_holiday(line, rulings);
  for (TomlTable& line : table.tables("withdrawn"))
    read_days(line, "name", RulingKind::Withdrawn, kHolidayDaysMax, rulings);
  for (TomlTable& line : table.tables("unknown"))
    read_days(line, "why", RulingKind::Unknown, kUnknownDaysMax, rulings);
  if (arrangement.issued && last_day_of(of_year) < *arrangement.issued) {
    table.report(table.place_of("issued"), "calendar-issued",
                 fmt::format("{}年的安排不会在{}才印发：请核对印发日期", of_year,
                             chinese_date(*arrangement.issued)));
  }
  return arrangement;
}

std::vector<Arrangement> read_year(TomlTable& table, int of_year) {
  std::vector<Arrangement> found = {read_arrangement(table, of_year)};
  std::optional<Date> before = found.front().issued;
  for (TomlTable& amendment : table.tables("amendment")) {
    const auto issued = amendment.required_date("issued");
    if (issued && before && *issued < *before) {
      amendment.report(amendment.place_of("issued"), "calendar-issued",
                       fmt::format("调整通知印发于{}，早于它所调整的通知（{}）：请按印发先后排列",
                                   to_text(*issued), to_text(*before)));
    }
    before = issued;
    found.push_back(read_arrangement(amendment, of_year));
    amendment.report_unknown_keys();
  }
  table.report_unknown_keys();
  return found;
}

std::optional<int> parse_year(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool all = text.size() == 4 && error == std::errc{} && end == text.data() + text.size();
  if (!all || value < kYearMin || kYearMax < value) return std::nullopt;
  return value;
}

void read_years(TomlTable& root, CalendarFile& file) {
  std::optional<TomlTable> years = root.table("year");
  if (!years) return;
  for (const auto& key : years->keys()) {
    const std::optional<int> of_year = parse_year(key.value);
    std::optional<TomlTable> table = years->table(key.value);
    if (!of_year) {
      years->report(key.place, "calendar-year",
                    fmt::format("“{}”不是年份：请写成 [year.2017] 这样的四位数字", key.value));
    } else if (table) {
      file.years.emplace(*of_year, read_year(*table, *of_year));
    }
  }
}

void read_follows(TomlTable& root, CalendarFile& file) {
  for (const auto& item : root.integers("follows")) {
    const bool own = file.years.contains(static_cast<int>(item.value));
    if (item.value < kYearMin || kYearMax < item.value) {
      root.report(item.place, "calendar-year",
                  fmt::format("{}不是年份：请写成 2017 这样的四位数字", item.value));
    } else if (own) {
      root.report(
          item.place, "calendar-year",
          fmt::format("{0}年既写了 follows，又有自己的 [year.{0}]：请只留一处", item.value));
    } else {
      file.follows.insert(static_cast<int>(item.value));
    }
  }
  if (!file.follows.empty() && !file.extends) {
    root.report(root.place_of("follows"), "calendar-extends",
                "写了 follows 却没有 extends：请写明跟随哪个日历，如 extends = \"cn\"");
  }
}

void read_extends(TomlTable& root, CalendarFile& file) {
  const auto below = root.text("extends");
  file.extends_place = root.place_of("extends");
  if (!below) return;
  if (auto id = CalendarId::parse(*below)) {
    file.extends = *id;
    file.not_covered = root.required_text("not_covered");
  } else {
    root.report(file.extends_place, "calendar-extends", id.error().message);
  }
}

}  // namespace

bool Arrangement::known_on(Date date) const {
  if (issued) return *issued <= date;
  Date first = last_day_of(year);
  for (const Ruling& ruling : rulings) {
    if (ruling.kind != RulingKind::Unknown) first = std::min(first, ruling.date);
  }
  return first <= date;
}

std::optional<CalendarFile> read_calendar_file(const SourceFile& source, Diagnostics& problems) {
  const auto id = CalendarId::parse(std::filesystem::path(source.path).stem().string());
  if (!id) {
    problems.push_back({.place = {.file = source.path},
                        .level = Level::Error,
                        .code = "calendar-id",
                        .message = "日历的文件名就是它的编号：" + id.error().message});
    return std::nullopt;
  }
  std::optional<TomlTable> root = parse_toml(source.bytes, source.path, 0, problems);
  if (!root) return std::nullopt;
  CalendarFile file{.id = *id,
                    .title = root->required_text("title"),
                    .not_covered = {},
                    .extends = std::nullopt,
                    .follows = {},
                    .years = {},
                    .place = root->place(),
                    .extends_place = {}};
  read_extends(*root, file);
  if (!file.extends) file.not_covered = root->text("not_covered").value_or("");
  read_years(*root, file);
  read_follows(*root, file);
  root->report_unknown_keys();
  return file;
}

}  // namespace gongshi
