// A file encrypted while it comes in, and decrypted while it goes out: neither side ever holds it
// whole, and what lies on disk between them says nothing but its length.
//
// libsodium's secretstream (XChaCha20-Poly1305) under a key of its own for each file. The format:
//
//   header    24 bytes
//   chunks    kSealedChunkBytes of plain bytes each, sealed with 17 bytes more; the last one holds
//             what is left, from none to all of it, and alone carries the tag FINAL
//
// So a changed byte, a chunk that is missing, added or moved, and an end that is cut off are all
// refused: without the tag FINAL nothing has come to its end. Frozen: files on disk are read again
// after an upgrade.
#ifndef INTAKE_SEAL_SEALED_STREAM_H_
#define INTAKE_SEAL_SEALED_STREAM_H_

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "generator/notice/error.h"

namespace gongshi {

using StreamKey = std::array<unsigned char, 32>;

// One read of a disk, and little enough that hundreds of senders at once need no memory to speak
// of.
inline constexpr std::size_t kSealedChunkBytes = std::size_t{64} * 1024;

StreamKey random_stream_key();

// Plain bytes in, sealed bytes out. A key seals one stream. Used by one thread.
class StreamSealer {
 public:
  explicit StreamSealer(const StreamKey& key);
  StreamSealer(StreamSealer&&) noexcept;
  StreamSealer& operator=(StreamSealer&&) noexcept;
  ~StreamSealer();

  // Appends what is ready to `sealed`; up to one chunk waits for what comes next.
  void push(std::string_view plain, std::string& sealed);
  // Appends the rest. Nothing may be pushed afterwards.
  void finish(std::string& sealed);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Sealed bytes in, plain bytes out. Every byte that comes out is the sender's; that all have come
// out is known when finish() says so. Used by one thread.
class StreamOpener {
 public:
  explicit StreamOpener(const StreamKey& key);
  StreamOpener(StreamOpener&&) noexcept;
  StreamOpener& operator=(StreamOpener&&) noexcept;
  ~StreamOpener();

  // Appends what is proven to `plain`. Corrupt when a byte was changed or the key is another one's;
  // then nothing more can be had from this stream.
  Result<void> push(std::string_view sealed, std::string& plain);
  // Appends the last chunk. Corrupt also when the end is missing.
  Result<void> finish(std::string& plain);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Both at once, for what is small enough to be held whole.
std::string seal_text(const StreamKey& key, std::string_view plain);
Result<std::string> open_text(const StreamKey& key, std::string_view sealed);

}  // namespace gongshi

#endif  // INTAKE_SEAL_SEALED_STREAM_H_
