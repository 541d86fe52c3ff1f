// The span in which objections to one notice are accepted, and how its length was counted.
#ifndef GENERATOR_NOTICE_WINDOW_H_
#define GENERATOR_NOTICE_WINDOW_H_

#include <map>
#include <string>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/identifier.h"

namespace gongshi {

// Half open: published_at is inside, closes_at is outside (DESIGN 6).
// Immutable, so any thread may read it without locking.
struct Window {
  Instant published_at;
  Instant closes_at;

  // Never reads a clock: the caller says when.
  bool contains(Instant when) const { return published_at <= when && when < closes_at; }
};

inline constexpr int kWindowDaysMax = 366;  // a year; a longer one is a slip of the keyboard

// What a step's length counts.
enum class DayUnit { Workday, CalendarDay };

// What becomes of a window of calendar days whose last day is a day off: it stands, or the first
// working day after it is the last (Civil Code 203). A window of working days has no such end.
enum class LastDay { Stands, RollsForward };

// Whether a stated length is a minimum ("不少于5个工作日") or the length itself.
enum class Length { Exact, AtLeast };

// Whether the opening day counts as day 1 (DOMAIN 3.8, Q1) or the day after it does (Civil Code
// 201).
enum class CountFrom { SameDay, NextDay };

// A day of the window with the reason why it counts or not: 星期三, 调休上班, 星期六, 国庆节,
// 三月三.
struct ExplainedDay {
  Date date;
  std::string reason;
};

// What counting found. `counted` and `skipped` are in date order, disjoint, and together they are
// every day from `opens` to `closes`, both included. closes_at is 00:00 in China on the day after.
struct CountedWindow {
  Date opens;
  Date closes;
  Instant closes_at;
  CalendarId calendar;
  std::vector<ExplainedDay> counted;
  std::vector<ExplainedDay> skipped;
};

// Computed once, after loading; every page and the manifest read from here.
using Windows = std::map<NoticeId, CountedWindow>;

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_WINDOW_H_
