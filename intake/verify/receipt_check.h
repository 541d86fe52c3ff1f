// Checks what an objector holds, without the office, its register or its site: only the log's key
// has to come from somewhere that can be trusted (a gazette, the notice board).
#ifndef INTAKE_VERIFY_RECEIPT_CHECK_H_
#define INTAKE_VERIFY_RECEIPT_CHECK_H_

#include <optional>
#include <string>
#include <string_view>

#include "generator/notice/digest.h"
#include "intake/log/note_key.h"
#include "intake/verify/verdict.h"

namespace gongshi {

// The two that stay with the objector; whoever has both can tell what was objected.
struct OpenedRecord {
  std::string record;
  Sha256 opening{};
};

// The 64 hexadecimal digits of an opening, blanks around them allowed.
std::optional<Sha256> parse_opening(std::string_view text);

// `proof` is the text of a .tlog-proof file. Without the record, the verdict is on the proof alone
// and says so.
Verdict check_receipt(std::string_view proof, const NoteVerifier& log,
                      const std::optional<OpenedRecord>& opened);

}  // namespace gongshi

#endif  // INTAKE_VERIFY_RECEIPT_CHECK_H_
