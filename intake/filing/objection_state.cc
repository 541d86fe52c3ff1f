#include "intake/filing/objection_state.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <string>
#include <utility>

#include "generator/notice/person_name.h"

namespace gongshi {
namespace {

using enum HandlingStep;

struct StateWord {
  ObjectionState value;
  std::string_view text;
  std::string_view chinese;
};

constexpr std::array<StateWord, 8> kStates = {{
    {ObjectionState::Open, "open", "待处理"},
    {ObjectionState::AwaitingSupplement, "awaiting_supplement", "待补正"},
    {ObjectionState::Accepted, "accepted", "已受理"},
    {ObjectionState::Transferred, "transferred", "已转办待回函"},
    {ObjectionState::Investigating, "investigating", "核查中"},
    {ObjectionState::AwaitingReply, "awaiting_reply", "已作结论待答复"},
    {ObjectionState::Concluded, "concluded", "已办结"},
    {ObjectionState::Reviewing, "reviewing", "复核中"},
}};

struct StepWord {
  HandlingStep value;
  std::string_view text;
  std::string_view chinese;
};

constexpr std::array<StepWord, 20> kSteps = {{
    {Ask, "ask", "要求补正"},
    {Accept, "accept", "受理"},
    {Refuse, "refuse", "不予受理"},
    {Transfer, "transfer", "转办"},
    {Investigate, "investigate", "核查"},
    {Extend, "extend", "延长期限"},
    {Decide, "decide", "作出结论"},
    {Dispose, "dispose", "处置"},
    {Reply, "reply", "答复"},
    {Review, "review", "复核"},
    {Continue, "continue", "依职权继续"},
    {Join, "join", "并案"},
    {Separate, "separate", "分案"},
    {Withdraw, "withdraw", "撤回"},
    {Supplement, "supplement", "补充"},
    {Recuse, "recuse", "回避"},
    {Readmit, "readmit", "解除回避"},
    {Paraphrase, "paraphrase", "转述"},
    {Redact, "redact", "遮盖副本"},
    {Note, "note", "内部记录"},
}};

// What each state allows, before what_forbids() looks at what was done already, beside what any
// state does (is_allowed_by_state).
struct StateSteps {
  ObjectionState state;
  std::array<HandlingStep, 8> steps;  // Note fills up the shorter ones
};

constexpr std::array<StateSteps, 8> kAllowed = {{
    {ObjectionState::Open, {Ask, Accept, Refuse, Transfer, Decide, Join, Withdraw, Supplement}},
    {ObjectionState::AwaitingSupplement,
     {Ask, Accept, Refuse, Transfer, Withdraw, Supplement, Note, Note}},
    {ObjectionState::Accepted,
     {Ask, Transfer, Investigate, Extend, Decide, Join, Withdraw, Supplement}},
    {ObjectionState::Transferred,
     {Accept, Transfer, Extend, Decide, Join, Withdraw, Supplement, Note}},
    {ObjectionState::Investigating,
     {Ask, Transfer, Investigate, Extend, Decide, Join, Withdraw, Supplement}},
    {ObjectionState::AwaitingReply, {Dispose, Reply, Supplement, Note, Note, Note, Note, Note}},
    {ObjectionState::Concluded, {Dispose, Reply, Review, Continue, Note, Note, Note, Note}},
    {ObjectionState::Reviewing, {Ask, Refuse, Investigate, Decide, Supplement, Note, Note, Note}},
}};

template <class Row, std::size_t N, class Value>
const Row& row_of(const std::array<Row, N>& rows, Value Row::*member, Value value) {
  const auto* it = std::ranges::find(rows, value, member);
  assert(it != rows.end());
  return *it;
}

// Whether it was ever looked into: what was not accepted, or was taken back, has no finding.
bool is_finding(const std::optional<Outcome>& outcome) {
  return outcome && *outcome != Outcome::NotAccepted && *outcome != Outcome::Withdrawn;
}

constexpr std::string_view kAtLeader = "请到那一件上办，或者先分案";

// And not at one that joined it.
bool is_done_at_leader(HandlingStep step) {
  return is_shared(step) || step == Ask || step == Paraphrase || step == Continue;
}

// What the steps before say against a step that its state allows; empty when nothing does.
std::string_view what_forbids(const ObjectionStanding& standing, HandlingStep step) {
  const bool joined = !standing.leader.empty();
  if (joined && is_done_at_leader(step)) return kAtLeader;
  switch (step) {
    case Join:
      return joined ? "改并到另一件，先分案" : "";
    case Separate:
      return joined ? "" : "没有并入别的异议";
    case Extend:
      if (!standing.accepted) return "没有受理，没有期限可以延长";
      return standing.extended ? "期限只能延长一次，已经延长过" : "";
    case Refuse:
      if (standing.state != ObjectionState::Reviewing) return "";
      return standing.outcome == Outcome::NotAccepted ? "" : "已经受理过，复核也要作出结论";
    case Dispose:
      if (!is_finding(standing.outcome)) return "没有核查结论，没有什么可以处置";
      return standing.measure ? "已经处置过，不能再改" : "";
    case Review:
      if (standing.withdrawn) return "异议人已经撤回，不再复核";
      return standing.review ? "复核只有一次，已经复核过" : "";
    case Continue:
      return standing.outcome == Outcome::Withdrawn ? "" : "没有撤回，不存在依职权继续";
    case Withdraw:
      return standing.withdrawn ? "已经撤回过" : "";
    case Readmit:
      return standing.recused.empty() ? "没有人回避" : "";
    default:
      return "";
  }
}

// The office itself has it in hand, and nothing is concluded.
bool is_looked_into(ObjectionState state) {
  return state == ObjectionState::Open || state == ObjectionState::Accepted ||
         state == ObjectionState::Investigating || state == ObjectionState::Reviewing;
}

// Who may see it, and what of it, is a question at all times.
bool is_of_any_state(HandlingStep step) {
  return step == Recuse || step == Readmit || step == Redact;
}

bool is_allowed_by_state(ObjectionState state, HandlingStep step) {
  if (step == Note || step == Separate || is_of_any_state(step)) return true;
  if (step == Paraphrase) return is_looked_into(state);
  const auto& allowed = row_of(kAllowed, &StateSteps::state, state).steps;
  return std::ranges::find(allowed, step) != allowed.end();
}

// The office's steps that may follow, in words.
std::string way_out(const ObjectionStanding& standing) {
  std::vector<std::string_view> words;
  for (const HandlingStep step : steps_from(standing)) {
    if (step != Withdraw && step != Supplement) words.push_back(chinese(step));
  }
  return fmt::format("{}", fmt::join(words, "、"));
}

std::string how_it_stands(const ObjectionStanding& standing) {
  const std::string state = fmt::format("现在是“{}”", chinese(standing.state));
  return standing.leader.empty() ? state : fmt::format("已并入异议 {}，{}", standing.leader, state);
}

Result<void> refuse_step(const ObjectionStanding& standing, HandlingStep step,
                         std::string_view why) {
  return failure(ErrorKind::Conflict,
                 fmt::format("{}，不能{}{}{}；可以办的是：{}", how_it_stands(standing),
                             chinese(step), why.empty() ? "" : "：", why, way_out(standing)));
}

// Beside what its state says.
std::string_view why_not(const ObjectionStanding& standing, HandlingStep step) {
  return is_allowed_by_state(standing.state, step) ? what_forbids(standing, step) : "";
}

Result<void> require_allowed(const ObjectionStanding& standing, HandlingStep step) {
  if (may(standing, step)) return {};
  const bool is_elsewhere = !standing.leader.empty() && is_done_at_leader(step);
  return refuse_step(standing, step, is_elsewhere ? kAtLeader : why_not(standing, step));
}

ObjectionStanding alone(ObjectionStanding standing) {
  standing.leader.clear();
  return standing;
}

// The same for what was done at `leader`.
Result<void> require_shared(const ObjectionStanding& standing, HandlingStep step,
                            std::string_view leader) {
  if (standing.leader != leader || !is_shared(step)) {
    return refuse_step(standing, step, fmt::format("没有同异议 {} 一起办理", leader));
  }
  if (may_share(standing, step)) return {};
  return refuse_step(standing, step, why_not(alone(standing), step));
}

bool needs_a_clue(const ObjectionEvent& refusal) {
  return !refusal.refusal || *refusal.refusal == RefusalReason::NoClue ||
         *refusal.refusal == RefusalReason::VagueAnonymous;
}

Result<void> require_fair_refusal(const ObjectionStanding& standing, const ObjectionEvent& event) {
  if (standing.due && needs_a_clue(event) && date_of(event.at) <= *standing.due) {
    return failure(ErrorKind::Conflict,
                   fmt::format("已要求异议人在{}前补正，期限届满之前不能以没有线索为由不予受理",
                               chinese_last_moment(*standing.due)));
  }
  if (event.refusal == RefusalReason::VagueAnonymous && standing.signature == Signature::Named) {
    return failure(ErrorKind::Conflict, "是实名提出的，不能按匿名不予受理；请另选理由");
  }
  return {};
}

Result<void> require_second_person(const ObjectionEvent& event, std::string_view role) {
  if (event.second_actor.empty()) {
    return failure(ErrorKind::Invalid, fmt::format("要写明{}", role));
  }
  if (!is_same_person(event.second_actor, event.actor)) return {};
  return failure(ErrorKind::Invalid, fmt::format("{}须是另一个人，不能也是{}", role, event.actor));
}

Result<void> require_measure(const ObjectionStanding& standing, const ObjectionEvent& event) {
  if (!event.measure) return failure(ErrorKind::Invalid, "处置要写明怎样处置");
  if (standing.outcome != Outcome::Unfounded || *event.measure == Measure::Maintained) return {};
  return failure(ErrorKind::Conflict,
                 fmt::format("结论是不属实，只能维持，不能{}；公示内容本身有误的，另行更正公示",
                             chinese(*event.measure)));
}

// Before all else, so that who is kept out learns nothing.
Result<void> require_no_interest(const ObjectionStanding& standing, HandlingStep step,
                                 const ObjectionEvent& event) {
  if (standing.recused.empty() || step == Supplement) return {};
  if (auto ok = require_not_recused(standing, event.actor); !ok) return ok;
  if (step == Recuse || step == Readmit) return {};
  return require_not_recused(standing, event.second_actor);
}

Result<void> require_recusal(const ObjectionStanding& standing, HandlingStep step,
                             const ObjectionEvent& event) {
  const std::string& person = event.second_actor;
  if (person.empty()) return failure(ErrorKind::Invalid, "要写明谁回避");
  if (is_same_person(person, kObjectorActor)) {
    return failure(ErrorKind::Invalid, "回避的是办理异议的人；异议人不办理，不用回避");
  }
  if (is_recused(standing, person) == (step == Readmit)) return {};
  return failure(ErrorKind::Conflict, step == Readmit
                                          ? fmt::format("没有回避的人叫{}，不用解除", person)
                                          : fmt::format("{}已经回避，不用再登记", person));
}

// What the content of an allowed step says against it.
Result<void> require_content(const ObjectionStanding& standing, HandlingStep step,
                             const ObjectionEvent& event) {
  switch (step) {
    case Ask:
      if (!event.due) return failure(ErrorKind::Invalid, "要求补正要写明补正到哪一天");
      return {};
    case Paraphrase:
      if (!event.due) return failure(ErrorKind::Invalid, "转述要写明请对方在哪一天以前说明");
      return {};
    case Refuse:
      return require_fair_refusal(standing, event);
    case Investigate:
      return require_second_person(event, "核查的另一人");
    case Extend:
      return require_second_person(event, "审批人");
    case Join:
      if (event.leader.empty()) return failure(ErrorKind::Invalid, "并案要写明并入哪一件异议");
      return {};
    case Dispose:
      return require_measure(standing, event);
    case Recuse:
    case Readmit:
      return require_recusal(standing, step, event);
    default:
      return {};
  }
}

ObjectionStanding decided(ObjectionStanding standing, const ObjectionEvent& event) {
  standing.outcome = event.outcome;
  standing.measure.reset();
  standing.due.reset();
  if (event.outcome == Outcome::Withdrawn) {
    standing.withdrawn = true;
    standing.leader.clear();
  }
  const bool reply_owed = standing.signature == Signature::Named && !standing.withdrawn;
  standing.state = reply_owed ? ObjectionState::AwaitingReply : ObjectionState::Concluded;
  return standing;
}

ObjectionStanding asked(ObjectionStanding standing, const ObjectionEvent& event) {
  standing.due = event.due;
  if (standing.state == ObjectionState::Open) standing.state = ObjectionState::AwaitingSupplement;
  return standing;
}

ObjectionStanding readmitted(ObjectionStanding standing, const std::string& person) {
  std::erase_if(standing.recused,
                [&](const std::string& recused) { return is_same_person(recused, person); });
  return standing;
}

ObjectionStanding supplemented(ObjectionStanding standing) {
  standing.due.reset();
  if (standing.state == ObjectionState::AwaitingSupplement) standing.state = ObjectionState::Open;
  return standing;
}

ObjectionStanding moved_to(ObjectionState state, ObjectionStanding standing) {
  standing.state = state;
  standing.due.reset();
  return standing;
}

// Requires that the step is allowed.
ObjectionStanding after(ObjectionStanding standing, HandlingStep step,
                        const ObjectionEvent& event) {
  switch (step) {
    case Ask:
      return asked(std::move(standing), event);
    case Accept:
      if (!standing.accepted) standing.accepted = event.at;
      return moved_to(ObjectionState::Accepted, std::move(standing));
    case Transfer:
      return moved_to(ObjectionState::Transferred, std::move(standing));
    case Investigate:
      if (standing.state != ObjectionState::Reviewing) {
        standing.state = ObjectionState::Investigating;
      }
      return standing;
    case Extend:
      standing.extended = true;
      return standing;
    case Refuse:
    case Decide:
    case Withdraw:
      return decided(std::move(standing), event);
    case Dispose:
      standing.measure = event.measure;
      return standing;
    case Reply:
      return moved_to(ObjectionState::Concluded, std::move(standing));
    case Review:
      standing.review = event.at;
      standing.leader.clear();
      return moved_to(ObjectionState::Reviewing, std::move(standing));
    case Continue:
      return moved_to(ObjectionState::Investigating, std::move(standing));
    case Supplement:
      return supplemented(std::move(standing));
    case Join:
      standing.leader = event.leader;
      return standing;
    case Separate:
      standing.leader.clear();
      return standing;
    case Recuse:
      standing.recused.push_back(event.second_actor);
      return standing;
    case Readmit:
      return readmitted(std::move(standing), event.second_actor);
    case Paraphrase:
    case Redact:
    case Note:
      return standing;
  }
  return standing;
}

// Whether the step tells the objector what becomes of the objection.
bool tells(HandlingStep step) {
  return step == Ask || step == Accept || step == Refuse || step == Transfer || step == Decide ||
         step == Join;
}

}  // namespace

std::string_view to_text(ObjectionState state) {
  return row_of(kStates, &StateWord::value, state).text;
}

std::string_view chinese(ObjectionState state) {
  return row_of(kStates, &StateWord::value, state).chinese;
}

std::string_view to_text(HandlingStep step) { return row_of(kSteps, &StepWord::value, step).text; }

std::string_view chinese(HandlingStep step) {
  return row_of(kSteps, &StepWord::value, step).chinese;
}

Result<HandlingStep> step_of(const ObjectionEvent& event) {
  switch (event.kind) {
    case EventKind::Decided:
      if (!event.outcome) return failure(ErrorKind::Invalid, "作出结论要写明结论是什么");
      if (*event.outcome == Outcome::NotAccepted) return Refuse;
      return *event.outcome == Outcome::Withdrawn ? Withdraw : Decide;
    case EventKind::Replied:
      return Reply;
    case EventKind::Supplemented:
      return Supplement;
    case EventKind::Asked:
      return Ask;
    case EventKind::Accepted:
      return Accept;
    case EventKind::Transferred:
      return Transfer;
    case EventKind::InvestigationOpened:
      return Investigate;
    case EventKind::Extended:
      return Extend;
    case EventKind::Disposed:
      return Dispose;
    case EventKind::ReviewOpened:
      return Review;
    case EventKind::Continued:
      return Continue;
    case EventKind::Joined:
      return Join;
    case EventKind::Separated:
      return Separate;
    case EventKind::Recused:
      return Recuse;
    case EventKind::Readmitted:
      return Readmit;
    case EventKind::Paraphrased:
      return Paraphrase;
    case EventKind::Redacted:
      return Redact;
    case EventKind::Noted:
      return Note;
  }
  return failure(ErrorKind::Corrupt, "登记簿里有本程序不认识的办理记录");
}

std::vector<HandlingStep> steps_from(const ObjectionStanding& standing) {
  std::vector<HandlingStep> steps;
  for (const StepWord& step : kSteps) {
    if (may(standing, step.value)) steps.push_back(step.value);
  }
  return steps;
}

bool is_shared(HandlingStep step) {
  switch (step) {
    case Accept:
    case Refuse:
    case Transfer:
    case Investigate:
    case Extend:
    case Decide:
    case Dispose:
    case Reply:
      return true;
    case Ask:
    case Review:
    case Continue:
    case Join:
    case Separate:
    case Withdraw:
    case Supplement:
    case Recuse:
    case Readmit:
    case Paraphrase:
    case Redact:
    case Note:
      return false;
  }
  return false;
}

bool may_lead(const ObjectionStanding& standing) {
  switch (standing.state) {
    case ObjectionState::Open:
    case ObjectionState::AwaitingSupplement:
    case ObjectionState::Accepted:
    case ObjectionState::Transferred:
    case ObjectionState::Investigating:
      return standing.leader.empty();
    case ObjectionState::AwaitingReply:
    case ObjectionState::Concluded:
    case ObjectionState::Reviewing:
      return false;
  }
  return false;
}

bool may_share(const ObjectionStanding& standing, HandlingStep step) {
  return !standing.leader.empty() && is_shared(step) && may(alone(standing), step);
}

bool may(const ObjectionStanding& standing, HandlingStep step) {
  return is_allowed_by_state(standing.state, step) && what_forbids(standing, step).empty();
}

bool is_recused(const ObjectionStanding& standing, std::string_view person) {
  return std::ranges::any_of(standing.recused, [&](const std::string& recused) {
    return is_same_person(recused, person);
  });
}

Result<void> require_not_recused(const ObjectionStanding& standing, std::string_view person) {
  if (!is_recused(standing, person)) return {};
  return failure(ErrorKind::Conflict,
                 fmt::format("{}已回避，不能办理也不能查看（信访工作条例第二十八条）；请换人办理，"
                             "不该回避的，由别人先解除回避",
                             person));
}

Result<ObjectionStanding> standing_after(const ObjectionStanding& standing,
                                         const ObjectionEvent& event) {
  const Result<HandlingStep> step = step_of(event);
  if (!step) return tl::unexpected(step.error());
  if (const auto ok = require_no_interest(standing, *step, event); !ok) {
    return tl::unexpected(ok.error());
  }
  const bool at_leader = !event.leader.empty() && *step != Join;
  const auto allowed =
      at_leader ? require_shared(standing, *step, event.leader) : require_allowed(standing, *step);
  if (!allowed) return tl::unexpected(allowed.error());
  if (const auto ok = require_content(standing, *step, event); !ok) {
    return tl::unexpected(ok.error());
  }
  ObjectionStanding next = after(standing, *step, event);
  if (tells(*step) && !next.told) next.told = event.at;
  return next;
}

Result<ObjectionStanding> standing_of(Signature signature,
                                      std::span<const ObjectionEvent> history) {
  ObjectionStanding standing{.signature = signature};
  for (const ObjectionEvent& event : history) {
    Result<ObjectionStanding> next = standing_after(standing, event);
    if (!next) {
      return failure(ErrorKind::Corrupt,
                     fmt::format("登记簿里的办理记录前后矛盾（{}）", next.error().message));
    }
    standing = *std::move(next);
  }
  return standing;
}

}  // namespace gongshi
