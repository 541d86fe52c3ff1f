// Who may be recommended, how many, and after asking whom: the terms of a campaign, as its
// documents set them. Every number is the campaign's data (DOMAIN 1.0); the checks only compare and
// add.
//
// Each term carries the sentence that people know it by, for the page and for diagnostics.
#ifndef GENERATOR_LOAD_CONDITIONS_H_
#define GENERATOR_LOAD_CONDITIONS_H_

#include <optional>
#include <string>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/identifier.h"

namespace gongshi {

// Hard: 不参加评选, an error. Soft: 一般不, 原则上不, a warning that somebody answers for.
enum class Strength { Hard, Soft };

// How many of one award a recommending unit may propose and receive: a row of the table of quotas
// (名额分配表). An absent number was not allocated.
struct Quota {
  std::string recommended_by;  // one unit, or what its group is called (各市)
  AwardId award;
  std::optional<int> awards;       // 表彰名额
  std::optional<int> recommends;   // 推荐名额
  std::vector<std::string> units;  // of a group: its units
  bool other_units = false;        // a group of every unit that no other row names
  bool for_each_unit = false;      // of a group: each unit has these numbers; else all share them
  Place place;

  bool is_group() const { return other_units || !units.empty(); }
};

// 1:1.2 is {awards 5, recommends 6}: integers, rounded up in each cell (DOMAIN R8).
struct Surplus {
  int awards = 0;
  int recommends = 0;
  Place place;
};

// 宁缺毋滥, 自行申报: each unit of the group may propose at most so many in all awards together.
struct JointLimit {
  std::string recommended_by;  // the group, as quota rows name it
  int candidates = 0;
  Strength strength = Strength::Soft;
  std::string title;
  Place place;
};

// Which candidates a cap or an exclusion speaks of: all that match one word of any list. A fact is
// compared as written; a name by its ending ("人民政府").
struct Selector {
  std::vector<AwardId> awards;       // empty: of every award
  std::vector<std::string> levels;   // the fact "level"
  std::vector<std::string> natures;  // the fact "nature"
  std::vector<std::string> honours;  // one of the honours received, separated by ；
  std::vector<std::string> endings;  // of the name
};

// 县处级干部不超过总数的20%. Counted on the whole campaign, never on one list, and rounded down
// (DOMAIN I6), a floor up. The denominator is stored: the documents' "总数" is ambiguous (Q11).
struct Cap {
  std::string title;
  Selector selector;
  std::optional<int> percent;      // of the denominator; or
  std::optional<int> count;        // this many, of a campaign or of each recommending unit
  bool at_least = false;           // a floor instead of a ceiling (至少有1个)
  bool each_unit = false;          // counted for each recommending unit by itself
  std::vector<AwardId> of_awards;  // the denominator: the totals of these awards together
  bool counted_elsewhere = false;  // the denominator is a higher office's; shown, not counted
  Strength strength = Strength::Soft;
  std::string note;  // how an ambiguous denominator was read; may be empty
  Place place;
};

// 不参加评选 (hard), 一般不推荐 (soft).
struct Exclusion {
  std::string title;
  Selector selector;
  Strength strength = Strength::Hard;
  Place place;
};

enum class TenureKind { Any, Continuous, Cumulative };  // 满, 连续, 累计

// How long a candidate has done this work, and since when without violations. Confirmed for each
// candidate by the office; the check misses what was not confirmed (R11).
struct Tenure {
  std::string title;
  std::vector<AwardId> awards;  // empty: every award
  std::optional<int> years;
  TenureKind kind = TenureKind::Any;
  std::optional<int> clean_years;   // 近5年来; or
  std::optional<Date> clean_since;  // 2018年以来
  Place place;
};

// An organ whose opinion is needed before a candidate is published (R13).
struct Consultation {
  std::string organ;
  std::vector<AwardId> awards;       // empty: every award
  std::vector<std::string> natures;  // of the unit, when only for these; empty: all
  Place place;
};

// 7月22日前报送: what is due when, counted from the day the campaign was announced.
struct Deadline {
  std::string title;
  Date due;
  std::optional<StepId> step;  // must be over by then
  Place place;
};

}  // namespace gongshi

#endif  // GENERATOR_LOAD_CONDITIONS_H_
