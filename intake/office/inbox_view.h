// What the inbox page shows, read in one pass: the lines of one page of a long list, and everything
// that is counted beside them. Nothing is held of the objections that are on other pages.
#ifndef INTAKE_OFFICE_INBOX_VIEW_H_
#define INTAKE_OFFICE_INBOX_VIEW_H_

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "generator/notice/identifier.h"
#include "generator/notice/manifest.h"
#include "intake/desk/inbox.h"
#include "intake/register/register.h"

namespace gongshi {

inline constexpr std::array kInboxStates = {
    ObjectionState::Open,        ObjectionState::AwaitingSupplement, ObjectionState::Accepted,
    ObjectionState::Transferred, ObjectionState::Investigating,      ObjectionState::AwaitingReply,
    ObjectionState::Reviewing,   ObjectionState::Concluded};
inline constexpr std::array kInboxAlarms = {Urgency::Alarm, Urgency::Overdue, Urgency::DueSoon};
// In the picture of the week, today the first.
inline constexpr std::chrono::days kInboxDaysAhead{7};

// Which lines are shown; what is not said lets everything through.
struct InboxQuery {
  std::optional<NoticeId> notice = {};
  std::optional<ObjectionState> state = {};
  std::optional<Urgency> urgency = {};
  bool unread = false;

  bool operator==(const InboxQuery&) const = default;
};

struct InboxLine {
  InboxEntry entry;
  bool is_unread = false;
};

struct InboxView {
  // Those from which the reader is recused, of all notices: that they exist is all that is told of
  // them. They count for their notice alone.
  std::vector<std::string> recused;

  // Of the query's notice, or of all, whatever else the query says.
  std::size_t all = 0;
  std::size_t unread = 0;
  std::array<std::size_t, kInboxAlarms.size()> by_alarm{};
  std::array<std::size_t, kInboxStates.size()> by_state{};

  // Of all notices: each one's numbers, and what has fallen or falls due on which day from today.
  std::vector<InboxCounts> notices;
  std::size_t overdue = 0;
  std::size_t alarm = 0;  // of those that are overdue
  std::array<std::size_t, kInboxDaysAhead.count()> due_on_day{};

  std::vector<InboxLine> lines;  // in the order of filing
  bool has_more = false;         // on the next page
};

// `site` has the office's own terms. `reader` is who looks, as shown, and `opened` the numbers of
// what they have opened; `page` counts from 1. Errors as of read_inbox().
Result<InboxView> read_inbox_view(const Register& reg, const Manifest& site,
                                  std::string_view reader,
                                  const std::unordered_set<std::string>& opened,
                                  const InboxQuery& query, std::size_t page, Instant now);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_INBOX_VIEW_H_
