// What the texts of all keys of signed notes have in common. Inside log/ only.
#ifndef INTAKE_LOG_NOTE_KEY_TEXT_H_
#define INTAKE_LOG_NOTE_KEY_TEXT_H_

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "intake/log/note_key.h"

namespace gongshi {

// The algorithm byte of signed-note.
enum class NoteKeyType : char { Ed25519 = 1, Ed25519Cosignature = 4 };

// "name+id+base64", without the prefix of a secret key.
struct NoteKeyText {
  std::string_view name;
  std::string_view id;  // in hexadecimal
  std::array<unsigned char, 32> bytes{};
};

// Nothing for anything but a key of that type. Whether the id fits is not looked at.
std::optional<NoteKeyText> split_note_key(std::string_view text, NoteKeyType type);

std::string join_note_key(std::string_view name, const NoteKeyId& id, NoteKeyType type,
                          std::span<const unsigned char> bytes);

NoteKeyId note_key_id(std::string_view name, NoteKeyType type, const Ed25519PublicKey& key);

}  // namespace gongshi

#endif  // INTAKE_LOG_NOTE_KEY_TEXT_H_
