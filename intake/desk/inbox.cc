#include "intake/desk/inbox.h"

#include <fmt/format.h>

#include <span>
#include <unordered_map>

namespace gongshi {
namespace {

bool passes(const InboxStanding& found, InboxFilter filter) {
  switch (filter) {
    case InboxFilter::All:
      return true;
    case InboxFilter::New:
      return found.is_new();
    case InboxFilter::Due:
      return counts_as(found.urgency, Urgency::DueSoon);
    case InboxFilter::Overdue:
      return counts_as(found.urgency, Urgency::Overdue);
    case InboxFilter::Alarm:
      return counts_as(found.urgency, Urgency::Alarm);
    case InboxFilter::Blocking:
      return found.blocks_closing();
  }
  return true;
}

constexpr InboxFilter kFilters[] = {InboxFilter::All,   InboxFilter::New,
                                    InboxFilter::Due,   InboxFilter::Overdue,
                                    InboxFilter::Alarm, InboxFilter::Blocking};

// Objections come in runs of one notice.
class LastTerms {
 public:
  explicit LastTerms(const Manifest& site) : all_(site) {}

  const std::optional<OwnTerms>& of(const NoticeId& notice) {
    if (notice != notice_) {
      notice_ = notice;
      terms_ = all_.of(notice);
    }
    return terms_;
  }

 private:
  const OwnTermsOfNotices all_;
  NoticeId notice_;  // empty: none yet
  std::optional<OwnTerms> terms_;
};

Signature signature_of(const RegisteredObjection& row) {
  return row.filed.named ? Signature::Named : Signature::Anonymous;
}

// By the number of the one that leads: what ends first of those that joined it.
using GroupDeadlines = std::unordered_map<std::string, std::optional<Deadline>>;

// A history that contradicts itself is passed over: visit_inbox() comes to it.
Result<GroupDeadlines> read_group_deadlines(const Register& reg, LastTerms& terms) {
  GroupDeadlines groups;
  const Result<void> visited = reg.visit_joined_histories(
      [&](const RegisteredObjection& row, std::span<const ObjectionEvent> history) {
        const Result<ObjectionStanding> standing = standing_of(signature_of(row), history);
        if (!standing || standing->leader.empty()) return;
        std::optional<Deadline>& first = groups[standing->leader];
        first = first_of(
            first, next_deadline(*standing, row.filed.received_at, terms.of(row.filed.notice)));
      });
  if (!visited) return tl::unexpected(visited.error());
  return groups;
}

}  // namespace

bool InboxStanding::is_new() const {
  return standing.state == ObjectionState::Open && !standing.told;
}

bool InboxStanding::blocks_closing() const { return standing.state != ObjectionState::Concluded; }

void InboxCounts::add(const InboxStanding& one) {
  ++all;
  if (one.is_new()) ++fresh;
  if (counts_as(one.urgency, Urgency::DueSoon)) ++due;
  if (counts_as(one.urgency, Urgency::Overdue)) ++overdue;
  if (counts_as(one.urgency, Urgency::Alarm)) ++alarm;
  if (one.blocks_closing()) ++blocking;
}

void InboxTotals::add(const NoticeId& notice, const InboxStanding& one) {
  if (counts_.empty() || counts_[last_].notice != notice) {
    const auto [place, is_first] = places_.emplace(notice, counts_.size());
    if (is_first) counts_.push_back({.notice = notice});
    last_ = place->second;
  }
  counts_[last_].add(one);
}

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
    case InboxFilter::Alarm:
      return "alarm";
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

Result<void> visit_inbox(const Register& reg, const Manifest& site,
                         const std::optional<NoticeId>& notice, Instant now,
                         const InboxVisitor& visit) {
  std::optional<Error> wrong;
  LastTerms terms(site);
  const Result<GroupDeadlines> groups = read_group_deadlines(reg, terms);
  if (!groups) return tl::unexpected(groups.error());
  const auto judge = [&](const RegisteredObjection& row, std::span<const ObjectionEvent> history) {
    const Result<ObjectionStanding> standing = standing_of(signature_of(row), history);
    if (!standing) {
      wrong = Error{.kind = standing.error().kind,
                    .message = fmt::format("异议 {}：{}", row.number, standing.error().message)};
      return;
    }
    InboxStanding found{
        .standing = *standing,
        .deadline = next_deadline(*standing, row.filed.received_at, terms.of(row.filed.notice))};
    if (const auto group = groups->find(row.number); group != groups->end()) {
      found.deadline = first_of(found.deadline, group->second);
    }
    found.urgency = urgency_of(found.deadline, now);
    visit(row, found);
  };
  const Result<void> visited = reg.visit_histories(notice, judge);
  if (!visited) return tl::unexpected(visited.error());
  if (wrong) return tl::unexpected(*wrong);
  return {};
}

InboxEntry make_entry(const RegisteredObjection& row, const InboxStanding& standing) {
  return {standing,         row.number,           row.filed.notice, row.filed.candidate,
          row.filed.medium, row.filed.received_at};
}

Result<Inbox> read_inbox(const Register& reg, const Manifest& site,
                         const std::optional<NoticeId>& notice, InboxFilter filter, Instant now) {
  Inbox inbox;
  InboxTotals totals;
  const auto keep = [&](const RegisteredObjection& row, const InboxStanding& standing) {
    totals.add(row.filed.notice, standing);
    if (passes(standing, filter)) inbox.entries.push_back(make_entry(row, standing));
  };
  if (const auto ok = visit_inbox(reg, site, notice, now, keep); !ok) {
    return tl::unexpected(ok.error());
  }
  inbox.counts = std::move(totals).take();
  return inbox;
}

}  // namespace gongshi
