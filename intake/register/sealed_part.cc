#include "intake/register/sealed_part.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <initializer_list>
#include <span>

namespace gongshi {
namespace {

// Inside the seal: fields, each its length as eight bytes, highest first, and then its bytes. Text,
// opening or nothing, and six for each file.
constexpr std::size_t kLengthBytes = 8;

std::string_view bytes_of(std::span<const unsigned char> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

void add_fields(std::initializer_list<std::string_view> fields, std::string& packed) {
  for (const std::string_view field : fields) {
    for (std::size_t i = kLengthBytes; i-- > 0;) {
      packed += static_cast<char>(field.size() >> (8 * i) & 0xFFU);
    }
    packed += field;
  }
}

// Nothing when the lengths do not come out even.
std::optional<std::vector<std::string_view>> split_fields(std::string_view packed) {
  std::vector<std::string_view> fields;
  while (!packed.empty()) {
    if (packed.size() < kLengthBytes) return std::nullopt;
    std::uint64_t length = 0;
    for (const char byte : packed.substr(0, kLengthBytes)) {
      length = length << 8U | static_cast<unsigned char>(byte);
    }
    packed.remove_prefix(kLengthBytes);
    if (packed.size() < length) return std::nullopt;
    fields.push_back(packed.substr(0, length));
    packed.remove_prefix(length);
  }
  return fields;
}

std::optional<Sha256> read_hash(std::string_view field) {
  Sha256 hash{};
  if (field.size() != hash.size()) return std::nullopt;
  std::copy(field.begin(), field.end(), hash.begin());
  return hash;
}

constexpr std::size_t kFieldsOfFile = 6;

std::optional<EvidenceFile> read_file(std::span<const std::string_view> fields) {
  const auto key = read_hash(fields[1]);
  const auto sha256 = read_hash(fields[5]);
  std::uint64_t size = 0;
  const std::string_view digits = fields[4];
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), size);
  if (!key || !sha256 || parsed.ec != std::errc{}) return std::nullopt;
  return EvidenceFile{.id = std::string(fields[0]),
                      .key = *key,
                      .name = std::string(fields[2]),
                      .type = std::string(fields[3]),
                      .size = size,
                      .sha256 = *sha256};
}

std::optional<ObjectionPart> unpack(std::string_view packed) {
  const auto fields = split_fields(packed);
  if (!fields || fields->size() < 2 || (fields->size() - 2) % kFieldsOfFile != 0) {
    return std::nullopt;
  }
  ObjectionPart part{.text = std::string((*fields)[0]), .opening = read_hash((*fields)[1])};
  if (!part.opening && !(*fields)[1].empty()) return std::nullopt;
  for (auto rest = std::span(*fields).subspan(2); !rest.empty();
       rest = rest.subspan(kFieldsOfFile)) {
    auto file = read_file(rest.first(kFieldsOfFile));
    if (!file) return std::nullopt;
    part.evidence.push_back(*std::move(file));
  }
  return part;
}

}  // namespace

std::string seal_part(const DataKey& key, std::uint64_t number, const ObjectionPart& part) {
  std::string packed;
  add_fields({part.text, part.opening ? bytes_of(*part.opening) : ""}, packed);
  for (const EvidenceFile& file : part.evidence) {
    add_fields({file.id, bytes_of(file.key), file.name, file.type, fmt::to_string(file.size),
                bytes_of(file.sha256)},
               packed);
  }
  return seal_text(key.stream_key(number), packed);
}

Result<ObjectionPart> open_part(const DataKey& key, std::uint64_t number, std::string_view sealed) {
  const Result<std::string> packed = open_text(key.stream_key(number), sealed);
  std::optional<ObjectionPart> part = packed ? unpack(*packed) : std::nullopt;
  if (part) return *std::move(part);
  return failure(ErrorKind::Corrupt,
                 "a sealed text of the register was changed after it was stored: restore it from a "
                 "backup");
}

}  // namespace gongshi
