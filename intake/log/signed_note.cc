#include "intake/log/signed_note.h"

#include <fmt/format.h>

#include <cassert>
#include <optional>

#include "generator/notice/digest.h"
#include "intake/log/signature_lines.h"

namespace gongshi {
namespace {

tl::unexpected<Error> not_a_note() {
  return failure(ErrorKind::Invalid,
                 "not a signed note: expected a text, an empty line, and signature lines");
}

}  // namespace

std::string sign_note(std::string_view text, const NoteSigner& signer) {
  assert(text.ends_with('\n') && split_note(fmt::format("{}\n", text)));
  return fmt::format("{}\n{}", text, signer.signature_line(text));
}

Result<std::string> open_note(std::string_view note, const NoteVerifier& key) {
  const std::optional<NoteParts> parts = split_note(note);
  if (!parts) return not_a_note();
  const auto signatures = parse_signature_lines(parts->lines);
  if (!signatures && !parts->lines.empty()) return not_a_note();
  bool signed_by_key = false;
  if (signatures) {
    for (const SignatureLine& line : *signatures) {
      if (line.name != key.name() || line.id != key.id()) continue;
      if (!key.verify(parts->text, line.signature)) {
        return failure(
            ErrorKind::Invalid,
            fmt::format("the signature of {} does not fit the note: it was altered", key.name()));
      }
      signed_by_key = true;
    }
  }
  if (!signed_by_key) {
    return failure(ErrorKind::Invalid,
                   fmt::format("the note is not signed by {} (key {})", key.name(), hex(key.id())));
  }
  return std::string(parts->text);
}

}  // namespace gongshi
