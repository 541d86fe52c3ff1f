#include "intake/log/checkpoint.h"

#include <fmt/format.h>

#include <cassert>
#include <optional>

#include "intake/log/signed_note.h"
#include "intake/log/strict_lines.h"
#include "intake/seal/base64.h"

namespace gongshi {

std::string to_text(const Checkpoint& checkpoint) {
  return fmt::format("{}\n{}\n{}\n", checkpoint.origin, checkpoint.leaves,
                     to_base64(checkpoint.root));
}

Result<Checkpoint> parse_checkpoint(std::string_view text) {
  StrictLines lines(text);
  const std::string_view origin = lines.next().value_or("");
  const std::optional<std::uint64_t> leaves = parse_decimal(lines.next().value_or(""));
  const std::optional<Sha256> root = parse_hash(lines.next().value_or(""));
  if (!is_note_name(origin) || !leaves || !root || !lines.done()) {
    return failure(ErrorKind::Invalid,
                   "not a checkpoint: expected three lines, origin, number of leaves and root");
  }
  return Checkpoint{.origin = std::string(origin), .leaves = *leaves, .root = *root};
}

std::string sign_checkpoint(const Checkpoint& checkpoint, const NoteSigner& signer) {
  assert(signer.verifier().name() == checkpoint.origin);
  return sign_note(to_text(checkpoint), signer);
}

Result<Checkpoint> open_checkpoint(std::string_view note, const NoteVerifier& log) {
  return open_note(note, log)
      .and_then(parse_checkpoint)
      .and_then([&](const Checkpoint& opened) -> Result<Checkpoint> {
        if (opened.origin == log.name()) return opened;
        return failure(ErrorKind::Invalid, fmt::format("the checkpoint is of the log {}, not of {}",
                                                       opened.origin, log.name()));
      });
}

}  // namespace gongshi
