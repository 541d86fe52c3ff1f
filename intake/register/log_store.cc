#include "intake/register/log_store.h"

#include <fmt/format.h>

#include <cassert>
#include <utility>
#include <vector>

#include "intake/log/receipt_proof.h"
#include "intake/register/database.h"

namespace gongshi {

LogStore::LogStore(SQLite::Database& database, NoteSigner signer)
    : signer_(std::move(signer)),
      insert_leaf_(database, "INSERT INTO leaf (leaf_index, text) VALUES (?, ?)"),
      insert_node_(database, "INSERT INTO node (position, hash) VALUES (?, ?)"),
      insert_head_(database, "INSERT INTO head (tree_size, checkpoint) VALUES (?, ?)"),
      newest_head_(database, "SELECT checkpoint FROM head ORDER BY tree_size DESC LIMIT 1"),
      head_of_size_(database, "SELECT checkpoint FROM head WHERE tree_size = ?"),
      leaf_at_(database, "SELECT text FROM leaf WHERE leaf_index = ?"),
      leaves_between_(database,
                      "SELECT text FROM leaf WHERE ? <= leaf_index AND leaf_index < ?"
                      " ORDER BY leaf_index"),
      hash_at_(database, "SELECT hash FROM node WHERE position = ?"),
      leaf_count_(database, "SELECT coalesce(max(leaf_index) + 1, 0) FROM leaf"),
      cosignatures_(database, "SELECT line FROM cosignature WHERE tree_size = ? ORDER BY witness") {
}

Result<std::string> AppendedLeaves::proof(std::uint64_t index) const {
  assert(first_index <= index && index < head.leaves);
  const auto stored = [this](std::uint64_t position) -> Result<Sha256> {
    return hashes.at(position);
  };
  return inclusion_path(index, head.leaves, stored).map([&](std::vector<Sha256> path) {
    return write_proof({.leaf = texts[index - first_index],
                        .index = index,
                        .path = std::move(path),
                        .checkpoint = checkpoint});
  });
}

void LogStore::start() { write_head(head_of(TreeEdge())); }

Result<AppendedLeaves> LogStore::append(std::span<const Leaf> leaves) {
  Result<TreeEdge> edge = newest_edge();
  if (!edge) return tl::unexpected(edge.error());

  AppendedLeaves appended;
  appended.first_index = edge->leaves();
  appended.hashes = edge->stored();
  for (const Leaf& leaf : leaves) {
    const std::string& text = appended.texts.emplace_back(write_leaf(verifier().name(), leaf));
    Query(insert_leaf_, edge->leaves(), text).run();
    std::uint64_t position = stored_count(edge->leaves());
    for (const Sha256& hash : edge->append(leaf_hash(text))) {
      Query(insert_node_, position, hash).run();
      appended.hashes.emplace(position++, hash);
    }
  }
  appended.head = head_of(*edge);
  appended.checkpoint = write_head(appended.head);
  signed_ = {.checkpoint = appended.checkpoint, .head = appended.head};
  return appended;
}

Result<std::string> LogStore::newest_checkpoint() {
  Query query(newest_head_);
  if (query.step()) return query.text(0);
  return failure(ErrorKind::Corrupt, "the register has no tree head: restore it from a backup");
}

Result<std::string> LogStore::proof(std::uint64_t index, std::uint64_t tree_size) {
  Query head(head_of_size_, tree_size);
  Query leaf(leaf_at_, index);
  if (tree_size <= index || !head.step() || !leaf.step()) {
    return failure(
        ErrorKind::NotFound,
        fmt::format("the log has no leaf {} under a head of {} leaves", index, tree_size));
  }
  Result<std::vector<Sha256>> path = inclusion_path(index, tree_size, reader());
  if (!path) return tl::unexpected(path.error());
  return write_proof(ReceiptProof{
      .leaf = leaf.text(0), .index = index, .path = *std::move(path), .checkpoint = head.text(0)});
}

Result<std::string> LogStore::proof(std::uint64_t index) {
  const Result<Checkpoint> head = newest_head();
  if (!head) return tl::unexpected(head.error());
  Result<std::string> bare = proof(index, head->leaves);
  if (bare) *bare += cosignatures(head->leaves);
  return bare;
}

Result<std::string> LogStore::newest_cosigned_checkpoint() {
  const Result<Checkpoint> head = newest_head();
  if (!head) return tl::unexpected(head.error());
  return newest_checkpoint().map(
      [&](const std::string& note) { return note + cosignatures(head->leaves); });
}

std::string LogStore::cosignatures(std::uint64_t leaves) {
  std::string lines;
  for (Query query(cosignatures_, leaves); query.step();) lines += query.text(0);
  return lines;
}

Result<std::string> LogStore::tile(const Tile& tile) {
  const Result<Checkpoint> head = newest_head();
  if (!head) return tl::unexpected(head.error());
  if (!is_in_log(tile, head->leaves)) {
    return failure(ErrorKind::NotFound, fmt::format("the log of {} leaves has no tile {} yet",
                                                    head->leaves, tile_path(tile)));
  }
  return tile.kind == TileKind::Entries ? entries(tile) : make_hash_tile(tile, reader());
}

Result<std::string> LogStore::entries(const Tile& tile) {
  std::string bundle;
  std::uint64_t count = 0;
  for (Query query(leaves_between_, tile.begin(), tile.end()); query.step(); ++count) {
    append_entry(bundle, query.text(0));
  }
  if (count == tile.width) return bundle;
  return failure(ErrorKind::Corrupt, fmt::format("the log misses leaves of {}: restore the "
                                                 "register from a backup",
                                                 tile_path(tile)));
}

Result<void> LogStore::check_begins_with(const Checkpoint& head) {
  const Result<Checkpoint> newest = newest_head();
  if (!newest) return tl::unexpected(newest.error());
  if (newest->leaves < head.leaves) {
    return failure(
        ErrorKind::Conflict,
        fmt::format(
            "the register holds {} leaves and its log has signed {}: it was restored from an "
            "old backup, or lost what was newest. It signs nothing more. Put the newer "
            "register.db back, together with its -wal file; if that is lost for good, keep "
            "this folder for gongshi-desk list and show, begin another log with "
            "gongshi-intake init --data NEW --origin ANOTHER, publish its key, and announce "
            "that the leaves from {} on are lost: their objectors hold receipts that prove "
            "them",
            newest->leaves, head.leaves, newest->leaves));
  }
  const Result<TreeEdge> edge = TreeEdge::read(head.leaves, reader());
  if (!edge) return tl::unexpected(edge.error());
  if (edge->root() == head.root) return {};
  return failure(
      ErrorKind::Conflict,
      fmt::format("the first {} leaves of the register are not those that its log has "
                  "signed: it is another copy, which went on by itself. It signs nothing "
                  "more. Put the register back that was in use last",
                  head.leaves));
}

Result<Leaf> LogStore::leaf(std::uint64_t index) {
  Query query(leaf_at_, index);
  const bool stands = query.step();
  Result<Leaf> parsed = parse_leaf(verifier().name(), stands ? query.text(0) : "");
  if (parsed) return parsed;
  return failure(ErrorKind::Corrupt,
                 fmt::format("the log has no leaf {} that can be read: restore the register from a "
                             "backup",
                             index));
}

Result<void> LogStore::check_newest_head() {
  const Result<TreeEdge> edge = newest_edge();
  if (!edge) return tl::unexpected(edge.error());
  Query count(leaf_count_);
  if (!count.step() || count.count(0) != edge->leaves()) {
    return failure(ErrorKind::Corrupt,
                   fmt::format("the newest tree head has {} leaves, the register another number: "
                               "restore it from a backup",
                               edge->leaves()));
  }
  return {};
}

Result<Sha256> LogStore::stored_hash(std::uint64_t position) {
  Query query(hash_at_, position);
  if (query.step()) return query.hash(0);
  return failure(
      ErrorKind::Corrupt,
      fmt::format("the log misses its tree node {}: restore the register from a backup", position));
}

ReadStoredHash LogStore::reader() {
  return [this](std::uint64_t position) { return stored_hash(position); };
}

Checkpoint LogStore::head_of(const TreeEdge& edge) const {
  return {.origin = verifier().name(), .leaves = edge.leaves(), .root = edge.root()};
}

std::string LogStore::write_head(const Checkpoint& head) {
  std::string checkpoint = sign_checkpoint(head, signer_);
  Query(insert_head_, head.leaves, checkpoint).run();
  return checkpoint;
}

Result<Checkpoint> LogStore::newest_head() {
  const Result<std::string> note = newest_checkpoint();
  if (!note) return tl::unexpected(note.error());
  if (signed_ && signed_->checkpoint == *note) return signed_->head;
  Result<Checkpoint> head = open_checkpoint(*note, verifier());
  if (head) return head;
  return failure(ErrorKind::Corrupt,
                 fmt::format("the newest tree head is not ours: {}; restore the register from a "
                             "backup",
                             head.error().message));
}

Result<TreeEdge> LogStore::newest_edge() {
  const Result<Checkpoint> head = newest_head();
  if (!head) return tl::unexpected(head.error());
  Result<TreeEdge> edge = TreeEdge::read(head->leaves, reader());
  if (!edge || edge->root() == head->root) return edge;
  return failure(ErrorKind::Corrupt,
                 fmt::format("the stored log is not the one of the newest tree head, of {} leaves: "
                             "restore the register from a backup",
                             head->leaves));
}

}  // namespace gongshi
