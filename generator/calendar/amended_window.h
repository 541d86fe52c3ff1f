// What becomes of a window that was published before its calendar changed: a later notice can take
// working days out of it. A published end never moves earlier (R5), so only one answer is possible.
#ifndef GENERATOR_CALENDAR_AMENDED_WINDOW_H_
#define GENERATOR_CALENDAR_AMENDED_WINDOW_H_

#include <optional>
#include <string>

#include "generator/calendar/calendar.h"
#include "generator/calendar/counting.h"

namespace gongshi {

// The end that readers could be told on `published_on`: counted with what was issued by then, or,
// if that could not be counted then, with what is issued now. The window must not close before it.
// The errors are closing_date()'s.
Result<Date> promised_end(const Calendar& calendar, Date opens, const CountingRule& rule,
                          Date published_on);

// An [[extension]] to write into the notice.
struct ExtensionProposal {
  Date closes;
  std::string reason;    // 国办发明电〔2020〕1号调整了放假安排
  std::string sentence;  // what changed, by how much, and the two lines to write
};

// Counts the window once as it could be counted on `published_on` and once with everything issued
// since, and proposes to extend it when it now ends after `published_end`, the end that readers
// were told (with the extensions so far). Nothing when the window is long enough, also when the
// change would shorten it; nothing when it could not be counted on that day, because then nobody
// was told an end that has changed since. The errors are closing_date()'s.
Result<std::optional<ExtensionProposal>> propose_extension(const Calendar& calendar, Date opens,
                                                           const CountingRule& rule,
                                                           Date published_on, Date published_end);

}  // namespace gongshi

#endif  // GENERATOR_CALENDAR_AMENDED_WINDOW_H_
