// A tree head (c2sp.org/tlog-checkpoint): three lines, and a note once it is signed.
//
//   <origin>             the log's name, which its key bears too
//   <number of leaves>
//   <base 64 of the root>
//
// Lines after these three are allowed by the format and refused here: our log writes none.
#ifndef INTAKE_LOG_CHECKPOINT_H_
#define INTAKE_LOG_CHECKPOINT_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "generator/notice/digest.h"
#include "generator/notice/error.h"
#include "intake/log/note_key.h"

namespace gongshi {

struct Checkpoint {
  std::string origin;
  std::uint64_t leaves = 0;
  Sha256 root{};

  bool operator==(const Checkpoint&) const = default;
};

// The text that is signed.
std::string to_text(const Checkpoint& checkpoint);
// Invalid for anything that to_text() does not give.
Result<Checkpoint> parse_checkpoint(std::string_view text);

// The note as it is served and stored. Requires signer.verifier().name() == checkpoint.origin.
std::string sign_checkpoint(const Checkpoint& checkpoint, const NoteSigner& signer);
// Invalid unless the log with that key and that name has signed it.
Result<Checkpoint> open_checkpoint(std::string_view note, const NoteVerifier& log);

}  // namespace gongshi

#endif  // INTAKE_LOG_CHECKPOINT_H_
