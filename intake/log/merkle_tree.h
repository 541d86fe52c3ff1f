// The Merkle tree of RFC 6962: a list of leaves of which one root of 32 bytes speaks. Two short
// proofs follow from it: that a leaf stands at an index (inclusion), and that a longer list begins
// with a shorter one (consistency).
//
//   leaf = SHA-256(0x00 || bytes)     node = SHA-256(0x01 || left || right)
//   root of nothing = SHA-256("")     root of n leaves: split at the largest power of two below n
//
// Stored are the hashes of complete subtrees, each once, never changed, in one dense row: a subtree
// is written right after its last leaf. So eight leaves are (level, index)
//   0:(0,0) 1:(0,1) 2:(1,0) 3:(0,2) 4:(0,3) 5:(1,1) 6:(2,0) 7:(0,4) 8:(0,5) 9:(1,2) …
// and appending writes only behind the end.
//
// A path does not bind the size of the tree, and an inner node can pose as a leaf hash at another
// size. Therefore: size and root come from one signed checkpoint, and a leaf's hash is always
// computed from the leaf's bytes.
#ifndef INTAKE_LOG_MERKLE_TREE_H_
#define INTAKE_LOG_MERKLE_TREE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "generator/notice/digest.h"
#include "generator/notice/error.h"

namespace gongshi {

// No proof of a tree that fits in 64 bits is longer.
inline constexpr std::size_t kProofLengthMax = 63;

Sha256 leaf_hash(std::string_view leaf);
Sha256 node_hash(const Sha256& left, const Sha256& right);

// The place of the complete subtree over the leaves [index << level, (index + 1) << level).
std::uint64_t stored_position(unsigned level, std::uint64_t index);

// How many hashes are stored for `leaves` leaves; the next one goes to this position.
std::uint64_t stored_count(std::uint64_t leaves);

// Gives the stored hash at a position. Its error is handed on by whoever asked.
using ReadStoredHash = std::function<Result<Sha256>(std::uint64_t position)>;

// The right edge of a tree: all that appending and the root need, at most 64 hashes.
class TreeEdge {
 public:
  TreeEdge() = default;  // of the empty tree

  static Result<TreeEdge> read(std::uint64_t leaves, const ReadStoredHash& stored);

  std::uint64_t leaves() const { return leaves_; }
  Sha256 root() const;

  // The complete subtrees that the edge consists of, by the position at which each is stored.
  std::map<std::uint64_t, Sha256> stored() const;

  // Returns the hashes to store, in order, from position stored_count(leaves()) as it was before.
  std::vector<Sha256> append(const Sha256& leaf);

 private:
  std::uint64_t leaves_ = 0;
  std::vector<Sha256> peaks_;  // complete subtrees, the largest first: the one bits of leaves_
};

// The path of the leaf at `index` in the tree of the first `leaves` leaves, leaf side first.
// Requires index < leaves.
Result<std::vector<Sha256>> inclusion_path(std::uint64_t index, std::uint64_t leaves,
                                           const ReadStoredHash& stored);

// The proof that the tree of `newer` leaves begins with the tree of `older` leaves. Empty when
// they are one, and when the older one is empty. Requires older <= newer.
Result<std::vector<Sha256>> consistency_proof(std::uint64_t older, std::uint64_t newer,
                                              const ReadStoredHash& stored);

// Exact: a proof with one element too many or too few is no proof.
bool verify_inclusion(std::uint64_t index, std::uint64_t leaves, const Sha256& leaf,
                      std::span<const Sha256> path, const Sha256& root);

// From nothing (older = 0) everything follows, if its root is the root of nothing.
bool verify_consistency(std::uint64_t older, std::uint64_t newer, std::span<const Sha256> proof,
                        const Sha256& older_root, const Sha256& newer_root);

}  // namespace gongshi

#endif  // INTAKE_LOG_MERKLE_TREE_H_
