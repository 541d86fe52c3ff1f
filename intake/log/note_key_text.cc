#include "intake/log/note_key_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/notice/digest.h"
#include "intake/seal/base64.h"

namespace gongshi {
namespace {

template <class Bytes>
std::string_view view(const Bytes& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace

// The name has no '+', base 64 may have some: so the first two divide.
std::optional<NoteKeyText> split_note_key(std::string_view text, NoteKeyType type) {
  const std::size_t first = text.find('+');
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = text.find('+', first + 1);
  if (second == std::string_view::npos) return std::nullopt;

  NoteKeyText parts;
  parts.name = text.substr(0, first);
  parts.id = text.substr(first + 1, second - first - 1);
  const std::optional<std::string> payload = from_base64(text.substr(second + 1));
  if (!is_note_name(parts.name) || !payload) return std::nullopt;
  const bool fits =
      payload->size() == 1 + parts.bytes.size() && payload->front() == static_cast<char>(type);
  if (!fits) return std::nullopt;
  std::copy(payload->begin() + 1, payload->end(), parts.bytes.begin());
  return parts;
}

std::string join_note_key(std::string_view name, const NoteKeyId& id, NoteKeyType type,
                          std::span<const unsigned char> bytes) {
  std::string payload(1, static_cast<char>(type));
  payload += view(bytes);
  return fmt::format("{}+{}+{}", name, hex(id), to_base64(payload));
}

NoteKeyId note_key_id(std::string_view name, NoteKeyType type, const Ed25519PublicKey& key) {
  const char byte = static_cast<char>(type);
  const Sha256 digest =
      sha256(std::array{name, std::string_view("\n"), std::string_view(&byte, 1), view(key)});
  NoteKeyId id{};
  std::copy_n(digest.begin(), id.size(), id.begin());
  return id;
}

}  // namespace gongshi
