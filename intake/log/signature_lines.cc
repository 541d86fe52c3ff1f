#include "intake/log/signature_lines.h"

#include <algorithm>
#include <tuple>

#include "generator/notice/utf8.h"
#include "intake/log/signed_note.h"
#include "intake/log/strict_lines.h"
#include "intake/seal/base64.h"

namespace gongshi {
namespace {

constexpr std::string_view kLinePrefix = "\u2014 ";
constexpr std::size_t kIdBytes = std::tuple_size_v<NoteKeyId>;

std::optional<SignatureLine> parse_line(std::string_view line) {
  if (!line.starts_with(kLinePrefix)) return std::nullopt;
  line.remove_prefix(kLinePrefix.size());
  const std::size_t blank = line.find(' ');
  if (blank == std::string_view::npos) return std::nullopt;
  const std::optional<std::string> payload = from_base64(line.substr(blank + 1));
  if (!is_note_name(line.substr(0, blank))) return std::nullopt;
  if (!payload || payload->size() <= kIdBytes) return std::nullopt;
  SignatureLine parsed;
  parsed.name = line.substr(0, blank);
  std::ranges::transform(payload->substr(0, kIdBytes), parsed.id.begin(),
                         [](char c) { return static_cast<unsigned char>(c); });
  parsed.signature = payload->substr(kIdBytes);
  return parsed;
}

bool is_note_text(std::string_view text) {
  return text.size() <= kNoteBytesMax && !first_invalid_utf8(text) &&
         std::ranges::none_of(text, [](char c) { return '\0' <= c && c < ' ' && c != '\n'; });
}

}  // namespace

std::optional<std::vector<SignatureLine>> parse_signature_lines(std::string_view lines) {
  std::vector<SignatureLine> signatures;
  StrictLines rest(lines);
  while (!rest.done()) {
    const std::string_view from_here = rest.rest();
    const std::optional<std::string_view> line = rest.next();
    std::optional<SignatureLine> signature = parse_line(line.value_or(""));
    if (!signature || signatures.size() == kNoteSignaturesMax) return std::nullopt;
    signature->line = from_here.substr(0, line->size() + 1);
    signatures.push_back(*std::move(signature));
  }
  if (signatures.empty()) return std::nullopt;
  return signatures;
}

std::optional<NoteParts> split_note(std::string_view note) {
  const std::size_t last_empty_line = note.rfind("\n\n");
  if (!is_note_text(note) || last_empty_line == std::string_view::npos) return std::nullopt;
  return NoteParts{.text = note.substr(0, last_empty_line + 1),
                   .lines = note.substr(last_empty_line + 2)};
}

}  // namespace gongshi
