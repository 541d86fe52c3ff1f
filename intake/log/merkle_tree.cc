#include "intake/log/merkle_tree.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <utility>

namespace gongshi {
namespace {

std::string_view bytes_of(const Sha256& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

// The root over the leaves [begin, end), where `begin` is a multiple of the largest power of two
// that fits: true for every subtree of a tree.
Result<Sha256> range_root(std::uint64_t begin, std::uint64_t end, const ReadStoredHash& stored) {
  const std::uint64_t size = end - begin;
  assert(size != 0);
  if (std::has_single_bit(size)) {
    const auto level = static_cast<unsigned>(std::countr_zero(size));
    return stored(stored_position(level, begin >> level));
  }
  const std::uint64_t middle = begin + std::bit_floor(size);
  Result<Sha256> left = range_root(begin, middle, stored);
  if (!left) return left;
  Result<Sha256> right = range_root(middle, end, stored);
  if (!right) return right;
  return node_hash(*left, *right);
}

// Where a tree over [begin, end) with two leaves or more divides.
std::uint64_t split(std::uint64_t begin, std::uint64_t end) {
  return begin + std::bit_floor(end - begin - 1);
}

// The verifiers of RFC 9162 walk up from a leaf with two numbers: its index and that of the last
// leaf, both counted in subtrees of the level reached.
struct Climb {
  std::uint64_t at;
  std::uint64_t last;

  bool at_top() const { return last == 0; }
  bool sibling_is_left() const { return at % 2 == 1 || at == last; }
  void up() {
    at >>= 1U;
    last >>= 1U;
  }
  // A last subtree without a right sibling passes upwards unchanged.
  void skip_missing_siblings() {
    while (at % 2 == 0 && at != 0) up();
  }
};

}  // namespace

Sha256 leaf_hash(std::string_view leaf) {
  return sha256(std::array{std::string_view("\0", 1), leaf});
}

Sha256 node_hash(const Sha256& left, const Sha256& right) {
  return sha256(std::array{std::string_view("\1", 1), bytes_of(left), bytes_of(right)});
}

std::uint64_t stored_position(unsigned level, std::uint64_t index) {
  const std::uint64_t last_leaf = ((index + 1) << level) - 1;
  return stored_count(last_leaf) + level;
}

// n + n/2 + n/4 + …: every leaf, every pair, every four.
std::uint64_t stored_count(std::uint64_t leaves) {
  return 2 * leaves - static_cast<std::uint64_t>(std::popcount(leaves));
}

Result<TreeEdge> TreeEdge::read(std::uint64_t leaves, const ReadStoredHash& stored) {
  TreeEdge edge;
  while (edge.leaves_ != leaves) {
    const std::uint64_t size = std::bit_floor(leaves - edge.leaves_);
    const Result<Sha256> peak = range_root(edge.leaves_, edge.leaves_ + size, stored);
    if (!peak) return tl::unexpected(peak.error());
    edge.peaks_.push_back(*peak);
    edge.leaves_ += size;
  }
  return edge;
}

Sha256 TreeEdge::root() const {
  if (peaks_.empty()) return sha256("");
  Sha256 root = peaks_.back();
  for (std::size_t i = peaks_.size() - 1; i != 0; --i) root = node_hash(peaks_[i - 1], root);
  return root;
}

std::map<std::uint64_t, Sha256> TreeEdge::stored() const {
  std::map<std::uint64_t, Sha256> by_position;
  std::uint64_t begin = 0;
  for (const Sha256& peak : peaks_) {
    const auto level = static_cast<unsigned>(std::bit_width(leaves_ - begin) - 1);
    by_position.emplace(stored_position(level, begin >> level), peak);
    begin += std::uint64_t{1} << level;
  }
  return by_position;
}

std::vector<Sha256> TreeEdge::append(const Sha256& leaf) {
  std::vector<Sha256> stored = {leaf};
  for (std::uint64_t n = leaves_; n % 2 == 1; n >>= 1U) {
    stored.push_back(node_hash(peaks_.back(), stored.back()));
    peaks_.pop_back();
  }
  peaks_.push_back(stored.back());
  ++leaves_;
  return stored;
}

Result<std::vector<Sha256>> inclusion_path(std::uint64_t index, std::uint64_t leaves,
                                           const ReadStoredHash& stored) {
  assert(index < leaves);
  std::vector<Sha256> path;
  std::uint64_t begin = 0;
  std::uint64_t end = leaves;
  while (end - begin > 1) {
    const std::uint64_t middle = split(begin, end);
    const bool goes_left = index < middle;
    const Result<Sha256> sibling =
        goes_left ? range_root(middle, end, stored) : range_root(begin, middle, stored);
    if (!sibling) return tl::unexpected(sibling.error());
    path.push_back(*sibling);
    (goes_left ? end : begin) = middle;
  }
  std::ranges::reverse(path);
  return path;
}

Result<std::vector<Sha256>> consistency_proof(std::uint64_t older, std::uint64_t newer,
                                              const ReadStoredHash& stored) {
  assert(older <= newer);
  std::vector<Sha256> proof;
  if (older == 0) return proof;
  std::uint64_t begin = 0;
  std::uint64_t end = newer;
  while (older != end) {
    const std::uint64_t middle = split(begin, end);
    const bool goes_left = older <= middle;
    const Result<Sha256> sibling =
        goes_left ? range_root(middle, end, stored) : range_root(begin, middle, stored);
    if (!sibling) return tl::unexpected(sibling.error());
    proof.push_back(*sibling);
    (goes_left ? end : begin) = middle;
  }
  if (begin != 0) {  // otherwise the verifier has it: it is the older root
    const Result<Sha256> common = range_root(begin, end, stored);
    if (!common) return tl::unexpected(common.error());
    proof.push_back(*common);
  }
  std::ranges::reverse(proof);
  return proof;
}

bool verify_inclusion(std::uint64_t index, std::uint64_t leaves, const Sha256& leaf,
                      std::span<const Sha256> path, const Sha256& root) {
  if (leaves <= index) return false;
  Climb climb{.at = index, .last = leaves - 1};
  Sha256 hash = leaf;
  for (const Sha256& sibling : path) {
    if (climb.at_top()) return false;
    if (climb.sibling_is_left()) {
      hash = node_hash(sibling, hash);
      climb.skip_missing_siblings();
    } else {
      hash = node_hash(hash, sibling);
    }
    climb.up();
  }
  return climb.at_top() && hash == root;
}

bool verify_consistency(std::uint64_t older, std::uint64_t newer, std::span<const Sha256> proof,
                        const Sha256& older_root, const Sha256& newer_root) {
  if (newer < older) return false;
  if (older == newer) return proof.empty() && older_root == newer_root;
  if (older == 0) return proof.empty() && older_root == sha256("");
  if (proof.empty()) return false;

  // The climb starts at the largest complete subtree that ends where the older tree ends. When
  // that is the whole older tree, the verifier knows its hash already.
  Climb climb{.at = older - 1, .last = newer - 1};
  while (climb.at % 2 == 1) climb.up();
  const bool whole = std::has_single_bit(older);
  Sha256 older_hash = whole ? older_root : proof.front();
  Sha256 newer_hash = older_hash;
  for (const Sha256& sibling : whole ? proof : proof.subspan(1)) {
    if (climb.at_top()) return false;
    if (climb.sibling_is_left()) {
      older_hash = node_hash(sibling, older_hash);
      newer_hash = node_hash(sibling, newer_hash);
      climb.skip_missing_siblings();
    } else {
      newer_hash = node_hash(newer_hash, sibling);
    }
    climb.up();
  }
  return climb.at_top() && older_hash == older_root && newer_hash == newer_root;
}

}  // namespace gongshi
