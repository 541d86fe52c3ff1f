#include "intake/desk/deadlines.h"

namespace gongshi {
namespace {

std::optional<Deadline> earlier(const std::optional<Deadline>& first, const Deadline& second) {
  return first && first->last_day <= second.last_day ? first : second;
}

Deadline conclusion_of(const ObjectionStanding& standing, Instant received_at) {
  const Date begins = date_of(standing.accepted.value_or(received_at));
  return {.duty = Duty::Conclude,
          .last_day =
              begins + kConcludeWithin + (standing.extended ? kExtension : std::chrono::days{0})};
}

}  // namespace

std::string_view to_text(Duty duty) {
  switch (duty) {
    case Duty::Tell:
      return "tell";
    case Duty::Supplement:
      return "supplement";
    case Duty::Conclude:
      return "conclude";
    case Duty::Review:
      return "review";
  }
  return {};
}

std::string_view chinese(Duty duty) {
  switch (duty) {
    case Duty::Tell:
      return "告知";
    case Duty::Supplement:
      return "补正";
    case Duty::Conclude:
      return "办结";
    case Duty::Review:
      return "复核";
  }
  return {};
}

std::string_view to_text(Urgency urgency) {
  switch (urgency) {
    case Urgency::Calm:
      return "calm";
    case Urgency::DueSoon:
      return "due";
    case Urgency::Overdue:
      return "overdue";
  }
  return {};
}

std::optional<Deadline> next_deadline(const ObjectionStanding& standing, Instant received_at) {
  if (standing.state == ObjectionState::Concluded) return std::nullopt;
  std::optional<Deadline> next;
  if (standing.due) next = Deadline{.duty = Duty::Supplement, .last_day = *standing.due};
  if (standing.review) {
    return earlier(next,
                   {.duty = Duty::Review, .last_day = date_of(*standing.review) + kReviewWithin});
  }
  if (!standing.told) {
    next = earlier(next, {.duty = Duty::Tell, .last_day = date_of(received_at) + kTellWithin});
  }
  return earlier(next, conclusion_of(standing, received_at));
}

Urgency urgency_of(const std::optional<Deadline>& deadline, Instant now) {
  if (!deadline) return Urgency::Calm;
  const Date today = date_of(now);
  if (deadline->last_day < today) return Urgency::Overdue;
  return deadline->last_day < today + kDueSoon ? Urgency::DueSoon : Urgency::Calm;
}

}  // namespace gongshi
