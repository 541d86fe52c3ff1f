// Closing a notice (办结), the part with a disk: the closing goes into the register first, whose
// log commits to it, then as closing.toml beside notice.md. A crash between the two is mended by
// closing again: the register's text stands, whatever is proposed the second time.
#ifndef INTAKE_DESK_CLOSE_NOTICE_H_
#define INTAKE_DESK_CLOSE_NOTICE_H_

#include <filesystem>
#include <string>
#include <vector>

#include "generator/notice/error.h"
#include "generator/notice/manifest.h"
#include "intake/desk/closing.h"
#include "intake/register/register.h"

namespace gongshi {

enum class Closing {
  Blocked,   // nothing was changed; `blockers` says why
  Done,      // the register and the file have it now
  Completed  // the register had it before; the file is there now
};

struct ClosingResult {
  Closing closing = Closing::Blocked;
  std::vector<std::string> blockers;  // of Blocked, at least one
  std::filesystem::path file;         // closing.toml
};

// `content` is the content folder. NotFound when the notice's folder is not in it, before anything
// is written; Conflict when a closing.toml stands there that the register does not have, or that
// differs from what the register has: a person must look, so it is never overwritten. Else what
// the register or the disk says.
Result<ClosingResult> close_notice(Register& reg, const ManifestNotice& notice,
                                   const std::filesystem::path& content,
                                   const ClosingProposal& proposal);

}  // namespace gongshi

#endif  // INTAKE_DESK_CLOSE_NOTICE_H_
