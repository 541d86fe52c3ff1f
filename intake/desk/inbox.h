// The inbox: how every objection stands, what is due, and how many of each notice are new, due,
// overdue, past the law's time or in the way of its closing. Read in a few queries for all of them,
// without a key: it shows no word of what anybody wrote.
#ifndef INTAKE_DESK_INBOX_H_
#define INTAKE_DESK_INBOX_H_

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "generator/notice/identifier.h"
#include "generator/notice/manifest.h"
#include "intake/desk/deadlines.h"
#include "intake/filing/objection_state.h"
#include "intake/register/register.h"

namespace gongshi {

// How one objection stands and what is due.
struct InboxStanding {
  ObjectionStanding standing;
  std::optional<Deadline> deadline;  // of one that leads a group: what ends first in all of it
  Urgency urgency = Urgency::Calm;

  // Nobody in the office has said anything to its objector, nor decided it.
  bool is_new() const;
  // Its notice cannot be closed yet because of it.
  bool blocks_closing() const;
};

struct InboxEntry : InboxStanding {
  std::string number;
  NoticeId notice;
  CandidateId candidate;  // empty: the whole notice
  Medium medium = Medium::Online;
  Instant received_at;
};

// Of one notice. One objection may count under several.
struct InboxCounts {
  NoticeId notice;
  std::size_t all = 0;
  std::size_t fresh = 0;  // is_new()
  std::size_t due = 0;
  std::size_t overdue = 0;
  std::size_t alarm = 0;  // of those that are overdue, the ones past the law's ceiling
  std::size_t blocking = 0;

  void add(const InboxStanding& one);

  bool operator==(const InboxCounts&) const = default;
};

// Of all notices, in the order of each one's first objection.
class InboxTotals {
 public:
  void add(const NoticeId& notice, const InboxStanding& one);
  std::vector<InboxCounts> take() && { return std::move(counts_); }

 private:
  std::vector<InboxCounts> counts_;
  std::map<NoticeId, std::size_t> places_;  // in counts_
  std::size_t last_ = 0;                    // they come in runs of one notice
};

enum class InboxFilter { All, New, Due, Overdue, Alarm, Blocking };

std::string_view to_text(InboxFilter filter);  // all | new | due | overdue | alarm | blocking
std::optional<InboxFilter> parse_inbox_filter(std::string_view text);

struct Inbox {
  std::vector<InboxCounts> counts;  // in the order of each notice's first objection; not filtered
  std::vector<InboxEntry> entries;  // those that pass the filter, in the order of filing
};

// Of one notice when given. `site` has the office's own terms; an empty manifest has none, and the
// law's times alone count. `now` is when things are due or overdue. Corrupt when a history
// contradicts itself, else what the register says; the sentence names the number.
Result<Inbox> read_inbox(const Register& reg, const Manifest& site,
                         const std::optional<NoticeId>& notice, InboxFilter filter, Instant now);

// The same for who keeps little of it: calls `visit` with one objection after another, in the order
// of filing. The arguments are valid during the call, and what was visited before an error stays
// visited.
using InboxVisitor = std::function<void(const RegisteredObjection&, const InboxStanding&)>;
Result<void> visit_inbox(const Register& reg, const Manifest& site,
                         const std::optional<NoticeId>& notice, Instant now,
                         const InboxVisitor& visit);
InboxEntry make_entry(const RegisteredObjection& row, const InboxStanding& standing);

}  // namespace gongshi

#endif  // INTAKE_DESK_INBOX_H_
