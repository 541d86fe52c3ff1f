#include "intake/verify/replayed_log.h"

#include <fmt/format.h>

#include <utility>

#include "intake/log/merkle_tree.h"
#include "intake/log/tile.h"

namespace gongshi {
namespace {

tl::unexpected<Error> lied(std::string sentence) {
  return failure(ErrorKind::Invalid, std::move(sentence));
}

}  // namespace

Result<ReplayedLog> ReplayedLog::fetch(const LogSource& source, const NoteVerifier& log) {
  ReplayedLog replayed;
  Result<std::string> note = source("checkpoint");
  if (!note) return tl::unexpected(note.error());
  replayed.checkpoint_ = *std::move(note);
  const Result<Checkpoint> head = open_checkpoint(replayed.checkpoint_, log);
  if (!head) {
    return lied(fmt::format("取到的检查点不是日志 {} 用这把公钥签名的。", log.name()));
  }
  replayed.head_ = *head;
  if (Result<void> fetched = replayed.fetch_leaves(source); !fetched) {
    return tl::unexpected(fetched.error());
  }
  if (replayed.root(head->leaves) != head->root) {
    return lied("公布的日志内容与签名的检查点不符：有内容被改动、删除或增加。");
  }
  if (Result<void> compared = replayed.compare_hashes(source); !compared) {
    return tl::unexpected(compared.error());
  }
  return replayed;
}

Sha256 ReplayedLog::root(std::uint64_t leaves) const {
  return TreeEdge::read(leaves, [this](std::uint64_t position) { return stored(position); })
      .value()
      .root();
}

Result<void> ReplayedLog::fetch_leaves(const LogSource& source) {
  TreeEdge edge;
  for (const Tile& tile : entry_tiles(head_.leaves)) {
    const Result<std::string> bundle = source("tile/" + tile_path(tile));
    if (!bundle) return tl::unexpected(bundle.error());
    const auto entries = parse_entries(*bundle, tile.width);
    if (!entries) return lied(fmt::format("日志文件 {} 的条数不对。", tile_path(tile)));
    for (const std::string& text : *entries) {
      Result<Leaf> leaf = parse_leaf(head_.origin, text);
      if (!leaf) return lied(fmt::format("日志第 {} 条不是本日志的格式。", edge.leaves()));
      leaves_.push_back(*std::move(leaf));
      for (const Sha256& hash : edge.append(leaf_hash(text))) row_.push_back(hash);
    }
  }
  return {};
}

Result<void> ReplayedLog::compare_hashes(const LogSource& source) const {
  for (const Tile& tile : hash_tiles(head_.leaves)) {
    const Result<std::string> served = source("tile/" + tile_path(tile));
    if (!served) return tl::unexpected(served.error());
    const Result<std::string> computed =
        make_hash_tile(tile, [this](std::uint64_t position) { return stored(position); });
    if (*served != computed.value()) {
      return lied(fmt::format("日志文件 {} 与日志内容不符。", tile_path(tile)));
    }
  }
  return {};
}

}  // namespace gongshi
