#include "intake/log/receipt_proof.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "intake/log/commitment.h"
#include "intake/log/leaf.h"
#include "intake/log/merkle_tree.h"
#include "intake/log/strict_lines.h"
#include "intake/seal/base64.h"

namespace gongshi {
namespace {

constexpr std::string_view kFirstLine = "c2sp.org/tlog-proof@v1";

// The hashes up to the empty line, which is taken too.
std::optional<std::vector<Sha256>> read_path(StrictLines& lines) {
  std::vector<Sha256> path;
  while (!lines.done()) {
    const std::optional<std::string_view> line = lines.next();
    if (!line) return std::nullopt;
    if (line->empty()) return path;
    const std::optional<Sha256> hash = parse_hash(*line);
    if (!hash || path.size() == kProofLengthMax) return std::nullopt;
    path.push_back(*hash);
  }
  return std::nullopt;
}

}  // namespace

std::string write_proof(const ReceiptProof& proof) {
  std::string text =
      fmt::format("{}\nextra {}\nindex {}\n", kFirstLine, to_base64(proof.leaf), proof.index);
  for (const Sha256& hash : proof.path) text += to_base64(hash) + '\n';
  text += '\n';
  text += proof.checkpoint;
  return text;
}

Result<ReceiptProof> parse_proof(std::string_view text) {
  StrictLines lines(text);
  const bool known = lines.next() == kFirstLine;
  std::optional<std::string> leaf = from_base64(lines.next_after("extra ").value_or("="));
  const std::optional<std::uint64_t> index = parse_decimal(lines.next_after("index ").value_or(""));
  std::optional<std::vector<Sha256>> path = read_path(lines);
  if (!known || !leaf || !index || !path || lines.done()) {
    return failure(ErrorKind::Invalid,
                   fmt::format("not a proof: expected “{}”, extra, index, hashes, an empty line "
                               "and a checkpoint, as the receipt has them",
                               kFirstLine));
  }
  return ReceiptProof{.leaf = *std::move(leaf),
                      .index = *index,
                      .path = *std::move(path),
                      .checkpoint = std::string(lines.rest())};
}

Result<Checkpoint> verify_proof(const ReceiptProof& proof, const NoteVerifier& log) {
  Result<Checkpoint> head = open_checkpoint(proof.checkpoint, log);
  if (!head) return head;
  if (!verify_inclusion(proof.index, head->leaves, leaf_hash(proof.leaf), proof.path, head->root)) {
    return failure(ErrorKind::Invalid,
                   fmt::format("the leaf is not at index {} of the log {} of {} leaves: leaf or "
                               "path were altered",
                               proof.index, head->origin, head->leaves));
  }
  return head;
}

Result<Checkpoint> verify_receipt(const ReceiptProof& proof, const NoteVerifier& log,
                                  std::string_view record, const Sha256& opening) {
  Result<Checkpoint> head = verify_proof(proof, log);
  if (!head) return head;
  const Result<Leaf> leaf = parse_leaf(log.name(), proof.leaf);
  if (!leaf) return tl::unexpected(leaf.error());
  const auto* filed = std::get_if<FiledLeaf>(&*leaf);
  if (filed == nullptr) {
    return failure(ErrorKind::Invalid, "the proof is not of the filing of an objection");
  }
  if (filed->commitment != commit(opening, record)) {
    return failure(ErrorKind::Invalid,
                   "record and opening are not those that the log committed to: one was altered");
  }
  return head;
}

}  // namespace gongshi
