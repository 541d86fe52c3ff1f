#include "intake/desk/inbox.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace gongshi {
namespace {

// How one objection stands and what is due, before it is known whether anybody wants to see it.
struct FoundStanding {
  ObjectionStanding standing;
  std::optional<Deadline> deadline;
  Urgency urgency = Urgency::Calm;
};

bool is_fresh(const ObjectionStanding& standing) {
  return standing.state == ObjectionState::Open && !standing.told;
}

bool is_open(const ObjectionStanding& standing) {
  return standing.state != ObjectionState::Concluded;
}

InboxEntry entry_of(const RegisteredObjection& row, const FoundStanding& found) {
  return {.number = row.number,
          .notice = row.filed.notice,
          .candidate = row.filed.candidate,
          .medium = row.filed.medium,
          .received_at = row.filed.received_at,
          .standing = found.standing,
          .deadline = found.deadline,
          .urgency = found.urgency};
}

// They come in runs of one notice, so the last one is looked at first.
InboxCounts& counts_of(const NoticeId& notice, std::vector<InboxCounts>& counts) {
  const auto found = std::find_if(counts.rbegin(), counts.rend(),
                                  [&](const InboxCounts& one) { return one.notice == notice; });
  if (found != counts.rend()) return *found;
  counts.push_back({.notice = notice});
  return counts.back();
}

void count(const FoundStanding& found, InboxCounts& counts) {
  ++counts.all;
  if (is_fresh(found.standing)) ++counts.fresh;
  if (found.urgency == Urgency::DueSoon) ++counts.due;
  if (found.urgency == Urgency::Overdue) ++counts.overdue;
  if (is_open(found.standing)) ++counts.blocking;
}

bool passes(const FoundStanding& found, InboxFilter filter) {
  switch (filter) {
    case InboxFilter::All:
      return true;
    case InboxFilter::New:
      return is_fresh(found.standing);
    case InboxFilter::Due:
      return found.urgency == Urgency::DueSoon;
    case InboxFilter::Overdue:
      return found.urgency == Urgency::Overdue;
    case InboxFilter::Blocking:
      return is_open(found.standing);
  }
  return true;
}

constexpr InboxFilter kFilters[] = {InboxFilter::All, InboxFilter::New, InboxFilter::Due,
                                    InboxFilter::Overdue, InboxFilter::Blocking};

}  // namespace

bool InboxEntry::is_new() const { return is_fresh(standing); }

bool InboxEntry::blocks_closing() const { return is_open(standing); }

std::string_view to_text(InboxFilter filter) {
  switch (filter) {
    case InboxFilter::All:
      return "all";
    case InboxFilter::New:
      return "new";
    case InboxFilter::Due:
      return "due";
    case InboxFilter::Overdue:
      return "overdue";
    case InboxFilter::Blocking:
      return "blocking";
  }
  return {};
}

std::optional<InboxFilter> parse_inbox_filter(std::string_view text) {
  for (const InboxFilter filter : kFilters) {
    if (to_text(filter) == text) return filter;
  }
  return std::nullopt;
}

Result<Inbox> read_inbox(const Register& reg, const std::optional<NoticeId>& notice,
                         InboxFilter filter, Instant now) {
  Inbox inbox;
  std::optional<Error> wrong;
  const auto visit = [&](const RegisteredObjection& row, std::span<const ObjectionEvent> history) {
    const auto signature = row.filed.named ? Signature::Named : Signature::Anonymous;
    const Result<ObjectionStanding> standing = standing_of(signature, history);
    if (!standing) {
      wrong = Error{.kind = standing.error().kind,
                    .message = fmt::format("异议 {}：{}", row.number, standing.error().message)};
      return;
    }
    FoundStanding found{.standing = *standing,
                        .deadline = next_deadline(*standing, row.filed.received_at)};
    found.urgency = urgency_of(found.deadline, now);
    count(found, counts_of(row.filed.notice, inbox.counts));
    if (passes(found, filter)) inbox.entries.push_back(entry_of(row, found));
  };
  const Result<void> visited = reg.visit_histories(notice, visit);
  if (!visited) return tl::unexpected(visited.error());
  if (wrong) return tl::unexpected(*wrong);
  return inbox;
}

}  // namespace gongshi
