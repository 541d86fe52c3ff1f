#include "tests/verify/sample_public_log.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <utility>

#include "intake/log/checkpoint.h"
#include "intake/log/merkle_tree.h"
#include "intake/log/tile.h"
#include "tests/log/worked_example.h"

namespace gongshi {
namespace {

struct GrownTree {
  TreeEdge edge;
  std::vector<Sha256> row;
};

GrownTree grow(const std::vector<std::string>& leaves, std::size_t count) {
  GrownTree tree;
  for (std::size_t i = 0; i < count; ++i) {
    for (const Sha256& hash : tree.edge.append(leaf_hash(leaves[i]))) tree.row.push_back(hash);
  }
  return tree;
}

}  // namespace

SamplePublicLog::SamplePublicLog()
    : signer(NoteSigner::parse(worked_example::kLogSecret).value()) {}

void SamplePublicLog::file(std::size_t count, std::string_view date) {
  for (std::size_t i = 0; i < count; ++i) {
    add(FiledLeaf{.date = parse_date(date).value(),
                  .commitment = sha256(std::to_string(leaves.size()))});
  }
}

void SamplePublicLog::decide(std::uint64_t ref, Outcome outcome) {
  add(DecidedLeaf{.ref = ref,
                  .date = parse_date("2017-06-26").value(),
                  .outcome = outcome,
                  .commitment = sha256("reason")});
}

std::string SamplePublicLog::checkpoint(std::size_t count) const {
  return sign_checkpoint(
      {.origin = key().name(), .leaves = count, .root = grow(leaves, count).edge.root()}, signer);
}

std::map<std::string, std::string> SamplePublicLog::files() const {
  std::map<std::string, std::string> files = {{"checkpoint", checkpoint()}};
  const GrownTree tree = grow(leaves, leaves.size());
  for (const Tile& tile : hash_tiles(leaves.size())) {
    files["tile/" + tile_path(tile)] =
        make_hash_tile(tile, [&](std::uint64_t at) -> Result<Sha256> {
          return tree.row[at];
        }).value();
  }
  for (const Tile& tile : entry_tiles(leaves.size())) {
    std::string& bundle = files["tile/" + tile_path(tile)];
    for (std::uint64_t i = tile.begin(); i < tile.end(); ++i) append_entry(bundle, leaves[i]);
  }
  return files;
}

void SamplePublicLog::write_to(const std::filesystem::path& folder) const {
  for (const auto& [path, bytes] : files()) {
    std::filesystem::create_directories((folder / path).parent_path());
    std::ofstream(folder / path, std::ios::binary) << bytes;
  }
}

ReplayedLog SamplePublicLog::replay() const {
  auto log = ReplayedLog::fetch(source_of(files()), key());
  EXPECT_TRUE(log) << log.error().message;
  return *std::move(log);
}

LogSource source_of(std::map<std::string, std::string> files) {
  return [files = std::move(files)](std::string_view path) -> Result<std::string> {
    const auto found = files.find(std::string(path));
    if (found != files.end()) return found->second;
    return failure(ErrorKind::NotFound, "没有 " + std::string(path));
  };
}

std::string text_of(const Verdict& verdict) {
  return fmt::format("{}", fmt::join(verdict.sentences, "\n"));
}

}  // namespace gongshi
