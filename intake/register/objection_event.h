// Something that was done about an objection, as the register keeps it: never changed, never
// removed. Which may follow which is filing/objection_state.h's business.
#ifndef INTAKE_REGISTER_OBJECTION_EVENT_H_
#define INTAKE_REGISTER_OBJECTION_EVENT_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/closing_record.h"
#include "generator/notice/digest.h"
#include "intake/register/evidence_files.h"

namespace gongshi {

// Supplemented is what the objector added; the others are the office's, but that an objector may
// withdraw, which is a decision too, and may ask for the review. The words are those of DOMAIN 2.3.
enum class EventKind {
  Decided,       // 结论, 不予受理 and the objector's withdrawal: with a leaf in the log
  Replied,       // 答复
  Supplemented,  // 补充
  Asked,         // 补正通知: what is missing, and until when
  Accepted,      // 受理
  Transferred,   // 转办: the fact and to whom, nothing else
  InvestigationOpened,  // 核查, by two people
  Extended,             // the time to conclude, with the head's approval
  Disposed,             // 处置: what becomes of the candidate or the notice
  ReviewOpened,         // 复核
  Continued,            // on the office's own motion, after the objector withdrew
  Joined,               // 并案: it is handled together with another one, which leads
  Separated,            // 分案: on its own again
  Recused,              // 回避: somebody with an interest is kept out
  Readmitted,           // that is over
  Paraphrased,          // 转述: what is told to the side that the objection is about
  Redacted,             // 遮盖副本: a copy of what the objector wrote, with less in it
  Noted                 // for the office alone
};

// Why an objection is not accepted (R19): a listed reason, never just "no".
enum class RefusalReason {
  WindowOver,
  OutOfScope,
  NoClue,
  Impersonation,
  VagueAnonymous,
  AlreadyConcluded
};

// What a finding leads to (处置).
enum class Measure { Maintained, Corrected, Disqualified, Deferred, Republished };

// decided | replied | supplemented | asked | accepted | transferred | investigation_opened |
// extended | disposed | review_opened | continued | joined | separated | recused | readmitted |
// paraphrased | redacted | noted
std::string_view to_text(EventKind kind);
// window_over | out_of_scope | no_clue | impersonation | vague_anonymous | already_concluded
std::string_view to_text(RefusalReason reason);
// maintained | corrected | disqualified | deferred | republished
std::string_view to_text(Measure measure);
std::optional<EventKind> parse_event_kind(std::string_view text);
std::optional<RefusalReason> parse_refusal_reason(std::string_view text);
std::optional<Measure> parse_measure(std::string_view text);

std::string_view chinese(RefusalReason reason);  // 超过公示期, 不属于异议范围 …
std::string_view chinese(Measure measure);  // 维持, 更正, 取消资格, 暂缓, 重新公示

// In the order in which a form offers them.
std::span<const RefusalReason> all_refusal_reasons();
std::span<const Measure> all_measures();

struct ObjectionEvent {
  EventKind kind = EventKind::Decided;
  Instant at;
  std::string actor;               // who did it
  std::optional<Outcome> outcome;  // of Decided
  std::string text;                // a reason, a reply, a note, a copy; of Transferred: to whom

  // Of Supplemented: FormId::digest() of the form that it came in with, and the files beside the
  // note, in their order. A form supplements an objection once.
  std::optional<Sha256> form_digest = {};
  std::vector<EvidenceFile> evidence = {};

  std::optional<RefusalReason> refusal = {};  // of Decided with NotAccepted, when it was given
  std::optional<Measure> measure = {};        // of Disposed
  // Of Asked: the last day; of Paraphrased: until when the other side may state its own.
  std::optional<Date> due = {};
  // Of InvestigationOpened: who investigates beside the actor; of Extended: who approved it; of
  // Recused and Readmitted: whom it is about, who may be the actor.
  std::string second_actor = {};
  // The number of the objection that leads (desk/grouping.h). Of Joined: the one that it joined;
  // of any other: the one at which this was done, for all that had joined it. Else empty.
  std::string leader = {};
};

}  // namespace gongshi

#endif  // INTAKE_REGISTER_OBJECTION_EVENT_H_
