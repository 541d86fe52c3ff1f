// By when something must happen with an objection: the office's own day, counted in working days
// (own_terms.h), and behind it the ceiling of the law (DOMAIN R20), whose passing is an alarm.
//
// A last day ends at 24:00 of China's calendar, and the day on which the time begins does not count
// (Civil Code, article 201). The law counts days of the calendar.
//
// The office tells the objector within so many working days from the receipt, and concludes within
// so many from the acceptance, or from the receipt when it was never accepted. Its own time never
// reaches past the law's. It does not run while others have to act, the objector who was asked for
// more or the organ to which it went, and not for a review: there the law's time runs alone.
#ifndef INTAKE_DESK_DEADLINES_H_
#define INTAKE_DESK_DEADLINES_H_

#include <chrono>
#include <optional>
#include <string_view>

#include "generator/notice/civil_time.h"
#include "intake/desk/own_terms.h"
#include "intake/filing/objection_state.h"

namespace gongshi {

// Petition regulations of 2022: articles 22-23, to tell what becomes of it, from its receipt.
inline constexpr std::chrono::days kTellWithin{15};
// Article 34, to conclude, from its acceptance, or from its receipt when it was never accepted.
inline constexpr std::chrono::days kConcludeWithin{60};
// Article 34, once, with the head's approval and the reason told.
inline constexpr std::chrono::days kExtension{30};
// Articles 35-36, to answer a review, from the day on which it was opened.
inline constexpr std::chrono::days kReviewWithin{30};
// What falls due is said to be due soon from so many working days before: who works on Friday sees
// Monday and Tuesday. Where the calendar is not known, from so many days before.
inline constexpr int kDueSoon = 2;

// What has to happen.
enum class Duty {
  Tell,        // the objector what becomes of it
  Supplement,  // the objector may add what was asked for until then; afterwards it is decided
  Conclude,    // with its reply
  Review       // decide the review
};

std::string_view to_text(Duty duty);  // tell | supplement | conclude | review
std::string_view chinese(Duty duty);  // 告知, 补正, 办结, 复核

// Who set the day.
enum class Basis {
  Own,           // the office, in working days
  Law,           // its ceiling: no shorter time runs, or it would end later
  NotPublished,  // the law's ceiling again: the calendar ends before the office's day is counted
  Told           // the office, to the objector
};

std::string_view to_text(Basis basis);  // own | law | not_published | told
// 本单位期限, 法定期限, 日历未公布，按法定期限提醒, 告知异议人的日期
std::string_view chinese(Basis basis);

// The latest that the law allows.
struct LegalCeiling {
  Duty duty = Duty::Tell;
  Date last_day;

  bool operator==(const LegalCeiling&) const = default;
};

// What has to happen next.
struct Deadline {
  Duty duty = Duty::Tell;
  Date last_day;
  Basis basis = Basis::Law;
  LegalCeiling ceiling;  // of the same duty; behind a supplement, of what comes after it
  std::optional<Date> soon_from = {};  // the working day on which it is first due soon, where known

  bool operator==(const Deadline&) const = default;
};

// Of two, what ends first, as a day and as a ceiling: of a group that is handled together, what is
// due for all of it. Nothing ends never.
std::optional<Deadline> first_of(const std::optional<Deadline>& one,
                                 const std::optional<Deadline>& other);

// Overdue is past the last day, and Alarm past the ceiling, which is overdue as well.
enum class Urgency { Calm, DueSoon, Overdue, Alarm };

std::string_view to_text(Urgency urgency);  // calm | due | overdue | alarm
std::string_view chinese(Urgency urgency);  // "", 将到期, 已逾期, 已超法定期限
// Whether what is so urgent counts as `kind`.
bool counts_as(Urgency urgency, Urgency kind);

// The one that ends first; nothing when the objection is concluded. Without `terms` the law's times
// are all that is known.
std::optional<Deadline> next_deadline(const ObjectionStanding& standing, Instant received_at,
                                      const std::optional<OwnTerms>& terms = {});

Urgency urgency_of(const std::optional<Deadline>& deadline, Instant now);

}  // namespace gongshi

#endif  // INTAKE_DESK_DEADLINES_H_
