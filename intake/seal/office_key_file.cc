#include "intake/seal/office_key_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "intake/seal/labelled_lines.h"
#include "intake/seal/random_bytes.h"
#include "intake/seal/sodium.h"

namespace gongshi {
namespace {

constexpr std::string_view kFirstLine = "gongshi office key v1";
constexpr std::string_view kKdf = "argon2id13";
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kSealedBytes =
    kNonceBytes + std::tuple_size_v<OfficeKey::Secret> + crypto_aead_xchacha20poly1305_ietf_ABYTES;

using Salt = std::array<unsigned char, crypto_pwhash_SALTBYTES>;
using FileKey = std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES>;
using Sealed = std::array<unsigned char, kSealedBytes>;

struct KeyFile {
  OfficePublicKey open;
  PassphraseCost cost;
  Salt salt{};
  Sealed sealed{};
};

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

// All lines but the last.
std::string header_of(const KeyFile& file) {
  return fmt::format("{}\nid: {}\npublic: {}\nkdf: {} {} {} {}\n", kFirstLine, file.open.id(),
                     to_base64(file.open.bytes), kKdf, file.cost.passes, file.cost.memory_bytes,
                     to_base64(file.salt));
}

std::string text_of(const KeyFile& file) {
  return fmt::format("{}secret: {}\n", header_of(file), to_base64(file.sealed));
}

std::string_view take_word(std::string_view& line) {
  const std::string_view word = line.substr(0, line.find(' '));
  line.remove_prefix(std::min(line.size(), word.size() + 1));
  return word;
}

template <class Number>
std::optional<Number> parse_number(std::string_view word) {
  Number number = 0;
  const auto parsed = std::from_chars(word.data(), word.data() + word.size(), number);
  const bool whole = parsed.ec == std::errc{} && parsed.ptr == word.data() + word.size();
  return whole ? std::optional(number) : std::nullopt;
}

std::optional<PassphraseCost> read_cost(std::string_view& line) {
  const auto passes = parse_number<unsigned>(take_word(line));
  const auto memory = parse_number<std::size_t>(take_word(line));
  const bool bearable = passes && memory && crypto_pwhash_OPSLIMIT_MIN <= *passes &&
                        *passes <= kPassphrasePassesMax && crypto_pwhash_MEMLIMIT_MIN <= *memory &&
                        *memory <= kPassphraseMemoryMax;
  if (!bearable) return std::nullopt;
  return PassphraseCost{.passes = *passes, .memory_bytes = *memory};
}

Result<KeyFile> read(std::string_view text) {
  LabelledLines lines(text);
  const bool begins = lines.take_line(kFirstLine);
  lines.take("id");
  const auto open = read_bytes<32>(lines.take("public"));
  std::string_view kdf = lines.take("kdf");
  const bool known = take_word(kdf) == kKdf;
  const auto cost = read_cost(kdf);
  const auto salt = read_bytes<std::tuple_size_v<Salt>>(kdf);
  const auto sealed = read_bytes<kSealedBytes>(lines.take("secret"));
  if (begins && known && open && cost && salt && sealed) {
    const KeyFile file{.open = {*open}, .cost = *cost, .salt = *salt, .sealed = *sealed};
    if (text_of(file) == text) return file;
  }
  return failure(ErrorKind::Corrupt, "不是办公室钥匙文件，或者已经残缺；请用另存的那一份");
}

Result<FileKey> derive(std::string_view passphrase, const KeyFile& file) {
  start_sodium();
  FileKey key{};
  const bool done =
      crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), file.salt.data(),
                    file.cost.passes, file.cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) == 0;
  if (done) return key;
  return failure(ErrorKind::Unavailable,
                 fmt::format("核对口令要用 {} MiB 内存，这台机器现在没有；请关掉别的程序再试",
                             file.cost.memory_bytes / (1024 * 1024)));
}

}  // namespace

Result<std::string> write_office_key(const OfficeKey& key, std::string_view passphrase,
                                     const PassphraseCost& cost) {
  KeyFile file{.open = key.public_key(), .cost = cost};
  fill_random(file.salt);
  Result<FileKey> under = derive(passphrase, file);
  if (!under) return tl::unexpected(under.error());
  const std::string header = header_of(file);
  OfficeKey::Secret secret = key.secret();
  fill_random(std::span(file.sealed).first(kNonceBytes));
  crypto_aead_xchacha20poly1305_ietf_encrypt(
      file.sealed.data() + kNonceBytes, nullptr, secret.data(), secret.size(), bytes_of(header),
      header.size(), nullptr, file.sealed.data(), under->data());
  sodium_memzero(secret.data(), secret.size());
  sodium_memzero(under->data(), under->size());
  return text_of(file);
}

Result<OfficePublicKey> read_public_half(std::string_view file) {
  return read(file).map([](const KeyFile& read_file) { return read_file.open; });
}

Result<OfficeKey> open_office_key(std::string_view text, std::string_view passphrase) {
  const Result<KeyFile> file = read(text);
  if (!file) return tl::unexpected(file.error());
  Result<FileKey> under = derive(passphrase, *file);
  if (!under) return tl::unexpected(under.error());
  const std::string header = header_of(*file);
  OfficeKey::Secret secret{};
  const bool opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
                          secret.data(), nullptr, nullptr, file->sealed.data() + kNonceBytes,
                          kSealedBytes - kNonceBytes, bytes_of(header), header.size(),
                          file->sealed.data(), under->data()) == 0;
  const OfficeKey key = OfficeKey::from_secret(secret);
  sodium_memzero(secret.data(), secret.size());
  sodium_memzero(under->data(), under->size());
  if (opened && key.public_key() == file->open) return key;
  return failure(ErrorKind::Invalid, "口令不对，或者钥匙文件被改动过");
}

}  // namespace gongshi
