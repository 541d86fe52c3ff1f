// How long the office gives itself for an objection: shorter than the law, which stays behind it as
// an alarm (DOMAIN R20, Q8; the law's own times are in intake/desk/deadlines.h).
#ifndef GENERATOR_NOTICE_HANDLING_PERIODS_H_
#define GENERATOR_NOTICE_HANDLING_PERIODS_H_

namespace gongshi {

// In working days. The day on which a period begins does not count (Civil Code, article 201).
struct HandlingPeriods {
  int tell_within = 2;       // from its receipt, to tell the objector what becomes of it
  int conclude_within = 10;  // from its acceptance, to conclude it
  int extension = 10;        // more to conclude it, once, with approval

  bool operator==(const HandlingPeriods&) const = default;
};

// In weeks of five working days the longest periods end in 14, 56 and 28 days: inside the 15, 60
// and 30 that the law gives. Longer ones would never be waited for.
inline constexpr int kTellWithinMax = 10;
inline constexpr int kConcludeWithinMax = 40;
inline constexpr int kExtensionMax = 20;

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_HANDLING_PERIODS_H_
