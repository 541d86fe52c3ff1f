// By when something must happen with an objection: the legal ceilings of DOMAIN R20, which are
// alarms and not targets. An office that wants to be quicker sets itself shorter ones.
//
// Days are days of China's calendar, and the day on which the time begins does not count (Civil
// Code, article 201); a last day ends at 24:00.
#ifndef INTAKE_DESK_DEADLINES_H_
#define INTAKE_DESK_DEADLINES_H_

#include <chrono>
#include <optional>
#include <string_view>

#include "generator/notice/civil_time.h"
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
// What falls due on one of so many days, today the first, is said to be due soon: a weekend does
// not hide it.
inline constexpr std::chrono::days kDueSoon{3};

// What has to happen.
enum class Duty {
  Tell,        // the objector what becomes of it
  Supplement,  // the objector may add what was asked for until then; afterwards it is decided
  Conclude,    // with its reply
  Review       // decide the review
};

std::string_view to_text(Duty duty);  // tell | supplement | conclude | review
std::string_view chinese(Duty duty);  // 告知, 补正, 办结, 复核

struct Deadline {
  Duty duty = Duty::Tell;
  Date last_day;

  bool operator==(const Deadline&) const = default;
};

enum class Urgency { Calm, DueSoon, Overdue };

std::string_view to_text(Urgency urgency);  // calm | due | overdue

// The one that ends first; nothing when the objection is concluded.
std::optional<Deadline> next_deadline(const ObjectionStanding& standing, Instant received_at);

Urgency urgency_of(const std::optional<Deadline>& deadline, Instant now);

}  // namespace gongshi

#endif  // INTAKE_DESK_DEADLINES_H_
