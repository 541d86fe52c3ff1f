// A public log, fetched whole and computed anew from its leaves. That costs a download, some 150
// bytes for each leaf, and trusts nothing but the key: a root that was computed from the leaves
// makes every proof of consistency needless.
#ifndef INTAKE_VERIFY_REPLAYED_LOG_H_
#define INTAKE_VERIFY_REPLAYED_LOG_H_

#include <cstdint>
#include <string>
#include <vector>

#include "generator/notice/digest.h"
#include "generator/notice/error.h"
#include "intake/log/checkpoint.h"
#include "intake/log/leaf.h"
#include "intake/log/note_key.h"
#include "intake/verify/log_source.h"

namespace gongshi {

class ReplayedLog {
 public:
  // Invalid, with a Chinese sentence, when what was fetched is not what the log signed: the head,
  // a leaf, or a tile of hashes. What the source says when it cannot be fetched.
  static Result<ReplayedLog> fetch(const LogSource& source, const NoteVerifier& log);

  const Checkpoint& head() const { return head_; }
  const std::string& checkpoint() const { return checkpoint_; }  // the signed note
  const std::vector<Leaf>& leaves() const { return leaves_; }

  // Of the first `leaves` leaves. Requires leaves <= head().leaves.
  Sha256 root(std::uint64_t leaves) const;

 private:
  Result<void> fetch_leaves(const LogSource& source);
  Result<void> compare_hashes(const LogSource& source) const;
  Result<Sha256> stored(std::uint64_t position) const { return row_[position]; }

  std::string checkpoint_;
  Checkpoint head_;
  std::vector<Leaf> leaves_;
  std::vector<Sha256> row_;  // the dense row of merkle_tree.h
};

}  // namespace gongshi

#endif  // INTAKE_VERIFY_REPLAYED_LOG_H_
