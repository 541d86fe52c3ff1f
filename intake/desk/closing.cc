#include "intake/desk/closing.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

#include "generator/notice/person_name.h"
#include "generator/notice/utf8.h"
#include "intake/desk/office_text.h"

namespace gongshi {
namespace {

using Sentences = std::vector<std::string>;

void add_notice_state(const ManifestNotice& notice, Sentences& blockers) {
  switch (notice.state) {
    case NoticeState::Published:
      return;
    case NoticeState::Suspended:
      blockers.emplace_back("公示已中止；恢复公示并期满后才能办结");
      return;
    case NoticeState::Withdrawn:
      blockers.emplace_back("公示已撤回，不再办结；结果以后续公示为准");
      return;
    case NoticeState::Closed:
      blockers.emplace_back(
          "网站上的公示已标为办结，但这个登记簿里没有办结记录；请核对 --data 是否指向受理这次公示"
          "的登记簿");
      return;
  }
}

void add_window(const ManifestNotice& notice, Instant at, Sentences& blockers) {
  if (notice.closes_at <= at) return;
  blockers.push_back(fmt::format("公示期尚未届满：到{}截止", chinese_last_moment(notice.closes)));
}

// What is missing to conclude an objection, after its number; empty for one that is concluded.
std::string_view what_is_open(ObjectionState state) {
  switch (state) {
    case ObjectionState::Open:
      return "还没有结论";
    case ObjectionState::AwaitingSupplement:
      return "在等异议人补正，还没有结论";
    case ObjectionState::Accepted:
      return "已受理，还没有结论";
    case ObjectionState::Transferred:
      return "已转办，还没有结论";
    case ObjectionState::Investigating:
      return "正在核查，还没有结论";
    case ObjectionState::Reviewing:
      return "正在复核，还没有结论";
    case ObjectionState::AwaitingReply:
      return "是实名提出的，已作结论但还没有答复";
    case ObjectionState::Concluded:
      return "";
  }
  return "";
}

void add_open_objections(const std::vector<CaseFile>& cases, Sentences& blockers) {
  for (const CaseFile& file : cases) {
    const std::string_view open = what_is_open(file.state());
    if (!open.empty()) blockers.push_back(fmt::format("异议 {} {}", file.objection.number, open));
  }
}

// An outcome after which it no longer goes without saying that the candidate stays.
bool asks_for_disposition(Outcome outcome) {
  switch (outcome) {
    case Outcome::Upheld:
    case Outcome::PartlyUpheld:
    case Outcome::Transferred:
      return true;
    case Outcome::Unfounded:
    case Outcome::Unverifiable:
    case Outcome::NotAccepted:
    case Outcome::Withdrawn:
      return false;
  }
  return true;
}

bool is_about(const CaseFile& file, const CandidateId& candidate) {
  return file.objection.filed.candidate.empty() || file.objection.filed.candidate == candidate;
}

// What a measure makes of the candidate whom it is about. Who is published anew leaves this notice
// and gets another window (R23).
Disposition disposition_of(Measure measure) {
  switch (measure) {
    case Measure::Maintained:
      return Disposition::Confirmed;
    case Measure::Corrected:
      return Disposition::Corrected;
    case Measure::Disqualified:
      return Disposition::Cancelled;
    case Measure::Deferred:
    case Measure::Republished:
      return Disposition::Deferred;
  }
  return Disposition::Deferred;
}

// How far a disposition is from passing the candidate as published.
int severity(Disposition disposition) {
  switch (disposition) {
    case Disposition::Confirmed:
      return 0;
    case Disposition::Corrected:
      return 1;
    case Disposition::Deferred:
      return 2;
    case Disposition::Cancelled:
      return 3;
  }
  return 0;
}

// A measure settles what becomes of the one candidate whom the objection is about. About the whole
// notice it settles nobody's, unless it leaves everything as it is.
bool is_settled(const CaseFile& file) {
  const std::optional<Measure> measure = file.standing.measure;
  return measure && (!file.objection.filed.candidate.empty() || *measure == Measure::Maintained);
}

// The objection whose measure weighs most for the candidate, or null when none says.
const CaseFile* heaviest_about(const CandidateId& candidate, const std::vector<CaseFile>& cases) {
  const CaseFile* heaviest = nullptr;
  const auto weight = [](const CaseFile& file) {
    return severity(disposition_of(*file.standing.measure));
  };
  for (const CaseFile& file : cases) {
    if (!is_about(file, candidate) || !is_settled(file)) continue;
    if (heaviest == nullptr || weight(*heaviest) < weight(file)) heaviest = &file;
  }
  return heaviest;
}

// The first objection that leaves it open what becomes of the candidate, or null.
const CaseFile* doubt_about(const CandidateId& candidate, const std::vector<CaseFile>& cases) {
  const auto it = std::ranges::find_if(cases, [&candidate](const CaseFile& file) {
    const std::optional<Outcome> outcome = file.outcome();
    return outcome && asks_for_disposition(*outcome) && is_about(file, candidate) &&
           !is_settled(file);
  });
  return it == cases.end() ? nullptr : &*it;
}

void add_unsaid_dispositions(const ManifestNotice& notice, const std::vector<CaseFile>& cases,
                             const ClosingProposal& proposal, Sentences& blockers) {
  for (const ManifestCandidate& candidate : notice.candidates) {
    if (proposal.dispositions.contains(candidate.id)) continue;
    const CaseFile* doubt = doubt_about(candidate.id, cases);
    if (doubt == nullptr) continue;
    blockers.push_back(fmt::format(
        "异议 {} 的结论是“{}”，请写明{}（{}）怎样处理：通过、更正后通过、取消或暂缓",
        doubt->objection.number, chinese_outcome(*doubt), candidate.name, candidate.id.text()));
  }
}

// What was told to an objector is not made milder when the notice is closed.
void add_milder_dispositions(const ManifestNotice& notice, const std::vector<CaseFile>& cases,
                             const ClosingProposal& proposal, Sentences& blockers) {
  for (const ManifestCandidate& candidate : notice.candidates) {
    const auto said = proposal.dispositions.find(candidate.id);
    const CaseFile* heaviest = heaviest_about(candidate.id, cases);
    if (said == proposal.dispositions.end() || heaviest == nullptr) continue;
    const Measure measure = *heaviest->standing.measure;
    if (severity(disposition_of(measure)) <= severity(said->second)) continue;
    blockers.push_back(fmt::format("异议 {} 已处置为“{}”，{}不能写“{}”", heaviest->objection.number,
                                   chinese(measure), candidate.name, chinese(said->second)));
  }
}

void add_strangers(const ManifestNotice& notice, const ClosingProposal& proposal,
                   Sentences& blockers) {
  for (const auto& [candidate, disposition] : proposal.dispositions) {
    if (notice.find(candidate) != nullptr) continue;
    blockers.push_back(
        fmt::format("公示名单里没有候选对象“{}”，不能写它的处理结果", candidate.text()));
  }
}

void add_signers(const ClosingProposal& proposal, Sentences& blockers) {
  const auto handler = require_actor(proposal.handler, "经办人");
  const auto approver = require_actor(proposal.approver, "审批人");
  if (!handler) blockers.push_back(handler.error().message);
  if (!approver) blockers.push_back(approver.error().message);
  const std::string_view name = trim_blanks(proposal.handler);
  if (handler && is_same_person(name, proposal.approver)) {
    blockers.push_back(fmt::format("经办人和审批人都是{}；办结须由另一人审批", name));
  }
}

void add_recused(const std::vector<CaseFile>& cases, std::string_view role, std::string_view person,
                 Sentences& blockers) {
  const std::vector<std::string> numbers = recused_from(cases, person);
  if (numbers.empty()) return;
  blockers.push_back(
      fmt::format("{}{}已回避异议 {}，不能办结含这些异议的公示（信访工作条例第二十八条）；请换人",
                  role, trim_blanks(person), fmt::join(numbers, "、")));
}

template <class Key>
std::vector<Count<Key>> counts(const std::map<Key, int>& numbers) {
  std::vector<Count<Key>> result;
  result.reserve(numbers.size());
  for (const auto& [key, number] : numbers) result.push_back({.key = key, .number = number});
  return result;
}

void add_counts(const std::vector<CaseFile>& cases, ClosingRecord& record) {
  std::map<Medium, int> by_medium;
  std::map<Outcome, int> by_outcome;
  for (const CaseFile& file : cases) {
    ++by_medium[file.objection.filed.medium];
    if (const auto outcome = file.outcome()) ++by_outcome[*outcome];
    ++(file.objection.filed.named ? record.named : record.anonymous);
    record.leaf_indices.push_back(file.objection.leaf_index);
  }
  record.objections = record.named + record.anonymous;
  record.by_medium = counts(by_medium);
  record.by_outcome = counts(by_outcome);
  std::ranges::sort(record.leaf_indices);
}

Disposition disposition_for(const CandidateId& candidate, const std::vector<CaseFile>& cases,
                            const ClosingProposal& proposal) {
  const auto said = proposal.dispositions.find(candidate);
  if (said != proposal.dispositions.end()) return said->second;
  const CaseFile* heaviest = heaviest_about(candidate, cases);
  if (heaviest == nullptr) return Disposition::Confirmed;
  return disposition_of(*heaviest->standing.measure);
}

std::vector<CandidateResult> results(const ManifestNotice& notice,
                                     const std::vector<CaseFile>& cases,
                                     const ClosingProposal& proposal) {
  std::vector<CandidateResult> all;
  all.reserve(notice.candidates.size());
  for (const ManifestCandidate& candidate : notice.candidates) {
    all.push_back(
        {.candidate = candidate.id, .disposition = disposition_for(candidate.id, cases, proposal)});
  }
  return all;
}

}  // namespace

std::vector<std::string> what_blocks_closing(const ManifestNotice& notice,
                                             const std::vector<CaseFile>& cases,
                                             const ClosingProposal& proposal) {
  Sentences blockers;
  add_notice_state(notice, blockers);
  add_window(notice, proposal.at, blockers);
  add_open_objections(cases, blockers);
  add_unsaid_dispositions(notice, cases, proposal, blockers);
  add_milder_dispositions(notice, cases, proposal, blockers);
  add_strangers(notice, proposal, blockers);
  add_signers(proposal, blockers);
  add_recused(cases, "经办人", proposal.handler, blockers);
  add_recused(cases, "审批人", proposal.approver, blockers);
  return blockers;
}

ClosingRecord make_closing_record(const ManifestNotice& notice, const std::vector<CaseFile>& cases,
                                  const ClosingProposal& proposal, std::string checkpoint) {
  assert(what_blocks_closing(notice, cases, proposal).empty());
  ClosingRecord record;
  record.notice = notice.id;
  record.opens = notice.opens;
  record.closes = notice.closes;
  record.working_days = static_cast<int>(notice.working_days.size());
  record.calendar = notice.calendar;
  add_counts(cases, record);
  record.results = results(notice, cases, proposal);
  record.page_sha256 = notice.page_sha256;
  record.checkpoint = std::move(checkpoint);
  record.handler = trim_blanks(proposal.handler);
  record.approver = trim_blanks(proposal.approver);
  record.closed_at = proposal.at;
  return record;
}

}  // namespace gongshi
