#include "intake/desk/deadlines.h"

namespace gongshi {
namespace {

// The `count`-th working day after `begins` where that is known and not past the ceiling.
Deadline within(const LegalCeiling& ceiling, const std::optional<OwnTerms>& terms, Date begins,
                int HandlingPeriods::*period, int more = 0) {
  Deadline deadline{
      .duty = ceiling.duty, .last_day = ceiling.last_day, .basis = Basis::Law, .ceiling = ceiling};
  if (!terms) return deadline;
  const WorkingDays* const days = terms->days;
  const std::optional<Date> own =
      days == nullptr ? std::nullopt : days->after(begins, terms->periods.*period + more);
  if (own && *own <= ceiling.last_day) {
    deadline.last_day = *own;
    deadline.basis = Basis::Own;
  } else if (!own && (days == nullptr || days->through() < ceiling.last_day)) {
    deadline.basis = Basis::NotPublished;
  }
  return deadline;
}

Deadline tell(Instant received_at, const std::optional<OwnTerms>& terms) {
  const Date received = date_of(received_at);
  return within({.duty = Duty::Tell, .last_day = received + kTellWithin}, terms, received,
                &HandlingPeriods::tell_within);
}

bool waits_for_others(ObjectionState state) {
  return state == ObjectionState::AwaitingSupplement || state == ObjectionState::Transferred;
}

Deadline conclude(const ObjectionStanding& standing, Instant received_at,
                  const std::optional<OwnTerms>& terms) {
  const Date begins = date_of(standing.accepted.value_or(received_at));
  LegalCeiling ceiling{.duty = Duty::Conclude, .last_day = begins + kConcludeWithin};
  if (standing.extended) ceiling.last_day += kExtension;
  return within(ceiling, waits_for_others(standing.state) ? std::nullopt : terms, begins,
                &HandlingPeriods::conclude_within,
                standing.extended && terms ? terms->periods.extension : 0);
}

Deadline review(Instant opened_at) {
  const LegalCeiling ceiling{.duty = Duty::Review, .last_day = date_of(opened_at) + kReviewWithin};
  return {
      .duty = ceiling.duty, .last_day = ceiling.last_day, .basis = Basis::Law, .ceiling = ceiling};
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

std::string_view to_text(Basis basis) {
  switch (basis) {
    case Basis::Own:
      return "own";
    case Basis::Law:
      return "law";
    case Basis::NotPublished:
      return "not_published";
    case Basis::Told:
      return "told";
  }
  return {};
}

std::string_view chinese(Basis basis) {
  switch (basis) {
    case Basis::Own:
      return "本单位期限";
    case Basis::Law:
      return "法定期限";
    case Basis::NotPublished:
      return "日历未公布，按法定期限提醒";
    case Basis::Told:
      return "告知异议人的日期";
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
    case Urgency::Alarm:
      return "alarm";
  }
  return {};
}

std::string_view chinese(Urgency urgency) {
  switch (urgency) {
    case Urgency::Calm:
      return "";
    case Urgency::DueSoon:
      return "将到期";
    case Urgency::Overdue:
      return "已逾期";
    case Urgency::Alarm:
      return "已超法定期限";
  }
  return {};
}

bool counts_as(Urgency urgency, Urgency kind) {
  return urgency == kind || (urgency == Urgency::Alarm && kind == Urgency::Overdue);
}

std::optional<Deadline> next_deadline(const ObjectionStanding& standing, Instant received_at,
                                      const std::optional<OwnTerms>& terms) {
  if (standing.state == ObjectionState::Concluded) return std::nullopt;
  Deadline next = standing.review ? review(*standing.review)
                  : standing.told ? conclude(standing, received_at, terms)
                                  : tell(received_at, terms);
  if (standing.due && *standing.due <= next.last_day) {
    next.duty = Duty::Supplement;
    next.last_day = *standing.due;
    next.basis = Basis::Told;
  }
  if (terms && terms->days != nullptr) {
    next.soon_from = terms->days->before(next.last_day, kDueSoon);
  }
  return next;
}

std::optional<Deadline> first_of(const std::optional<Deadline>& one,
                                 const std::optional<Deadline>& other) {
  if (!one || !other) return one ? one : other;
  Deadline first = other->last_day < one->last_day ? *other : *one;
  const LegalCeiling& ceiling = first == *one ? other->ceiling : one->ceiling;
  if (ceiling.last_day < first.ceiling.last_day) first.ceiling = ceiling;
  return first;
}

Urgency urgency_of(const std::optional<Deadline>& deadline, Instant now) {
  if (!deadline) return Urgency::Calm;
  const Date today = date_of(now);
  if (deadline->ceiling.last_day < today) return Urgency::Alarm;
  if (deadline->last_day < today) return Urgency::Overdue;
  const Date soon_from =
      deadline->soon_from.value_or(deadline->last_day - std::chrono::days(kDueSoon));
  return soon_from <= today ? Urgency::DueSoon : Urgency::Calm;
}

}  // namespace gongshi
