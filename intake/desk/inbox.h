// The inbox: how every objection stands, what is due, and how many of each notice are new, due,
// overdue or in the way of its closing. Read in two queries for all of them, without a key: it
// shows no word of what anybody wrote.
#ifndef INTAKE_DESK_INBOX_H_
#define INTAKE_DESK_INBOX_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "generator/notice/identifier.h"
#include "intake/desk/deadlines.h"
#include "intake/filing/objection_state.h"
#include "intake/register/register.h"

namespace gongshi {

struct InboxEntry {
  std::string number;
  NoticeId notice;
  CandidateId candidate;  // empty: the whole notice
  Medium medium = Medium::Online;
  Instant received_at;
  ObjectionStanding standing;
  std::optional<Deadline> deadline;
  Urgency urgency = Urgency::Calm;

  // Nobody in the office has said anything to its objector, nor decided it.
  bool is_new() const;
  // Its notice cannot be closed yet because of it.
  bool blocks_closing() const;
};

// Of one notice. One objection may count under several.
struct InboxCounts {
  NoticeId notice;
  std::size_t all = 0;
  std::size_t fresh = 0;  // is_new()
  std::size_t due = 0;
  std::size_t overdue = 0;
  std::size_t blocking = 0;

  bool operator==(const InboxCounts&) const = default;
};

enum class InboxFilter { All, New, Due, Overdue, Blocking };

std::string_view to_text(InboxFilter filter);  // all | new | due | overdue | blocking
std::optional<InboxFilter> parse_inbox_filter(std::string_view text);

struct Inbox {
  std::vector<InboxCounts> counts;  // in the order of each notice's first objection; not filtered
  std::vector<InboxEntry> entries;  // those that pass the filter, in the order of filing
};

// Of one notice when given. `now` is when things are due or overdue. Corrupt when a history
// contradicts itself, else what the register says; the sentence names the number.
Result<Inbox> read_inbox(const Register& reg, const std::optional<NoticeId>& notice,
                         InboxFilter filter, Instant now);

}  // namespace gongshi

#endif  // INTAKE_DESK_INBOX_H_
