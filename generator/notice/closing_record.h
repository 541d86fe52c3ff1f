// What the office attests when a period is over (公示情况): DESIGN 11, DOMAIN 2.4.
// The desk writes it as closing.toml beside notice.md; the generator reads it from there.
#ifndef GENERATOR_NOTICE_CLOSING_RECORD_H_
#define GENERATOR_NOTICE_CLOSING_RECORD_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/identifier.h"

namespace gongshi {

// Where an objection came in. The first five are registered by the desk, the last by the daemon.
enum class Medium { Letter, Phone, Fax, Email, Visit, Online };

// What became of an objection. NotAccepted is 不予受理; Withdrawn by the objector.
enum class Outcome {
  Unfounded,
  Upheld,
  PartlyUpheld,
  Unverifiable,
  NotAccepted,
  Transferred,
  Withdrawn
};

// What becomes of a candidate after the period.
enum class Disposition { Confirmed, Corrected, Cancelled, Deferred };

std::string_view to_text(Medium medium);       // letter | phone | fax | email | visit | online
std::string_view to_text(Outcome outcome);     // unfounded | upheld | partly_upheld | …
std::string_view to_text(Disposition result);  // confirmed | corrected | cancelled | deferred
std::optional<Medium> parse_medium(std::string_view text);
std::optional<Outcome> parse_outcome(std::string_view text);
std::optional<Disposition> parse_disposition(std::string_view text);

std::string_view chinese(Medium medium);  // 书面信函, 电话, 传真, 电子邮件, 来访, 网络
std::string_view chinese(
    Outcome outcome);  // 不属实, 属实, 部分属实, 无法核实, 不予受理, 转办, 撤回
std::string_view chinese(Disposition result);  // 通过, 更正后通过, 取消, 暂缓

// "outcome = unfounded: 3" and the like; names unique, counts above zero, in the enum's order.
template <class Key>
struct Count {
  Key key;
  int number = 0;
};

struct CandidateResult {
  CandidateId candidate;
  Disposition disposition = Disposition::Confirmed;
};

struct ClosingRecord {
  NoticeId notice;
  Date opens;  // the window actually served …
  Date closes;
  int working_days = 0;
  CalendarId calendar;
  int objections = 0;  // registered in all; the counts below each add up to it
  std::vector<Count<Medium>> by_medium;
  std::vector<Count<Outcome>> by_outcome;
  int named = 0;  // named + anonymous = objections
  int anonymous = 0;
  std::vector<CandidateResult> results;     // one for each candidate of the notice, in its order
  std::vector<std::uint64_t> leaf_indices;  // of the `filed` leaves in the public log, ascending
  std::string page_sha256;                  // of the notice page as it stood while the window ran
  std::string checkpoint;  // the log's signed head at closing, verbatim; several lines
  std::string handler;     // who proposed the closing
  std::string approver;    // who approved it: another person
  Instant closed_at;
};

// The sentence that is true (DOMAIN 2.4, R22). "公示无异议" never stands in it while an objection
// was upheld, in whole or in part, or could not be verified.
std::string standard_sentence(const ClosingRecord& record);

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_CLOSING_RECORD_H_
