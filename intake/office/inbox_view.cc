#include "intake/office/inbox_view.h"

#include <algorithm>
#include <utility>

#include "intake/office/limits.h"

namespace gongshi {
namespace {

template <class Value, std::size_t N>
void count(std::array<std::size_t, N>& numbers, const std::array<Value, N>& values, Value value) {
  const auto found = std::ranges::find(values, value);
  if (found != values.end()) ++numbers[static_cast<std::size_t>(found - values.begin())];
}

class Reading {
 public:
  Reading(std::string_view reader, const std::unordered_set<std::string>& opened, InboxQuery query,
          std::size_t page, Instant now)
      : reader_(reader),
        opened_(opened),
        query_(std::move(query)),
        today_(date_of(now)),
        skip_((page - 1) * kLinesOfPageMax) {}

  void visit(const RegisteredObjection& row, const InboxStanding& one) {
    totals_.add(row.filed.notice, one);
    if (is_recused(one.standing, reader_)) {
      view_.recused.push_back(row.number);
      return;
    }
    count_week(one);
    if (query_.notice && row.filed.notice != *query_.notice) return;
    const bool is_unread = !opened_.contains(row.number);
    count_filters(one, is_unread);
    if (passes(one, is_unread)) take(row, one, is_unread);
  }

  InboxView finish() && {
    view_.notices = std::move(totals_).take();
    return std::move(view_);
  }

 private:
  void count_week(const InboxStanding& one) {
    if (!one.deadline) return;
    const auto days = (one.deadline->last_day - today_).count();
    if (counts_as(one.urgency, Urgency::Alarm)) ++view_.alarm;
    if (counts_as(one.urgency, Urgency::Overdue)) {
      ++view_.overdue;
    } else if (days < kInboxDaysAhead.count()) {
      ++view_.due_on_day[static_cast<std::size_t>(days)];
    }
  }

  void count_filters(const InboxStanding& one, bool is_unread) {
    ++view_.all;
    if (is_unread) ++view_.unread;
    for (std::size_t i = 0; i < kInboxAlarms.size(); ++i) {
      if (counts_as(one.urgency, kInboxAlarms[i])) ++view_.by_alarm[i];
    }
    count(view_.by_state, kInboxStates, one.standing.state);
  }

  bool passes(const InboxStanding& one, bool is_unread) const {
    if (query_.state && one.standing.state != *query_.state) return false;
    if (query_.urgency && !counts_as(one.urgency, *query_.urgency)) return false;
    return is_unread || !query_.unread;
  }

  void take(const RegisteredObjection& row, const InboxStanding& one, bool is_unread) {
    if (found_++ < skip_) return;
    if (view_.lines.size() == kLinesOfPageMax) {
      view_.has_more = true;
      return;
    }
    view_.lines.push_back({.entry = make_entry(row, one), .is_unread = is_unread});
  }

  const std::string_view reader_;
  const std::unordered_set<std::string>& opened_;
  const InboxQuery query_;
  const Date today_;
  const std::size_t skip_;
  std::size_t found_ = 0;
  InboxTotals totals_;
  InboxView view_;
};

}  // namespace

Result<InboxView> read_inbox_view(const Register& reg, const Manifest& site,
                                  std::string_view reader,
                                  const std::unordered_set<std::string>& opened,
                                  const InboxQuery& query, std::size_t page, Instant now) {
  Reading reading(reader, opened, query, page, now);
  const Result<void> read = visit_inbox(
      reg, site, std::nullopt, now,
      [&](const RegisteredObjection& row, const InboxStanding& one) { reading.visit(row, one); });
  if (!read) return tl::unexpected(read.error());
  return std::move(reading).finish();
}

}  // namespace gongshi
