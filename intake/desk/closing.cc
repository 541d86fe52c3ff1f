#include "intake/desk/closing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <optional>
#include <utility>

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

void add_open_objections(const std::vector<CaseFile>& cases, Sentences& blockers) {
  for (const CaseFile& file : cases) {
    switch (file.state) {
      case ObjectionState::Open:
        blockers.push_back(fmt::format("异议 {} 还没有结论", file.objection.number));
        break;
      case ObjectionState::AwaitingReply:
        blockers.push_back(
            fmt::format("异议 {} 是实名提出的，已作结论但还没有答复", file.objection.number));
        break;
      case ObjectionState::Concluded:
        break;
    }
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

// The first objection that leaves it open what becomes of the candidate, or null.
const CaseFile* doubt_about(const CandidateId& candidate, const std::vector<CaseFile>& cases) {
  const auto it = std::ranges::find_if(cases, [&candidate](const CaseFile& file) {
    const std::optional<Outcome> outcome = file.outcome();
    return outcome && asks_for_disposition(*outcome) && is_about(file, candidate);
  });
  return it == cases.end() ? nullptr : &*it;
}

void add_unsaid_dispositions(const ManifestNotice& notice, const std::vector<CaseFile>& cases,
                             const ClosingProposal& proposal, Sentences& blockers) {
  for (const ManifestCandidate& candidate : notice.candidates) {
    if (proposal.dispositions.contains(candidate.id)) continue;
    const CaseFile* doubt = doubt_about(candidate.id, cases);
    if (doubt == nullptr) continue;
    blockers.push_back(fmt::format("异议 {} 的结论是“{}”，请用 --disposition {}=… 写明{}怎样处理",
                                   doubt->objection.number, chinese_outcome(*doubt),
                                   candidate.id.text(), candidate.name));
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
  if (handler && name == trim_blanks(proposal.approver)) {
    blockers.push_back(fmt::format("经办人和审批人都是{}；办结须由另一人审批", name));
  }
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

std::vector<CandidateResult> results(const ManifestNotice& notice,
                                     const std::map<CandidateId, Disposition>& said) {
  std::vector<CandidateResult> all;
  all.reserve(notice.candidates.size());
  for (const ManifestCandidate& candidate : notice.candidates) {
    const auto it = said.find(candidate.id);
    all.push_back({.candidate = candidate.id,
                   .disposition = it == said.end() ? Disposition::Confirmed : it->second});
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
  add_strangers(notice, proposal, blockers);
  add_signers(proposal, blockers);
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
  record.results = results(notice, proposal.dispositions);
  record.page_sha256 = notice.page_sha256;
  record.checkpoint = std::move(checkpoint);
  record.handler = trim_blanks(proposal.handler);
  record.approver = trim_blanks(proposal.approver);
  record.closed_at = proposal.at;
  return record;
}

}  // namespace gongshi
