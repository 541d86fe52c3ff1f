// One file of content/calendars: what a holiday arrangement orders, as a clerk copies it down.
//
//     title = "全国"
//
//     [year.2020]
//     notice = "国办发明电〔2019〕16号"
//     issued = 2019-11-21
//     holidays = [
//       { name = "元旦", from = 2020-01-01 },
//       { name = "春节", from = 2020-01-24, to = 2020-01-30, make_up = [2020-01-19, 2020-02-01] },
//     ]
//
//     [[year.2020.amendment]]
//     notice = "国办发明电〔2020〕1号"
//     issued = 2020-01-26
//     holidays = [{ name = "春节（延长）", from = 2020-01-31, to = 2020-02-02 }]
//
// The file's name is the calendar's id: cn.toml is `cn`. Keys of the file:
//   title        how people call it: 全国, 广西
//   extends      the calendar below it; a region says only what it does differently
//   not_covered  what this file knows that it does not know, for people; a region must say it
//   follows      years in which the region has nothing of its own: follows = [2012, 2013]
// Keys of a year, and of an amendment to it:
//   notice       the number of the notice, or its title when the number was not found
//   issued       the day it was signed. Absent (only where a region's sources do not tell): the
//                notice counts as known from the first day that it orders
//   holidays     one line per holiday, as the notice has one sentence per holiday:
//                  name         国庆节
//                  from, to     first and last day off; without `to`, one day
//                  make_up      weekend days worked instead (调休上班)
//                  make_up_off  make-up days of the calendar below that are not worked here
//   withdrawn    days that follow the week again, whatever was ordered before: a local holiday
//                that was cancelled, a make-up day that was dropped. Like a holiday: name, from, to
//   unknown      days on which even a known year is silent: why, from, to
//   amendment    later notices, in the order of `issued`; each overrides what stands before it
//
// A day stands in the year whose arrangement orders it: 2005-12-31 is a make-up day under
// [year.2006]. A year that no arrangement covers is unknown, not a year without holidays.
//
// Rejected: a list of days with a flag each (what calendars on the net do). It reads unlike the
// notice, so a clerk cannot check one against the other, and it cannot say who ordered a day.
#ifndef GENERATOR_CALENDAR_CALENDAR_FILE_H_
#define GENERATOR_CALENDAR_CALENDAR_FILE_H_

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/identifier.h"
#include "generator/notice/source_file.h"

namespace gongshi {

inline constexpr int kHolidayDaysMax = 31;     // the longest so far has 11; more is a wrong month
inline constexpr int kMakeUpDistanceMax = 14;  // days from the holiday; the farthest so far is 11

enum class RulingKind { Off, MakeUp, MakeUpOff, Withdrawn, Unknown };

// What an arrangement says about one day. `name` is the holiday's; for Unknown, why.
struct Ruling {
  Date date;
  RulingKind kind = RulingKind::Off;
  std::string name;
  Place place;
};

// One notice. No day is ruled twice.
struct Arrangement {
  int year = 0;
  std::string notice;
  std::optional<Date> issued;
  std::vector<Ruling> rulings;
  Place place;

  // Whether it could be known on `date`: it was issued, or, if nobody knows when, its first day
  // has come.
  bool known_on(Date date) const;
};

struct CalendarFile {
  CalendarId id;
  std::string title;
  std::string not_covered;
  std::optional<CalendarId> extends;
  std::set<int> follows;
  std::map<int, std::vector<Arrangement>> years;  // the year's own first, then its amendments
  Place place;
  Place extends_place;
};

// Reports everything that one file can get wrong by itself; what needs the calendar below it is
// read_calendars()'s. Nothing only when the text is not TOML or the file's name is no id; a file
// with problems comes back with what was understood.
std::optional<CalendarFile> read_calendar_file(const SourceFile& file, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CALENDAR_CALENDAR_FILE_H_
