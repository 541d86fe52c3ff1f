#include "generator/check/trail.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "generator/check/rules.h"

namespace gongshi {
namespace {

// What the notices of one step found about one candidate.
struct Finding {
  const Notice* cancelled = nullptr;  // the notice that cancelled or removed him
  const Notice* decided = nullptr;    // the last one whose closing record has a result for him
  Disposition disposition = Disposition::Confirmed;  // that result
};

bool removes(const Notice& notice, const CandidateId& candidate) {
  return std::ranges::any_of(notice.corrections, [&](const Correction& correction) {
    return correction.kind == CorrectionKind::Removal &&
           std::ranges::find(correction.candidates, candidate) != correction.candidates.end();
  });
}

class TrailChecker {
 public:
  TrailChecker(const Course& course, Diagnostics& problems) : course_(course), problems_(problems) {
    for (const Notice* notice : course.notices()) collect(*notice);
  }

  void check() {
    for (const Notice* notice : course_.notices()) {
      for (const CandidateId& id : notice->candidates) {
        const Candidate* candidate = course_.find(id);
        if (candidate != nullptr) check_candidate(*notice, *candidate);
      }
    }
  }

 private:
  void collect(const Notice& notice) {
    for (const Correction& correction : notice.corrections) {
      if (correction.kind != CorrectionKind::Removal) continue;
      for (const CandidateId& id : correction.candidates) finding(notice, id).cancelled = &notice;
    }
    if (!notice.closing) return;
    for (const CandidateResult& result : notice.closing->results) {
      add_result(notice, result, finding(notice, result.candidate));
    }
  }

  static void add_result(const Notice& notice, const CandidateResult& result, Finding& finding) {
    if (result.disposition == Disposition::Cancelled) finding.cancelled = &notice;
    const bool is_later = finding.decided == nullptr ||
                          finding.decided->closing->closed_at <= notice.closing->closed_at;
    if (!is_later) return;
    finding.decided = &notice;
    finding.disposition = result.disposition;
  }

  Finding& finding(const Notice& notice, const CandidateId& candidate) {
    return findings_[{notice.step, candidate}];
  }

  void check_candidate(const Notice& notice, const Candidate& candidate) {
    for (const Step& step : course_.steps_before(notice)) {
      check_listed(notice, candidate, step);
      const auto found = findings_.find({step.id, candidate.id});
      if (found != findings_.end() && is_out(notice, candidate, step, found->second)) return;
    }
    if (candidate.candidacy != Candidacy::Cancelled || notice.closing) return;
    if (removes(notice, candidate.id)) return;
    report(notice, "candidate-was-cancelled",
           fmt::format("“{}”在 candidates.csv 里已经取消（cancelled）；请从 candidates 里删去，"
                       "公示之后才取消的，写 kind = \"removal\" 的 [[correction]]",
                       candidate.name));
  }

  void check_listed(const Notice& notice, const Candidate& candidate, const Step& step) {
    if (course_.notices_of(step).empty() || step.held_elsewhere) return;
    if (course_.lists(step, candidate.id) || course_.skips(candidate.id, step)) return;
    report(notice, "candidate-not-in-earlier-step",
           fmt::format("“{}”没有经过前面的“{}”；请从 candidates 里删去，先在前一步公示，"
                       "或在该步骤的 skipped_by 写上推荐单位",
                       candidate.name, step.title));
  }

  // True, and a problem, when the finding of an earlier step keeps the candidate out.
  bool is_out(const Notice& notice, const Candidate& candidate, const Step& step,
              const Finding& finding) {
    if (finding.cancelled != nullptr) {
      report(notice, "candidate-was-cancelled",
             fmt::format("“{}”已在“{}”中取消（公示“{}”），不能再公示；请从 candidates 里删去",
                         candidate.name, step.title, finding.cancelled->id.text()));
      return true;
    }
    const bool waits = finding.disposition == Disposition::Deferred && !course_.campaign().sever;
    if (!waits) return false;
    report(notice, "candidate-was-cancelled",
           fmt::format("“{}”在“{}”中暂缓（公示“{}”），还没有结论；请从 candidates 里删去，"
                       "有结论后另行公示",
                       candidate.name, step.title, finding.decided->id.text()));
    return true;
  }

  void report(const Notice& notice, std::string_view code, std::string message) {
    report_rule(problems_, notice.place_of("candidates"), code, std::move(message));
  }

  const Course& course_;
  Diagnostics& problems_;
  std::map<std::pair<StepId, CandidateId>, Finding> findings_;
};

}  // namespace

void check_trail(std::span<const Course> courses, Diagnostics& problems) {
  for (const Course& course : courses) TrailChecker(course, problems).check();
}

}  // namespace gongshi
