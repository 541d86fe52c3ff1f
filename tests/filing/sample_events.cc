#include "tests/filing/sample_events.h"

#include <map>

namespace gongshi {

std::vector<HandlingStep> all_steps() {
  std::vector<HandlingStep> steps;
  for (int i = 0; i <= static_cast<int>(HandlingStep::Note); ++i) {
    steps.push_back(static_cast<HandlingStep>(i));
  }
  return steps;
}

ObjectionEvent sample_decision(Outcome outcome) {
  return {.kind = EventKind::Decided,
          .at = parse_instant("2017-06-26T10:00:00+08:00").value(),
          .actor = "经办甲",
          .outcome = outcome,
          .text = "理由"};
}

ObjectionEvent sample_event(HandlingStep step) {
  using enum HandlingStep;
  static const std::map<HandlingStep, EventKind> kKinds = {
      {Ask, EventKind::Asked},
      {Accept, EventKind::Accepted},
      {Refuse, EventKind::Decided},
      {Transfer, EventKind::Transferred},
      {Extend, EventKind::Extended},
      {Investigate, EventKind::InvestigationOpened},
      {Decide, EventKind::Decided},
      {Dispose, EventKind::Disposed},
      {Reply, EventKind::Replied},
      {Review, EventKind::ReviewOpened},
      {Continue, EventKind::Continued},
      {Join, EventKind::Joined},
      {Separate, EventKind::Separated},
      {Withdraw, EventKind::Decided},
      {Supplement, EventKind::Supplemented},
      {Recuse, EventKind::Recused},
      {Readmit, EventKind::Readmitted},
      {Paraphrase, EventKind::Paraphrased},
      {Redact, EventKind::Redacted},
      {Note, EventKind::Noted}};
  ObjectionEvent event = sample_decision(Outcome::Upheld);
  event.kind = kKinds.at(step);
  if (event.kind != EventKind::Decided) event.outcome.reset();
  if (step == Ask || step == Paraphrase) event.due = parse_date("2017-06-30").value();
  if (step == Refuse) event.outcome = Outcome::NotAccepted;
  if (step == Refuse) event.refusal = RefusalReason::OutOfScope;
  if (step == Withdraw) event.outcome = Outcome::Withdrawn;
  if (step == Dispose) event.measure = Measure::Corrected;
  if (step == Join) event.leader = kSampleLeader;
  if (step == Investigate || step == Extend) event.second_actor = "经办乙";
  if (step == Recuse || step == Readmit) event.second_actor = "经办丙";
  return event;
}

ObjectionEvent shared_event(HandlingStep step) {
  ObjectionEvent event = sample_event(step);
  event.leader = kSampleLeader;
  return event;
}

}  // namespace gongshi
