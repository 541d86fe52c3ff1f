#include "intake/log/signed_note.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <optional>

#include "generator/notice/utf8.h"
#include "intake/log/strict_lines.h"
#include "intake/seal/base64.h"

namespace gongshi {
namespace {

constexpr std::string_view kLinePrefix = "\u2014 ";

struct SignatureLine {
  std::string_view name;
  std::string payload;  // key id, then the signature

  bool is_of(const NoteVerifier& key) const {
    return name == key.name() &&
           std::equal(key.id().begin(), key.id().end(), payload.begin(),
                      [](unsigned char a, char b) { return a == static_cast<unsigned char>(b); });
  }
};

std::optional<SignatureLine> parse_line(std::string_view line) {
  if (!line.starts_with(kLinePrefix)) return std::nullopt;
  line.remove_prefix(kLinePrefix.size());
  const std::size_t blank = line.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  std::optional<std::string> payload = from_base64(line.substr(blank + 1));
  if (!is_note_name(line.substr(0, blank))) return std::nullopt;
  if (!payload || payload->size() <= std::tuple_size_v<NoteKeyId>) return std::nullopt;
  return SignatureLine{.name = line.substr(0, blank), .payload = *std::move(payload)};
}

bool is_note_text(std::string_view text) {
  return text.size() <= kNoteBytesMax && !first_invalid_utf8(text) &&
         std::ranges::none_of(text, [](char c) { return '\0' <= c && c < ' ' && c != '\n'; });
}

tl::unexpected<Error> not_a_note() {
  return failure(ErrorKind::Invalid,
                 "not a signed note: expected a text, an empty line, and signature lines");
}

}  // namespace

std::string sign_note(std::string_view text, const NoteSigner& signer) {
  assert(text.ends_with('\n') && is_note_text(text));
  return fmt::format("{}\n{}", text, signer.signature_line(text));
}

Result<std::string> open_note(std::string_view note, const NoteVerifier& key) {
  const std::size_t last_empty_line = note.rfind("\n\n");
  if (!is_note_text(note) || last_empty_line == std::string_view::npos) return not_a_note();
  const std::string_view text = note.substr(0, last_empty_line + 1);

  bool signed_by_key = false;
  std::size_t count = 0;
  StrictLines lines(note.substr(last_empty_line + 2));
  while (!lines.done()) {
    const std::optional<SignatureLine> signature = parse_line(lines.next().value_or(""));
    if (!signature || ++count > kNoteSignaturesMax) return not_a_note();
    if (!signature->is_of(key)) continue;
    const std::string_view bytes(signature->payload);
    if (!key.verify(text, bytes.substr(std::tuple_size_v<NoteKeyId>))) {
      return failure(
          ErrorKind::Invalid,
          fmt::format("the signature of {} does not fit the note: it was altered", key.name()));
    }
    signed_by_key = true;
  }
  if (!signed_by_key) {
    return failure(ErrorKind::Invalid,
                   fmt::format("the note is not signed by {} (key {})", key.name(), hex(key.id())));
  }
  return std::string(text);
}

}  // namespace gongshi
