// The public log as it stands in the register: leaves, tree nodes and signed heads. Inside
// register/ only; methods throw SQLite::Exception.
#ifndef INTAKE_REGISTER_LOG_STORE_H_
#define INTAKE_REGISTER_LOG_STORE_H_

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "generator/notice/error.h"
#include "intake/log/checkpoint.h"
#include "intake/log/leaf.h"
#include "intake/log/merkle_tree.h"
#include "intake/log/note_key.h"
#include "intake/log/tile.h"

namespace gongshi {

// What an append did, with all that the proofs of its leaves under its head are made from.
struct AppendedLeaves {
  std::uint64_t first_index = 0;
  std::vector<std::string> texts;          // of the leaves
  std::map<std::uint64_t, Sha256> hashes;  // by position: the edge before, and every node since
  Checkpoint head;
  std::string checkpoint;  // the head, signed

  // What LogStore::proof() gives for one of these leaves. Requires
  // first_index <= index < head.leaves.
  Result<std::string> proof(std::uint64_t index) const;
};

class LogStore {
 public:
  // `database` must outlive the store.
  LogStore(SQLite::Database& database, NoteSigner signer);

  const NoteVerifier& verifier() const { return signer_.verifier(); }

  // The head of an empty log, for a new register.
  void start();

  // Writes leaves, nodes and one signed head that holds them all. The caller has a writing
  // transaction open and commits it; the tree is read inside it, so several processes can append.
  Result<AppendedLeaves> append(std::span<const Leaf> leaves);

  // The newest signed head, verbatim.
  Result<std::string> newest_checkpoint();

  // The same with the lines of the witnesses that have signed it.
  Result<std::string> newest_cosigned_checkpoint();

  // The proof of the leaf at `index` under the stored head of `tree_size`.
  // NotFound when there is no such head or leaf.
  Result<std::string> proof(std::uint64_t index, std::uint64_t tree_size);
  // The same under the newest head, with the lines of its witnesses.
  Result<std::string> proof(std::uint64_t index);

  // NotFound when the newest head does not hold all of it.
  Result<std::string> tile(const Tile& tile);

  // Conflict unless the stored log begins with the one of this head.
  Result<void> check_begins_with(const Checkpoint& head);

  // Corrupt when there is none, or when it is no leaf of this log.
  Result<Leaf> leaf(std::uint64_t index);

  // Corrupt unless the newest head is signed by this key and speaks of exactly the stored tree.
  // Reads the tree's edge only, so it costs the same at any size.
  Result<void> check_newest_head();

 private:
  std::string cosignatures(std::uint64_t leaves);
  Result<Sha256> stored_hash(std::uint64_t position);
  ReadStoredHash reader();
  Result<std::string> entries(const Tile& tile);
  Checkpoint head_of(const TreeEdge& edge) const;
  // Signs and stores it; the signed note.
  std::string write_head(const Checkpoint& head);
  Result<Checkpoint> newest_head();
  // Corrupt when the stored tree is not the one that the newest head speaks of: no head is ever
  // signed on top of that.
  Result<TreeEdge> newest_edge();

  // The head that this store signed last: while it is the newest, its signature need not be
  // verified. Right also after a rollback, and when another process appends, because the text
  // decides.
  struct SignedHead {
    std::string checkpoint;
    Checkpoint head;
  };

  NoteSigner signer_;
  std::optional<SignedHead> signed_;
  SQLite::Statement insert_leaf_;
  SQLite::Statement insert_node_;
  SQLite::Statement insert_head_;
  SQLite::Statement newest_head_;
  SQLite::Statement head_of_size_;
  SQLite::Statement leaf_at_;
  SQLite::Statement leaves_between_;
  SQLite::Statement hash_at_;
  SQLite::Statement leaf_count_;
  SQLite::Statement cosignatures_;
};

}  // namespace gongshi

#endif  // INTAKE_REGISTER_LOG_STORE_H_
