// Whether a day is a working day, and why. A calendar never guesses: a year that no arrangement
// covers is unknown, and asking about it is an error that says what to wait for (DOMAIN R3).
#ifndef GENERATOR_CALENDAR_CALENDAR_H_
#define GENERATOR_CALENDAR_CALENDAR_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "generator/calendar/calendar_file.h"
#include "generator/calendar/day_kind.h"
#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "generator/notice/identifier.h"

namespace gongshi {

struct DayVerdict {
  bool workday = false;
  DayKind kind = DayKind::Weekend;
  std::string reason;  // 星期三, 调休上班, 星期六, 国庆节, 三月三
};

// A notice that rules on certain days, by its number and the day it was issued (if known).
struct IssuedNotice {
  std::string notice;
  std::optional<Date> issued;
};

// One calendar with everything it extends already folded in. Immutable, so any thread may ask;
// cheap to copy.
class Calendar {
 public:
  // The files from the nation at the front to the calendar itself at the back, each without
  // problems and each extending the one before it: read_calendars() sees to that.
  using Layers = std::vector<std::shared_ptr<const CalendarFile>>;
  explicit Calendar(Layers layers, std::optional<Date> known_on = std::nullopt);

  const CalendarId& id() const { return layers_.back()->id; }
  const std::string& title() const { return layers_.back()->title; }
  const std::string& not_covered() const { return layers_.back()->not_covered; }

  // NotFound for a day of a year that is not arranged: the sentence names the year, the calendar,
  // the notice to wait for and what to do meanwhile.
  Result<DayVerdict> verdict(Date date) const;

  // The same without the words, for those who ask about thousands of days: nothing where verdict()
  // is an error.
  std::optional<DayKind> kind(Date date) const;

  // The date of known_on(), if this is such a calendar.
  std::optional<Date> knowledge_date() const { return known_on_; }

  // The calendar as somebody knew it at the end of `date`: without the notices issued later.
  Calendar known_on(Date date) const;

  // Whether known_on(`date`) says the same of every day from `first` to `last`, both included. May
  // be false where it does, never true where it does not; asks without making that calendar.
  bool was_the_same(Date date, Date first, Date last) const;

  // The calendar that this one extends in the end: the nation's; of the nation, itself.
  Calendar nation() const;

  // Notices that could not be known on `known_on` and rule on a day from `first` to `last`, both
  // included: why a window computed then differs from one computed now.
  std::vector<IssuedNotice> issued_since(Date known_on, Date first, Date last) const;

 private:
  struct Cell {
    bool known = false;
    DayKind kind = DayKind::Weekend;
    const Ruling* ruling = nullptr;  // in layers_; null when the week alone decides
  };
  const Cell* cell(Date date) const;
  void open_years();
  void lay(const Arrangement& arrangement);
  void rule(const Ruling& ruling);
  Error unknown(Date date) const;

  Layers layers_;
  std::optional<Date> known_on_;
  Date first_{};            // of days_[0]
  std::vector<Cell> days_;  // every day from the first to the last year of the nation
};

}  // namespace gongshi

#endif  // GENERATOR_CALENDAR_CALENDAR_H_
