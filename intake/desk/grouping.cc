#include "intake/desk/grouping.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

#include "intake/desk/may_follow.h"
#include "intake/desk/office_text.h"

namespace gongshi {
namespace {

template <class... Keys>
Result<Group> read_group(const Register& reg, std::string_view leader, const Keys&... keys) {
  Result<std::vector<std::string>> numbers = reg.joined_to(leader);
  if (!numbers) return tl::unexpected(numbers.error());
  Group group{.members = {}, .joined = numbers->size()};
  numbers->erase(std::unique(numbers->begin(), numbers->end()), numbers->end());
  for (const std::string& number : *numbers) {
    Result<CaseFile> file = open_case(reg, number, keys...);
    if (!file) return tl::unexpected(file.error());
    if (file->standing.leader == leader) group.members.push_back(*std::move(file));
  }
  return group;
}

tl::unexpected<Error> conflict(std::string sentence) {
  return failure(ErrorKind::Conflict, std::move(sentence));
}

// And not taken up again by the office.
bool is_withdrawn(const ObjectionStanding& standing) {
  return standing.state == ObjectionState::Concluded && standing.outcome == Outcome::Withdrawn;
}

// The two sides of a join.
struct Joining {
  CaseFile joiner;
  CaseFile leader;
  Group group;  // the joiner's

  bool swaps() const { return leader.standing.leader == joiner.objection.number; }
  const std::string& joiner_number() const { return joiner.objection.number; }
  const std::string& leader_number() const { return leader.objection.number; }
};

Result<void> require_same_matter(const Joining& joining) {
  const NewObjection& joiner = joining.joiner.objection.filed;
  const NewObjection& leader = joining.leader.objection.filed;
  if (joining.joiner_number() == joining.leader_number()) {
    return failure(ErrorKind::Invalid,
                   fmt::format("异议 {} 不能并入自己", joining.joiner_number()));
  }
  if (joiner.notice != leader.notice) {
    return conflict(fmt::format("异议 {} 和 {} 不是对同一次公示提出的，不能并案",
                                joining.joiner_number(), joining.leader_number()));
  }
  if (joiner.candidate != leader.candidate) {
    return conflict(
        fmt::format("异议 {} 和 {} 不是对同一个对象提出的，不能并案；并案要同一事实、同一对象",
                    joining.joiner_number(), joining.leader_number()));
  }
  return {};
}

Result<void> require_leader(const Joining& joining) {
  ObjectionStanding standing = joining.leader.standing;
  if (joining.swaps()) standing.leader.clear();
  if (may_lead(standing)) return {};
  if (!standing.leader.empty()) {
    return conflict(fmt::format("异议 {} 自己已并入 {}；请并入 {}", joining.leader_number(),
                                standing.leader, standing.leader));
  }
  return conflict(fmt::format("异议 {} 现在是“{}”，已有结论，别的异议不能再并入；各自作出结论",
                              joining.leader_number(), chinese(standing.state)));
}

// From then on what is done is done for both, so both have come as far.
Result<void> require_same_acceptance(const Joining& joining) {
  const bool joiner = joining.joiner.standing.accepted.has_value();
  const bool leader = joining.leader.standing.accepted.has_value();
  if (joiner == leader || joining.swaps()) return {};
  const std::string& later = joiner ? joining.leader_number() : joining.joiner_number();
  const std::string& earlier = joiner ? joining.joiner_number() : joining.leader_number();
  return conflict(
      fmt::format("异议 {} 已经受理，{} 还没有受理；请先受理 {}，再并案", earlier, later, later));
}

ObjectionEvent event_of(EventKind kind, const OfficeStep& step) {
  return {
      .kind = kind, .at = step.at, .actor = step.by, .outcome = std::nullopt, .text = step.text};
}

ObjectionEvent joined(const OfficeStep& step, const std::string& leader) {
  ObjectionEvent event = event_of(EventKind::Joined, step);
  event.leader = leader;
  return event;
}

// The steps of one objection, one after another, each as it may follow the one before. Returns how
// it stands then.
Result<ObjectionStanding> add_steps(CaseFile file, std::span<const ObjectionEvent> events,
                                    std::vector<NewEvent>& steps) {
  for (const ObjectionEvent& event : events) {
    Result<ObjectionStanding> next = require_may_follow(file, event);
    if (!next) return next;
    steps.push_back({.number = file.objection.number,
                     .events_seen = file.history.size(),
                     .event = event,
                     .key = file.objection.key});
    file.history.push_back(event);
    file.standing = *std::move(next);
  }
  return file.standing;
}

bool is_shared_with_group(const CaseFile& file, const ObjectionEvent& event) {
  const Result<HandlingStep> step = step_of(event);
  return step && is_shared(*step) && leads_on(file.standing);
}

// What is found and said is found and said of all; how far each has come may differ.
bool must_be_taken(HandlingStep step) {
  return step == HandlingStep::Refuse || step == HandlingStep::Decide ||
         step == HandlingStep::Dispose || step == HandlingStep::Reply;
}

Result<void> add_shared_steps(const std::string& leader, ObjectionEvent event, const Group& group,
                              std::vector<NewEvent>& steps) {
  event.leader = leader;
  for (const CaseFile& member : group.members) {
    const Result<HandlingStep> step = step_of(event);
    if (!step) return tl::unexpected(step.error());
    if (!must_be_taken(*step) && !may_share(member.standing, *step)) continue;
    const auto added = add_steps(member, std::span(&event, 1), steps);
    if (!added) return tl::unexpected(added.error());
  }
  return {};
}

Result<std::vector<NewEvent>> steps_of(const Joining& joining, const OfficeStep& step) {
  const ObjectionEvent leaves = event_of(EventKind::Separated, step);
  const ObjectionEvent joins = joined(step, joining.leader_number());
  const ObjectionEvent moves[] = {leaves, joins};
  std::vector<NewEvent> steps;
  for (const CaseFile& member : joining.group.members) {
    const bool takes_over = member.objection.number == joining.leader_number();
    const auto added = add_steps(member, std::span(moves).first(takes_over ? 1 : 2), steps);
    if (!added) return tl::unexpected(added.error());
  }
  // One that its objector withdrew only hands its group over.
  if (joining.swaps() && is_withdrawn(joining.joiner.standing)) return steps;
  const auto added = add_steps(joining.joiner, std::span(&joins, 1), steps);
  if (!added) return tl::unexpected(added.error());
  return steps;
}

Result<Joining> open_both(const Register& reg, std::string_view number, std::string_view leader,
                          const KeyRing& keys) {
  Result<CaseFile> joiner = open_case(reg, number, keys);
  if (!joiner) return tl::unexpected(joiner.error());
  Result<CaseFile> leading = open_case(reg, leader);
  if (!leading) return tl::unexpected(leading.error());
  Result<Group> group = group_of(reg, joiner->objection.number, keys);
  if (!group) return tl::unexpected(group.error());
  return Joining{*std::move(joiner), *std::move(leading), *std::move(group)};
}

Result<std::vector<SeenObjection>> seen_of(const Register& reg, const Joining& joining) {
  const auto joined = reg.joined_to(joining.leader_number());
  if (!joined) return tl::unexpected(joined.error());
  return std::vector<SeenObjection>{{.number = joining.leader_number(),
                                     .events = joining.leader.history.size(),
                                     .joined = joined->size()},
                                    {.number = joining.joiner_number(),
                                     .events = joining.joiner.history.size(),
                                     .joined = joining.group.joined}};
}

Result<void> store(Register& reg, const Joining& joining, const OfficeStep& step) {
  const Result<std::vector<NewEvent>> steps = steps_of(joining, step);
  if (!steps) return tl::unexpected(steps.error());
  const Result<std::vector<SeenObjection>> seen = seen_of(reg, joining);
  if (!seen) return tl::unexpected(seen.error());
  Result<void> stored = reg.append_events(*steps, *seen);
  if (stored || stored.error().kind != ErrorKind::Conflict) return stored;
  return conflict(fmt::format("异议 {} 或 {} 刚刚有别人办理过，没有并案；请先查看最新情况",
                              joining.joiner_number(), joining.leader_number()));
}

}  // namespace

Result<Group> group_of(const Register& reg, std::string_view leader) {
  return read_group(reg, leader);
}

Result<Group> group_of(const Register& reg, std::string_view leader, const KeyRing& keys) {
  return read_group(reg, leader, keys);
}

Result<Company> company_of(const Register& reg, const CaseFile& file, std::string_view person,
                           const KeyRing& keys) {
  const std::string& number = file.objection.number;
  const bool leads = file.standing.leader.empty();
  const std::string& leader = leads ? number : file.standing.leader;
  Result<Group> group = group_of(reg, leader, keys);
  if (!group) return tl::unexpected(group.error());
  Company company{.others = std::move(group->members), .seen = {}};
  std::erase_if(company.others, [&](const CaseFile& o) { return o.objection.number == number; });
  std::size_t events = file.history.size();
  if (!leads) {
    Result<CaseFile> leading = open_case(reg, leader, keys);
    if (!leading) return tl::unexpected(leading.error());
    events = leading->history.size();
    company.others.insert(company.others.begin(), *std::move(leading));
  }
  company.seen.push_back({.number = leader, .events = events, .joined = group->joined});
  for (const CaseFile& other : company.others) {
    const auto ok = require_not_recused(other.standing, person);
    if (ok) continue;
    return failure(ok.error().kind,
                   fmt::format("并案的异议 {} {}", other.objection.number, ok.error().message));
  }
  return company;
}

bool leads_on(const ObjectionStanding& leader) {
  return leader.leader.empty() && !leader.review && !is_withdrawn(leader);
}

bool may_join(const ObjectionStanding& standing, const Group& group) {
  return may(standing, HandlingStep::Join) || (is_withdrawn(standing) && !group.members.empty());
}

Result<ObjectionState> record_step(Register& reg, const CaseFile& file, const ObjectionEvent& event,
                                   const KeyRing& keys, std::vector<SeenObjection> seen) {
  std::vector<NewEvent> steps;
  const Result<ObjectionStanding> next = add_steps(file, std::span(&event, 1), steps);
  if (!next) return tl::unexpected(next.error());
  if (is_shared_with_group(file, event)) {
    const Result<Group> group = group_of(reg, file.objection.number, keys);
    if (!group) return tl::unexpected(group.error());
    seen.push_back(
        {.number = file.objection.number, .events = file.history.size(), .joined = group->joined});
    const Result<void> added = add_shared_steps(file.objection.number, event, *group, steps);
    if (!added) return tl::unexpected(added.error());
  }
  const Result<void> stored = reg.append_events(steps, seen);
  if (stored) return next->state;
  if (stored.error().kind != ErrorKind::Conflict) return tl::unexpected(stored.error());
  return conflict(
      fmt::format("异议 {} 刚刚有别人办理过，这一步没有登记；请先用 gongshi-desk show "
                  "查看最新情况",
                  file.objection.number));
}

Result<ObjectionState> join(Register& reg, std::string_view number, std::string_view leader,
                            const OfficeStep& step, const KeyRing& keys) {
  if (const auto ok = require_actor(step.by); !ok) return tl::unexpected(ok.error());
  const auto worded = require_office_text("并案的理由", step.text, kOfficeTextLengthMax);
  if (!worded) return tl::unexpected(worded.error());
  const Result<Joining> joining = open_both(reg, number, leader, keys);
  if (!joining) return tl::unexpected(joining.error());
  for (const CaseFile* file : {&joining->joiner, &joining->leader}) {
    const auto ok = require_not_recused(file->standing, step.by);
    if (!ok) return tl::unexpected(ok.error());
  }
  for (const auto require : {&require_same_matter, &require_leader, &require_same_acceptance}) {
    if (const Result<void> ok = require(*joining); !ok) return tl::unexpected(ok.error());
  }
  const Result<void> stored = store(reg, *joining, step);
  if (!stored) return tl::unexpected(stored.error());
  return joining->joiner.state();
}

Result<std::vector<std::string>> told_together(const Register& reg, std::string_view number) {
  const Result<CaseFile> file = open_case(reg, number);
  if (!file) return tl::unexpected(file.error());
  const Result<Group> group = group_of(reg, file->objection.number);
  if (!group) return tl::unexpected(group.error());
  std::vector<std::string> numbers;
  for (const CaseFile& member : group->members) {
    const ObjectionEvent& last = member.history.back();
    const bool is_same = !file->history.empty() && last.leader == file->objection.number &&
                         last.kind == file->history.back().kind &&
                         last.at == file->history.back().at;
    if (is_same) numbers.push_back(member.objection.number);
  }
  return numbers;
}

Result<std::vector<std::string>> likely_duplicates(const Register& reg, const CaseFile& file) {
  const NewObjection& filed = file.objection.filed;
  // One more, because it finds itself among them.
  Result<std::vector<std::string>> numbers =
      reg.undecided(filed.notice, filed.candidate, kSuggestionsMax + 1);
  if (!numbers) return numbers;
  std::erase(*numbers, file.objection.number);
  if (numbers->size() > kSuggestionsMax) numbers->pop_back();
  return numbers;
}

}  // namespace gongshi
