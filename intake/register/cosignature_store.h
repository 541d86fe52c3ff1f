// What the witnesses of the log say of its heads, and what has to be told to them. It has a
// connection of its own, so that nobody who files or reads waits for a witness.
#ifndef INTAKE_REGISTER_COSIGNATURE_STORE_H_
#define INTAKE_REGISTER_COSIGNATURE_STORE_H_

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/digest.h"
#include "generator/notice/error.h"
#include "intake/log/checkpoint.h"
#include "intake/log/note_key.h"

namespace gongshi {

// A signed head.
struct SignedCheckpoint {
  Checkpoint head;
  std::string note;  // with the log's signature alone
};

// Threads: any may call, at the same time; what reads waits for what reads.
class CosignatureStore {
 public:
  // `folder` is the register's. As Register::open().
  static Result<CosignatureStore> open(const std::filesystem::path& folder);

  CosignatureStore(CosignatureStore&&) noexcept;
  CosignatureStore& operator=(CosignatureStore&&) noexcept;
  ~CosignatureStore();

  // The key of the log.
  const NoteVerifier& log() const;

  // The newest head that may leave the register: the high-water mark has reached it on disk.
  Result<SignedCheckpoint> newest() const;

  // How many leaves the newest head has that this witness signed; 0 for none. A witness is named by
  // its key, as text.
  Result<std::uint64_t> leaves_signed(std::string_view witness) const;

  // That the tree of `newer` leaves begins with that of `older` leaves. Requires older <= newer,
  // and a head of `newer`.
  Result<std::vector<Sha256>> consistency(std::uint64_t older, std::uint64_t newer) const;

  // Its line below the head of so many leaves, which is there. The first one stays. From now on
  // Register::checkpoint() and newest_proof() carry it.
  Result<void> add(std::uint64_t leaves, std::string_view witness, std::string_view line);

 private:
  struct State;
  explicit CosignatureStore(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace gongshi

#endif  // INTAKE_REGISTER_COSIGNATURE_STORE_H_
