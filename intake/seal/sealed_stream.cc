#include "intake/seal/sealed_stream.h"

#include <algorithm>
#include <cassert>

#include "intake/seal/random_bytes.h"
#include "intake/seal/sodium.h"

namespace gongshi {
namespace {

constexpr std::size_t kHeaderBytes = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t kAddedBytes = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr unsigned char kGoesOn = crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
constexpr unsigned char kFinal = crypto_secretstream_xchacha20poly1305_TAG_FINAL;
static_assert(std::tuple_size_v<StreamKey> == crypto_secretstream_xchacha20poly1305_KEYBYTES);

unsigned char* bytes_of(char* text) { return reinterpret_cast<unsigned char*>(text); }

tl::unexpected<Error> not_as_sealed() {
  return failure(ErrorKind::Corrupt, "the sealed file was changed or cut off after it was stored");
}

// Takes up to `count` bytes off the front of `from`.
std::string_view take(std::string_view& from, std::size_t count) {
  const std::string_view front = from.substr(0, count);
  from.remove_prefix(front.size());
  return front;
}

// What is held back until it is a chunk, and the cipher's state; both wiped at the end.
struct Stream {
  crypto_secretstream_xchacha20poly1305_state cipher{};
  std::string waiting;

  Stream() = default;
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;
  ~Stream() {
    sodium_memzero(&cipher, sizeof cipher);
    sodium_memzero(waiting.data(), waiting.size());
  }
};

}  // namespace

struct StreamSealer::State : Stream {
  std::array<unsigned char, kHeaderBytes> header{};
  bool header_given = false;

  void give_header(std::string& sealed) {
    if (header_given) return;
    header_given = true;
    sealed.append(header.begin(), header.end());
  }

  void seal_waiting(unsigned char tag, std::string& sealed) {
    const std::size_t begin = sealed.size();
    sealed.resize(begin + waiting.size() + kAddedBytes);
    crypto_secretstream_xchacha20poly1305_push(&cipher, bytes_of(sealed.data() + begin), nullptr,
                                               bytes_of(waiting.data()), waiting.size(), nullptr, 0,
                                               tag);
    waiting.clear();
  }
};

struct StreamOpener::State : Stream {
  StreamKey key{};
  bool header_taken = false;
  bool failed = false;

  ~State() { sodium_memzero(key.data(), key.size()); }

  // Opens what waits as one chunk that must carry `tag`.
  bool open_waiting(unsigned char tag, std::string& plain) {
    if (waiting.size() < kAddedBytes) return false;
    const std::size_t begin = plain.size();
    plain.resize(begin + waiting.size() - kAddedBytes);
    unsigned char found = 0;
    const bool opened = crypto_secretstream_xchacha20poly1305_pull(
                            &cipher, bytes_of(plain.data() + begin), nullptr, &found,
                            bytes_of(waiting.data()), waiting.size(), nullptr, 0) == 0;
    waiting.clear();
    if (opened && found == tag) return true;
    plain.resize(begin);
    return false;
  }
};

StreamKey random_stream_key() {
  StreamKey key{};
  fill_random(key);
  return key;
}

StreamSealer::StreamSealer(const StreamKey& key) : state_(std::make_unique<State>()) {
  start_sodium();
  crypto_secretstream_xchacha20poly1305_init_push(&state_->cipher, state_->header.data(),
                                                  key.data());
}
StreamSealer::StreamSealer(StreamSealer&&) noexcept = default;
StreamSealer& StreamSealer::operator=(StreamSealer&&) noexcept = default;
StreamSealer::~StreamSealer() = default;

void StreamSealer::push(std::string_view plain, std::string& sealed) {
  state_->give_header(sealed);
  while (!plain.empty()) {
    // A full chunk is sealed only when something follows it: the last one carries another tag.
    if (state_->waiting.size() == kSealedChunkBytes) state_->seal_waiting(kGoesOn, sealed);
    state_->waiting += take(plain, kSealedChunkBytes - state_->waiting.size());
  }
}

void StreamSealer::finish(std::string& sealed) {
  state_->give_header(sealed);
  state_->seal_waiting(kFinal, sealed);
}

StreamOpener::StreamOpener(const StreamKey& key) : state_(std::make_unique<State>()) {
  start_sodium();
  state_->key = key;
}
StreamOpener::StreamOpener(StreamOpener&&) noexcept = default;
StreamOpener& StreamOpener::operator=(StreamOpener&&) noexcept = default;
StreamOpener::~StreamOpener() = default;

Result<void> StreamOpener::push(std::string_view sealed, std::string& plain) {
  State& state = *state_;
  if (!state.header_taken) {
    state.waiting += take(sealed, kHeaderBytes - state.waiting.size());
    if (state.waiting.size() < kHeaderBytes) return {};
    state.header_taken = true;
    crypto_secretstream_xchacha20poly1305_init_pull(&state.cipher, bytes_of(state.waiting.data()),
                                                    state.key.data());
    state.waiting.clear();
  }
  constexpr std::size_t kChunk = kSealedChunkBytes + kAddedBytes;
  while (!sealed.empty() && !state.failed) {
    if (state.waiting.size() == kChunk) state.failed = !state.open_waiting(kGoesOn, plain);
    state.waiting += take(sealed, kChunk - state.waiting.size());
  }
  if (state.failed) return not_as_sealed();
  return {};
}

Result<void> StreamOpener::finish(std::string& plain) {
  State& state = *state_;
  const bool whole = !state.failed && state.header_taken && state.open_waiting(kFinal, plain);
  state.failed = true;  // there is nothing after the end
  if (!whole) return not_as_sealed();
  return {};
}

std::string seal_text(const StreamKey& key, std::string_view plain) {
  StreamSealer sealer(key);
  std::string sealed;
  sealer.push(plain, sealed);
  sealer.finish(sealed);
  return sealed;
}

Result<std::string> open_text(const StreamKey& key, std::string_view sealed) {
  StreamOpener opener(key);
  std::string plain;
  const Result<void> opened =
      opener.push(sealed, plain).and_then([&] { return opener.finish(plain); });
  if (!opened) return tl::unexpected(opened.error());
  return plain;
}

}  // namespace gongshi
