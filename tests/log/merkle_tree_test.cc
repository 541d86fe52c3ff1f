#include "intake/log/merkle_tree.h"

#include <gtest/gtest.h>

#include <charconv>
#include <fstream>
#include <map>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "tests/log/from_hex.h"
#include "tests/source_root.h"

namespace gongshi {
namespace {

// A tree that grows as the register's does, its stored hashes in a row.
class GrowingTree {
 public:
  void append(std::string_view leaf) {
    ASSERT_EQ(row_.size(), stored_count(edge_.leaves()));
    for (const Sha256& hash : edge_.append(leaf_hash(leaf))) row_.push_back(hash);
  }

  const TreeEdge& edge() const { return edge_; }
  const std::vector<Sha256>& row() const { return row_; }

  ReadStoredHash reader() const {
    return [this](std::uint64_t position) -> Result<Sha256> {
      if (position < row_.size()) return row_[position];
      return failure(ErrorKind::NotFound, "beyond the end");
    };
  }
  Sha256 root(std::uint64_t leaves) const {
    return TreeEdge::read(leaves, reader()).value().root();
  }

 private:
  TreeEdge edge_;
  std::vector<Sha256> row_;
};

GrowingTree numbered_tree(int leaves) {
  GrowingTree tree;
  for (int i = 0; i < leaves; ++i) tree.append("leaf-" + std::to_string(i));
  return tree;
}

// The definition, word for word: the root over [begin, end) of the leaves' hashes.
Sha256 root_by_definition(std::span<const Sha256> leaves) {
  if (leaves.empty()) return sha256("");
  if (leaves.size() == 1) return leaves.front();
  std::size_t half = 1;
  while (half * 2 < leaves.size()) half *= 2;
  return node_hash(root_by_definition(leaves.first(half)),
                   root_by_definition(leaves.subspan(half)));
}

std::uint64_t number(const std::string& word) {
  std::uint64_t value = 0;
  std::from_chars(word.data(), word.data() + word.size(), value);
  return value;
}

// The lines of vectors.txt, by their first word; each is the rest of its words.
std::multimap<std::string, std::vector<std::string>> read_vectors() {
  std::multimap<std::string, std::vector<std::string>> vectors;
  std::ifstream in(source_root() / "tests/log/vectors.txt");
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string kind;
    if (!(words >> kind) || kind == "#") continue;
    std::vector<std::string> rest;
    for (std::string word; words >> word;) rest.push_back(word);
    vectors.emplace(kind, rest);
  }
  return vectors;
}

class VectorTest : public testing::Test {
 protected:
  using Words = std::vector<std::string>;

  std::vector<Words> of(const std::string& kind) const {
    std::vector<Words> found;
    const auto [first, last] = vectors_.equal_range(kind);
    for (auto it = first; it != last; ++it) found.push_back(it->second);
    EXPECT_FALSE(found.empty()) << kind;
    return found;
  }
  static std::vector<Sha256> hashes(const Words& words, std::size_t from) {
    std::vector<Sha256> hashes;
    for (std::size_t i = from; i < words.size(); ++i) hashes.push_back(hash_from_hex(words[i]));
    return hashes;
  }
  GrowingTree tree() const {
    GrowingTree tree;
    for (const Words& leaf : of("leaf")) tree.append(leaf[0] == "-" ? "" : from_hex(leaf[0]));
    return tree;
  }

  const std::multimap<std::string, Words> vectors_ = read_vectors();
};

TEST_F(VectorTest, LeavesHashAsPublished) {
  for (const Words& leaf : of("leaf")) {
    EXPECT_EQ(hex(leaf_hash(leaf[0] == "-" ? "" : from_hex(leaf[0]))), leaf[1]);
  }
}

TEST_F(VectorTest, RootsAreThePublishedOnes) {
  const GrowingTree small = tree();
  for (const Words& root : of("root")) EXPECT_EQ(hex(small.root(number(root[0]))), root[1]);
  const GrowingTree large = numbered_tree(1000);
  for (const Words& root : of("numbered")) {
    EXPECT_EQ(hex(large.root(number(root[0]))), root[1]) << root[0];
  }
}

TEST_F(VectorTest, SubtreesAreStoredAtTheirPositions) {
  const GrowingTree small = tree();
  for (const Words& node : of("subtree")) {
    const auto level = static_cast<unsigned>(number(node[0]));
    EXPECT_EQ(hex(small.row()[stored_position(level, number(node[1]))]), node[2]);
  }
}

TEST_F(VectorTest, InclusionProofsAreAcceptedOrRefused) {
  for (const Words& words : of("inclusion")) {
    const bool good = words[0] == "good";
    EXPECT_EQ(verify_inclusion(number(words[1]), number(words[2]), hash_from_hex(words[3]),
                               hashes(words, 5), hash_from_hex(words[4])),
              good)
        << testing::PrintToString(words);
  }
}

TEST_F(VectorTest, ConsistencyProofsAreAcceptedOrRefused) {
  for (const Words& words : of("consistency")) {
    const bool good = words[0] == "good";
    EXPECT_EQ(verify_consistency(number(words[1]), number(words[2]), hashes(words, 5),
                                 hash_from_hex(words[3]), hash_from_hex(words[4])),
              good)
        << testing::PrintToString(words);
  }
}

// Ours are the published ones to the byte, wherever the vector is of one of the two trees.
TEST_F(VectorTest, ProofsThatWeMakeAreThePublishedOnes) {
  const GrowingTree small = tree();
  const GrowingTree large = numbered_tree(1000);
  const auto of_size = [&](std::uint64_t leaves) -> const GrowingTree& {
    return leaves <= 8 ? small : large;
  };
  int compared = 0;
  for (const Words& words : of("inclusion")) {
    const std::uint64_t index = number(words[1]);
    const std::uint64_t leaves = number(words[2]);
    if (words[0] == "bad" || hex(of_size(leaves).root(leaves)) != words[4]) continue;
    EXPECT_EQ(inclusion_path(index, leaves, of_size(leaves).reader()), hashes(words, 5));
    ++compared;
  }
  for (const Words& words : of("consistency")) {
    const std::uint64_t older = number(words[1]);
    const std::uint64_t newer = number(words[2]);
    if (words[0] == "bad" || hex(of_size(newer).root(newer)) != words[4]) continue;
    EXPECT_EQ(consistency_proof(older, newer, of_size(newer).reader()), hashes(words, 5));
    ++compared;
  }
  EXPECT_GE(compared, 80);
}

TEST_F(VectorTest, PathsHaveTheLengthThatIndexAndSizeFix) {
  const GrowingTree small = numbered_tree(9);
  for (const Words& words : of("length")) {
    const auto path = inclusion_path(number(words[0]), number(words[1]), small.reader());
    EXPECT_EQ(path.value().size(), number(words[2]));
  }
}

TEST(MerkleTreeTest, TheDenseRowIsTheDocumentedOne) {
  const std::pair<unsigned, std::uint64_t> kOrder[] = {
      {0, 0}, {0, 1}, {1, 0}, {0, 2}, {0, 3}, {1, 1}, {2, 0}, {0, 4},
      {0, 5}, {1, 2}, {0, 6}, {0, 7}, {1, 3}, {2, 1}, {3, 0}, {0, 8}};
  for (std::uint64_t i = 0; i < std::size(kOrder); ++i) {
    EXPECT_EQ(stored_position(kOrder[i].first, kOrder[i].second), i);
  }
}

TEST(MerkleTreeTest, GrowsAsTheDefinitionSays) {
  const GrowingTree tree = numbered_tree(130);
  std::vector<Sha256> leaves;
  for (std::uint64_t n = 0; n <= 130; ++n) {
    EXPECT_EQ(tree.root(n), root_by_definition(leaves)) << n;
    leaves.push_back(leaf_hash("leaf-" + std::to_string(n)));
  }
  EXPECT_EQ(tree.edge().root(), tree.root(130));
}

// A proof with one bit flipped, one hash less, or one more.
std::vector<std::vector<Sha256>> altered_proofs(const std::vector<Sha256>& proof) {
  std::vector<std::vector<Sha256>> all;
  for (std::size_t i = 0; i < proof.size(); ++i) {
    all.push_back(proof);
    all.back()[i][i % 32] ^= 0x10U;
    all.push_back(proof);
    all.back().erase(all.back().begin() + static_cast<std::ptrdiff_t>(i));
  }
  all.push_back(proof);
  all.back().push_back(sha256("more"));
  all.push_back(proof);
  all.back().insert(all.back().begin(), sha256("more"));
  return all;
}

TEST(MerkleTreeTest, EveryInclusionPathHoldsAndNoAlteredOneDoes) {
  const GrowingTree tree = numbered_tree(70);
  for (std::uint64_t n = 1; n <= 70; ++n) {
    const Sha256 root = tree.root(n);
    for (std::uint64_t index = 0; index < n; ++index) {
      const Sha256 leaf = leaf_hash("leaf-" + std::to_string(index));
      const std::vector<Sha256> path = inclusion_path(index, n, tree.reader()).value();
      EXPECT_TRUE(verify_inclusion(index, n, leaf, path, root)) << index << " in " << n;
      EXPECT_FALSE(verify_inclusion(index, n, root, path, root) && n > 1);
      for (const auto& altered : altered_proofs(path)) {
        EXPECT_FALSE(verify_inclusion(index, n, leaf, altered, root)) << index << " in " << n;
      }
    }
  }
}

TEST(MerkleTreeTest, EveryConsistencyProofHoldsAndNoAlteredOneDoes) {
  const GrowingTree tree = numbered_tree(70);
  for (std::uint64_t newer = 0; newer <= 70; ++newer) {
    for (std::uint64_t older = 0; older <= newer; ++older) {
      const std::vector<Sha256> proof = consistency_proof(older, newer, tree.reader()).value();
      const Sha256 from = tree.root(older);
      const Sha256 to = tree.root(newer);
      EXPECT_TRUE(verify_consistency(older, newer, proof, from, to)) << older << " to " << newer;
      EXPECT_FALSE(verify_consistency(older, newer, proof, sha256("fork"), to));
      EXPECT_FALSE(verify_consistency(older, newer, proof, from, sha256("fork")) && older != 0);
      for (const auto& altered : altered_proofs(proof)) {
        EXPECT_FALSE(verify_consistency(older, newer, altered, from, to));
      }
    }
  }
}

TEST(MerkleTreeTest, AnEdgeKnowsWhereItIsStored) {
  for (int leaves = 0; leaves <= 70; ++leaves) {
    const GrowingTree tree = numbered_tree(leaves);
    const std::map<std::uint64_t, Sha256> stored = tree.edge().stored();
    for (const auto& [position, hash] : stored) EXPECT_EQ(hash, tree.row().at(position));
    const auto read = TreeEdge::read(
        tree.edge().leaves(), [&](std::uint64_t at) -> Result<Sha256> { return stored.at(at); });
    EXPECT_EQ(read->root(), tree.edge().root()) << leaves << " leaves";
  }
}

TEST(MerkleTreeTest, HandsOnTheReadersError) {
  const ReadStoredHash broken = [](std::uint64_t) -> Result<Sha256> {
    return failure(ErrorKind::Corrupt, "gone");
  };
  EXPECT_EQ(TreeEdge::read(5, broken).error().kind, ErrorKind::Corrupt);
  EXPECT_EQ(inclusion_path(2, 5, broken).error().message, "gone");
  EXPECT_EQ(consistency_proof(2, 5, broken).error().message, "gone");
  EXPECT_TRUE(TreeEdge::read(0, broken));  // nothing to read
}

TEST(MerkleTreeTest, NumbersBeyondAnyTreeAreRefusedInFiniteTime) {
  const std::uint64_t huge = ~std::uint64_t{0};
  const std::vector<Sha256> path(64, sha256("x"));
  EXPECT_FALSE(verify_inclusion(0, huge, sha256("a"), path, sha256("b")));
  EXPECT_FALSE(verify_inclusion(huge, huge, sha256("a"), path, sha256("b")));
  EXPECT_FALSE(verify_consistency(1, huge, path, sha256("a"), sha256("b")));
  EXPECT_FALSE(verify_consistency(huge - 1, huge, path, sha256("a"), sha256("b")));
}

}  // namespace
}  // namespace gongshi
