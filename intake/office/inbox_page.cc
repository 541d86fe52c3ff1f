#include "intake/office/inbox_page.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "intake/office/access_words.h"
#include "intake/office/deadline_view.h"
#include "intake/office/desk_rules.h"
#include "intake/office/inbox_view.h"
#include "intake/office/page_links.h"

namespace gongshi {
namespace {

std::string address_of(const InboxQuery& query, std::string_view page = {}) {
  return desk_address(desk_path::kInbox, {{"notice", query.notice ? query.notice->text() : ""},
                                          {"state", query.state ? to_text(*query.state) : ""},
                                          {"urgency", query.urgency ? to_text(*query.urgency) : ""},
                                          {"unread", query.unread ? "on" : ""},
                                          {"page", page}});
}

// As far as it is understood.
InboxQuery read_query(const Desk& desk, const Request& request) {
  InboxQuery query;
  const auto id = NoticeId::parse(request.parameter("notice"));
  if (id && desk.frame.manifest.find(*id) != nullptr) query.notice = *id;
  for (const ObjectionState state : kInboxStates) {
    if (request.parameter("state") == to_text(state)) query.state = state;
  }
  for (const Urgency urgency : kInboxAlarms) {
    if (request.parameter("urgency") == to_text(urgency)) query.urgency = urgency;
  }
  query.unread = request.parameter("unread") == "on";
  return query;
}

Result<InboxView> collect(const Desk& desk, const InboxQuery& query, std::size_t page) {
  const Result<std::vector<std::string>> opened =
      desk.record.numbers_accessed(access::kOpened, desk.account.shown);
  if (!opened) return tl::unexpected(opened.error());
  return read_inbox_view(desk.reg, desk.frame.manifest, desk.account.shown,
                         {opened->begin(), opened->end()}, query, page, desk.now);
}

std::string candidate_name(const ManifestNotice* notice, const CandidateId& id) {
  const ManifestCandidate* const found = notice == nullptr ? nullptr : notice->find(id);
  return found == nullptr ? id.text() : found->name;
}

Json describe_row(const Desk& desk, const InboxLine& line) {
  const InboxEntry& entry = line.entry;
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
          {"leader", standing.leader},
          {"deadline", describe_deadline(desk.frame.templates, entry.deadline, desk.now)},
          {"unread", line.is_unread}};
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
  for (const InboxCounts& count : view.notices) counts.emplace(count.notice, count);
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
                       {"selected", notice.id == query.notice}});
  }
  return {{"notices", notices}, {"unread", query.unread}};
}

// One link for each kind, and how many there are; within the notice that is chosen.
Json describe_counts(const Desk& desk, const InboxQuery& query, const InboxView& view) {
  Json list = Json::array();
  const auto add = [&](const InboxQuery& by, std::string_view label, std::size_t number) {
    list.push_back({{"label", label},
                    {"number", std::to_string(number)},
                    {"url", address_of(by)},
                    {"current", by == query}});
  };
  const TemplateSet& templates = desk.frame.templates;
  add({.notice = query.notice}, templates.message("desk.inbox.all"), view.all);
  add({.notice = query.notice, .unread = true}, templates.message("desk.inbox.unread"),
      view.unread);
  for (std::size_t i = 0; i < kInboxAlarms.size(); ++i) {
    add({.notice = query.notice, .urgency = kInboxAlarms[i]},
        templates.message("desk.urgency." + std::string(to_text(kInboxAlarms[i]))),
        view.by_alarm[i]);
  }
  for (std::size_t i = 0; i < kInboxStates.size(); ++i) {
    const InboxQuery by{.notice = query.notice, .state = kInboxStates[i]};
    if (view.by_state[i] > 0 || by == query) add(by, chinese(kInboxStates[i]), view.by_state[i]);
  }
  return list;
}

// How many fall due on each of the next days; what is overdue stands first, and under it what of it
// the law does not allow any more.
Json describe_week(const Desk& desk, const InboxView& view) {
  const std::size_t most =
      std::max({std::size_t{1}, view.overdue, *std::ranges::max_element(view.due_on_day)});
  Json rows = Json::array();
  const auto add = [&](const std::string& day, std::size_t number, bool is_late) {
    rows.push_back({{"day", day},
                    {"number", std::to_string(number)},
                    {"percent", std::to_string(number * 100 / most)},
                    {"late", is_late}});
  };
  add(desk.frame.templates.message("desk.urgency.overdue"), view.overdue, true);
  if (view.alarm > 0) add(desk.frame.templates.message("desk.inbox.alarm"), view.alarm, true);
  Date day = date_of(desk.now);
  for (const std::size_t number : view.due_on_day) {
    add(chinese_date(day) + " " + chinese_weekday(day), number, false);
    day += std::chrono::days(1);
  }
  return rows;
}

}  // namespace

Answer show_inbox(const Desk& desk, const Request& request) {
  const InboxQuery query = read_query(desk, request);
  const std::size_t page = page_asked_for(request);
  const Result<InboxView> view = collect(desk, query, page);
  if (!view) return make_desk_failure(desk, request, view.error());
  Json rows = Json::array();
  for (const InboxLine& line : view->lines) rows.push_back(describe_row(desk, line));
  return make_desk_page(
      desk.frame, &desk, 200, "inbox", desk.frame.templates.message("desk.inbox.title"),
      {{"notices", describe_notices(desk, *view)},
       {"counts", describe_counts(desk, query, *view)},
       {"filter", describe_filter(desk, query)},
       {"state", query.state ? to_text(*query.state) : ""},
       {"urgency", query.urgency ? to_text(*query.urgency) : ""},
       {"week", describe_week(desk, *view)},
       {"rows", rows},
       {"has_recused", !view->recused.empty()},
       {"recused", view->recused},
       {"none", rows.empty() ? desk.frame.templates.message("desk.inbox.none") : ""},
       {"previous", page > 1 ? address_of(query, std::to_string(page - 1)) : ""},
       {"next", view->has_more ? address_of(query, std::to_string(page + 1)) : ""}});
}

}  // namespace gongshi
