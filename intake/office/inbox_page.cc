#include "intake/office/inbox_page.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "intake/desk/case_file.h"
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

// What the query asks for, as far as it is understood.
struct InboxQuery {
  std::string notice = {};  // "" for all
  std::string state = {};
  bool unread = false;

  std::string address(std::string_view page = {}) const {
    return desk_address(
        desk_path::kInbox,
        {{"notice", notice}, {"state", state}, {"unread", unread ? "on" : ""}, {"page", page}});
  }
};

InboxQuery read_filter(const Desk& desk, const Request& request) {
  InboxQuery filter;
  const auto id = NoticeId::parse(request.parameter("notice"));
  if (id && desk.frame.manifest.find(*id) != nullptr) filter.notice = id->text();
  for (const ObjectionState state : kAllStates) {
    if (request.parameter("state") == to_text(state)) filter.state = to_text(state);
  }
  filter.unread = request.parameter("unread") == "on";
  return filter;
}

struct NoticeCount {
  std::size_t all = 0;
  std::size_t open = 0;  // not concluded
};

struct InboxView {
  std::vector<CaseFile> cases;  // of all notices, oldest first
  std::set<std::string> read;   // numbers that somebody opened
  std::map<NoticeId, NoticeCount> counts;
};

Result<InboxView> collect(const Desk& desk) {
  Result<std::vector<CaseFile>> cases = list_cases(desk.reg, std::nullopt);
  if (!cases) return tl::unexpected(cases.error());
  const Result<std::vector<std::string>> read = desk.record.numbers_accessed(access::kOpened);
  if (!read) return tl::unexpected(read.error());
  InboxView inbox{.cases = *std::move(cases), .read = {read->begin(), read->end()}, .counts = {}};
  for (const CaseFile& file : inbox.cases) {
    NoticeCount& count = inbox.counts[file.objection.filed.notice];
    ++count.all;
    if (file.state() != ObjectionState::Concluded) ++count.open;
  }
  return inbox;
}

bool passes(const InboxQuery& filter, const CaseFile& file, const InboxView& inbox) {
  if (!filter.notice.empty() && file.objection.filed.notice.text() != filter.notice) return false;
  if (!filter.state.empty() && to_text(file.state()) != filter.state) return false;
  return !filter.unread || !inbox.read.contains(file.objection.number);
}

std::string candidate_name(const ManifestNotice* notice, const CandidateId& id) {
  const ManifestCandidate* const found = notice == nullptr ? nullptr : notice->find(id);
  return found == nullptr ? id.text() : found->name;
}

Json describe_row(const Desk& desk, const CaseFile& file, const InboxView& inbox) {
  const NewObjection& filed = file.objection.filed;
  const ManifestNotice* const notice = desk.frame.manifest.find(filed.notice);
  return {{"number", file.objection.number},
          {"url", desk_address(desk_path::kCase, {{"number", file.objection.number}})},
          {"notice", notice == nullptr ? filed.notice.text() : notice->title},
          {"candidate", candidate_name(notice, filed.candidate)},
          {"medium", chinese(filed.medium)},
          {"received", chinese_instant(filed.received_at)},
          {"named", filed.named},
          {"state", chinese(file.state())},
          {"state_word", to_text(file.state())},
          {"outcome", chinese_outcome(file)},
          {"unread", !inbox.read.contains(file.objection.number)}};
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

Json describe_notices(const Desk& desk, const InboxView& inbox) {
  Json rows = Json::array();
  for (const ManifestNotice* const each : by_urgency(desk)) {
    const ManifestNotice& notice = *each;
    const auto count = inbox.counts.find(notice.id);
    const NoticeCount numbers = count == inbox.counts.end() ? NoticeCount{} : count->second;
    if (notice.state != NoticeState::Published && numbers.open == 0) continue;
    const std::string_view standing = standing_key(notice, desk.now);
    rows.push_back(
        {{"title", notice.title},
         {"url", desk_address(desk_path::kInbox, {{"notice", notice.id.text()}})},
         {"closing_url", desk_address(desk_path::kClosing, {{"notice", notice.id.text()}})},
         {"standing_word", standing},
         {"standing", desk.frame.templates.message("desk.standing." + std::string(standing))},
         {"closes", chinese_last_moment(notice.closes)},
         {"percent", std::to_string(percent_run(notice, desk.now))},
         {"all", std::to_string(numbers.all)},
         {"open", std::to_string(numbers.open)}});
  }
  return rows;
}

Json describe_filter(const Desk& desk, const InboxQuery& filter) {
  Json notices = Json::array();
  for (const ManifestNotice& notice : desk.frame.manifest.notices) {
    notices.push_back({{"id", notice.id.text()},
                       {"title", notice.title},
                       {"selected", notice.id.text() == filter.notice}});
  }
  return {{"notices", notices}, {"unread", filter.unread}};
}

// One link for each state, and how many there are; within the notice that is chosen.
Json describe_counts(const Desk& desk, const InboxQuery& filter, const InboxView& inbox) {
  Json list = Json::array();
  const auto add = [&](InboxQuery by, std::string_view label) {
    const auto number = std::ranges::count_if(
        inbox.cases, [&](const CaseFile& file) { return passes(by, file, inbox); });
    const bool current = by.state == filter.state && by.unread == filter.unread;
    if (number == 0 && !current && !by.state.empty()) return;  // a state that none is in
    list.push_back({{"label", label},
                    {"number", std::to_string(number)},
                    {"url", by.address()},
                    {"current", current}});
  };
  add({.notice = filter.notice}, desk.frame.templates.message("desk.inbox.all"));
  add({.notice = filter.notice, .unread = true}, desk.frame.templates.message("desk.inbox.unread"));
  for (const ObjectionState state : kAllStates) {
    add({.notice = filter.notice, .state = std::string(to_text(state))}, chinese(state));
  }
  return list;
}

}  // namespace

Answer show_inbox(const Desk& desk, const Request& request) {
  const Result<InboxView> inbox = collect(desk);
  if (!inbox) return make_desk_failure(desk, request, inbox.error());
  const InboxQuery filter = read_filter(desk, request);
  std::vector<const CaseFile*> found;
  for (const CaseFile& file : inbox->cases) {
    if (passes(filter, file, *inbox)) found.push_back(&file);
  }
  const std::size_t page = page_asked_for(request);
  const std::size_t begin = std::min(found.size(), (page - 1) * kLinesOfPageMax);
  const std::size_t end = std::min(found.size(), begin + kLinesOfPageMax);
  Json rows = Json::array();
  for (std::size_t i = begin; i < end; ++i) rows.push_back(describe_row(desk, *found[i], *inbox));
  return make_desk_page(
      desk.frame, &desk, 200, "inbox", desk.frame.templates.message("desk.inbox.title"),
      {{"notices", describe_notices(desk, *inbox)},
       {"counts", describe_counts(desk, filter, *inbox)},
       {"filter", describe_filter(desk, filter)},
       {"state", filter.state},
       {"rows", rows},
       {"none", rows.empty() ? desk.frame.templates.message("desk.inbox.none") : ""},
       {"previous", page > 1 ? filter.address(std::to_string(page - 1)) : ""},
       {"next", end < found.size() ? filter.address(std::to_string(page + 1)) : ""}});
}

}  // namespace gongshi
