#include "intake/office/inbox_page.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "intake/desk/inbox.h"
#include "intake/office/access_words.h"
#include "intake/office/desk_rules.h"
#include "intake/office/limits.h"
#include "intake/office/page_links.h"

namespace gongshi {
namespace {

constexpr std::array kAllStates = {
    ObjectionState::Open,        ObjectionState::AwaitingSupplement, ObjectionState::Accepted,
    ObjectionState::Transferred, ObjectionState::Investigating,      ObjectionState::AwaitingReply,
    ObjectionState::Reviewing,   ObjectionState::Concluded};
constexpr std::array kAlarms = {Urgency::Overdue, Urgency::DueSoon};
constexpr std::chrono::days kDaysAhead{7};  // in the picture of the week

// What the query asks for, as far as it is understood; "" for all.
struct InboxQuery {
  std::string notice = {};
  std::string state = {};
  std::string urgency = {};
  bool unread = false;

  std::string address(std::string_view page = {}) const {
    return desk_address(desk_path::kInbox, {{"notice", notice},
                                            {"state", state},
                                            {"urgency", urgency},
                                            {"unread", unread ? "on" : ""},
                                            {"page", page}});
  }
};

InboxQuery read_query(const Desk& desk, const Request& request) {
  InboxQuery query;
  const auto id = NoticeId::parse(request.parameter("notice"));
  if (id && desk.frame.manifest.find(*id) != nullptr) query.notice = id->text();
  for (const ObjectionState state : kAllStates) {
    if (request.parameter("state") == to_text(state)) query.state = to_text(state);
  }
  for (const Urgency urgency : kAlarms) {
    if (request.parameter("urgency") == to_text(urgency)) query.urgency = to_text(urgency);
  }
  query.unread = request.parameter("unread") == "on";
  return query;
}

struct InboxView {
  Inbox inbox;                 // of all notices, oldest first
  std::set<std::string> read;  // numbers that somebody opened
};

Result<InboxView> collect(const Desk& desk) {
  Result<Inbox> inbox = read_inbox(desk.reg, std::nullopt, InboxFilter::All, desk.now);
  if (!inbox) return tl::unexpected(inbox.error());
  const Result<std::vector<std::string>> read = desk.record.numbers_accessed(access::kOpened);
  if (!read) return tl::unexpected(read.error());
  return InboxView{.inbox = *std::move(inbox), .read = {read->begin(), read->end()}};
}

bool passes(const InboxQuery& query, const InboxEntry& entry, const InboxView& view) {
  if (!query.notice.empty() && entry.notice.text() != query.notice) return false;
  if (!query.state.empty() && to_text(entry.standing.state) != query.state) return false;
  if (!query.urgency.empty() && to_text(entry.urgency) != query.urgency) return false;
  return !query.unread || !view.read.contains(entry.number);
}

std::string candidate_name(const ManifestNotice* notice, const CandidateId& id) {
  const ManifestCandidate* const found = notice == nullptr ? nullptr : notice->find(id);
  return found == nullptr ? id.text() : found->name;
}

Json describe_deadline(const Desk& desk, const InboxEntry& entry) {
  if (!entry.deadline) return false;
  const bool is_alarm = entry.urgency != Urgency::Calm;
  return {{"duty", chinese(entry.deadline->duty)},
          {"day", chinese_date(entry.deadline->last_day)},
          {"urgency", to_text(entry.urgency)},
          {"alarm", is_alarm ? desk.frame.templates.message("desk.urgency." +
                                                            std::string(to_text(entry.urgency)))
                             : ""}};
}

Json describe_row(const Desk& desk, const InboxEntry& entry, const InboxView& view) {
  const ManifestNotice* const notice = desk.frame.manifest.find(entry.notice);
  const ObjectionStanding& standing = entry.standing;
  return {{"number", entry.number},
          {"url", desk_address(desk_path::kCase, {{"number", entry.number}})},
          {"notice", notice == nullptr ? entry.notice.text() : notice->title},
          {"candidate", candidate_name(notice, entry.candidate)},
          {"medium", chinese(entry.medium)},
          {"received", chinese_instant(entry.received_at)},
          {"named", standing.signature == Signature::Named},
          {"state", chinese(standing.state)},
          {"state_word", to_text(standing.state)},
          {"outcome", standing.outcome ? chinese(*standing.outcome) : ""},
          {"deadline", describe_deadline(desk, entry)},
          {"unread", !view.read.contains(entry.number)}};
}

// How much of the window has run, for the bar.
int percent_run(const ManifestNotice& notice, Instant now) {
  const auto whole = (notice.closes_at.utc - notice.published_at.utc).count();
  const auto run = (now.utc - notice.published_at.utc).count();
  if (whole <= 0) return 100;
  return static_cast<int>(std::clamp<std::int64_t>(run * 100 / whole, 0, 100));
}

std::string_view standing_key(const ManifestNotice& notice, Instant now) {
  switch (notice.state) {
    case NoticeState::Suspended:
      return "suspended";
    case NoticeState::Withdrawn:
      return "withdrawn";
    case NoticeState::Closed:
      return "closed";
    case NoticeState::Published:
      break;
  }
  if (now < notice.published_at) return "coming";
  return now < notice.closes_at ? "open" : "over";
}

// Those that run and those that wait to be closed first.
std::vector<const ManifestNotice*> by_urgency(const Desk& desk) {
  constexpr std::array<std::string_view, 3> kFirst = {"open", "over", "coming"};
  std::vector<const ManifestNotice*> notices;
  for (const ManifestNotice& notice : desk.frame.manifest.notices) notices.push_back(&notice);
  std::ranges::stable_sort(notices, {}, [&](const ManifestNotice* notice) {
    return std::ranges::find(kFirst, standing_key(*notice, desk.now)) - kFirst.begin();
  });
  return notices;
}

Json describe_notices(const Desk& desk, const InboxView& view) {
  std::map<NoticeId, InboxCounts> counts;
  for (const InboxCounts& count : view.inbox.counts) counts.emplace(count.notice, count);
  Json rows = Json::array();
  for (const ManifestNotice* const notice : by_urgency(desk)) {
    const InboxCounts& numbers = counts[notice->id];
    if (notice->state != NoticeState::Published && numbers.blocking == 0) continue;
    const std::string standing(standing_key(*notice, desk.now));
    rows.push_back(
        {{"title", notice->title},
         {"url", desk_address(desk_path::kInbox, {{"notice", notice->id.text()}})},
         {"closing_url", desk_address(desk_path::kClosing, {{"notice", notice->id.text()}})},
         {"standing_word", standing},
         {"standing", desk.frame.templates.message("desk.standing." + standing)},
         {"closes", chinese_last_moment(notice->closes)},
         {"percent", std::to_string(percent_run(*notice, desk.now))},
         {"all", std::to_string(numbers.all)},
         {"overdue", std::to_string(numbers.overdue)},
         {"open", std::to_string(numbers.blocking)}});
  }
  return rows;
}

Json describe_filter(const Desk& desk, const InboxQuery& query) {
  Json notices = Json::array();
  for (const ManifestNotice& notice : desk.frame.manifest.notices) {
    notices.push_back({{"id", notice.id.text()},
                       {"title", notice.title},
                       {"selected", notice.id.text() == query.notice}});
  }
  return {{"notices", notices}, {"unread", query.unread}};
}

// One link for each kind, and how many there are; within the notice that is chosen.
Json describe_counts(const Desk& desk, const InboxQuery& query, const InboxView& view) {
  Json list = Json::array();
  const auto add = [&](const InboxQuery& by, std::string_view label) {
    const auto number = std::ranges::count_if(
        view.inbox.entries, [&](const InboxEntry& entry) { return passes(by, entry, view); });
    const bool current = by.address() == query.address();
    if (number == 0 && !current && !by.state.empty()) return;  // a state that none is in
    list.push_back({{"label", label},
                    {"number", std::to_string(number)},
                    {"url", by.address()},
                    {"current", current}});
  };
  const TemplateSet& templates = desk.frame.templates;
  add({.notice = query.notice}, templates.message("desk.inbox.all"));
  add({.notice = query.notice, .unread = true}, templates.message("desk.inbox.unread"));
  for (const Urgency urgency : kAlarms) {
    const std::string word(to_text(urgency));
    add({.notice = query.notice, .urgency = word}, templates.message("desk.urgency." + word));
  }
  for (const ObjectionState state : kAllStates) {
    add({.notice = query.notice, .state = std::string(to_text(state))}, chinese(state));
  }
  return list;
}

// How many fall due on each of the next days; what is overdue stands first.
Json describe_week(const Desk& desk, const InboxView& view) {
  const Date today = date_of(desk.now);
  std::map<Date, std::size_t> due;
  std::size_t overdue = 0;
  std::size_t most = 1;
  for (const InboxEntry& entry : view.inbox.entries) {
    if (!entry.deadline || entry.deadline->last_day >= today + kDaysAhead) continue;
    const bool is_past = entry.deadline->last_day < today;
    most = std::max(most, is_past ? ++overdue : ++due[entry.deadline->last_day]);
  }
  Json rows = Json::array();
  const auto add = [&](const std::string& day, std::size_t number, bool is_late) {
    rows.push_back({{"day", day},
                    {"number", std::to_string(number)},
                    {"percent", std::to_string(number * 100 / most)},
                    {"late", is_late}});
  };
  add(desk.frame.templates.message("desk.urgency.overdue"), overdue, true);
  for (Date day = today; day < today + kDaysAhead; day += std::chrono::days(1)) {
    add(chinese_date(day) + " " + chinese_weekday(day), due[day], false);
  }
  return rows;
}

}  // namespace

Answer show_inbox(const Desk& desk, const Request& request) {
  const Result<InboxView> view = collect(desk);
  if (!view) return make_desk_failure(desk, request, view.error());
  const InboxQuery query = read_query(desk, request);
  std::vector<const InboxEntry*> found;
  for (const InboxEntry& entry : view->inbox.entries) {
    if (passes(query, entry, *view)) found.push_back(&entry);
  }
  const std::size_t page = page_asked_for(request);
  const std::size_t begin = std::min(found.size(), (page - 1) * kLinesOfPageMax);
  const std::size_t end = std::min(found.size(), begin + kLinesOfPageMax);
  Json rows = Json::array();
  for (std::size_t i = begin; i < end; ++i) rows.push_back(describe_row(desk, *found[i], *view));
  return make_desk_page(
      desk.frame, &desk, 200, "inbox", desk.frame.templates.message("desk.inbox.title"),
      {{"notices", describe_notices(desk, *view)},
       {"counts", describe_counts(desk, query, *view)},
       {"filter", describe_filter(desk, query)},
       {"state", query.state},
       {"urgency", query.urgency},
       {"week", describe_week(desk, *view)},
       {"rows", rows},
       {"none", rows.empty() ? desk.frame.templates.message("desk.inbox.none") : ""},
       {"previous", page > 1 ? query.address(std::to_string(page - 1)) : ""},
       {"next", end < found.size() ? query.address(std::to_string(page + 1)) : ""}});
}

}  // namespace gongshi
