#include "intake/log/tile.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/log/from_hex.h"

namespace gongshi {
namespace {

using testing::ElementsAre;

struct Spelling {
  Tile tile;
  std::string path;
};

const Spelling kSpellings[] = {
    {{.index = 0}, "0/000"},
    {{.index = 999}, "0/999"},
    {{.level = 1, .index = 1000}, "1/x001/000"},
    {{.level = 5, .index = 1234067}, "5/x001/x234/067"},
    {{.index = 0, .width = 8}, "0/000.p/8"},
    {{.level = 2, .index = 67, .width = 255}, "2/067.p/255"},
    {{.kind = TileKind::Entries}, "entries/000"},
    {{.kind = TileKind::Entries, .index = 1234067, .width = 1}, "entries/x001/x234/067.p/1"},
};

TEST(TileTest, EachTileHasOnePath) {
  for (const Spelling& spelling : kSpellings) {
    EXPECT_EQ(tile_path(spelling.tile), spelling.path);
    EXPECT_EQ(parse_tile_path(spelling.path), spelling.tile) << spelling.path;
  }
}

TEST(TileTest, OtherSpellingsAreNone) {
  for (const char* path : {"",
                           "/",
                           "0",
                           "0/",
                           "000",
                           "0/0",
                           "0/00",
                           "0/0000",
                           "0/1000",
                           "0/001/000",
                           "0/x001/00",
                           "0/x000/001",
                           "0/x001",
                           "0/001/",
                           "0//001",
                           "/0/001",
                           "0/001.p",
                           "0/001.p/",
                           "0/001.p/0",
                           "0/001.p/01",
                           "0/001.p/256",
                           "0/001.p/8/",
                           "0/001.p/-8",
                           "0/001.p/8.p/8",
                           "6/000",
                           "00/000",
                           "-1/000",
                           "x/000",
                           "entries",
                           "entries/0",
                           "Entries/000",
                           "entries/000.P/8",
                           "0/../000",
                           "0/x001/../000",
                           "0/x999/x999/x999/x999/x999/x999/x999/999",
                           "0/ 00",
                           "0/0x1"}) {
    EXPECT_EQ(parse_tile_path(path), std::nullopt) << path;
  }
}

TEST(TileTest, ATileIsThereOnceTheLogHasAllOfIt) {
  EXPECT_TRUE(is_in_log({.width = 8}, 8));
  EXPECT_TRUE(is_in_log({.width = 7}, 8));  // nobody deletes it
  EXPECT_FALSE(is_in_log({.width = 9}, 8));
  EXPECT_FALSE(is_in_log({}, 255));
  EXPECT_TRUE(is_in_log({}, 256));
  EXPECT_FALSE(is_in_log({.index = 1, .width = 1}, 256));
  EXPECT_TRUE(is_in_log({.level = 1, .width = 1}, 256));
  EXPECT_FALSE(is_in_log({.level = 1, .width = 2}, 511));
  EXPECT_FALSE(is_in_log({.level = 5, .index = ~std::uint64_t{0} / 2}, ~std::uint64_t{0}));
  EXPECT_FALSE(is_in_log({.width = 1}, 0));
}

std::vector<std::string> paths(const std::vector<Tile>& tiles) {
  std::vector<std::string> all;
  for (const Tile& tile : tiles) all.push_back(tile_path(tile));
  return all;
}

TEST(TileTest, TheTilesOfALogHoldAllOfIt) {
  EXPECT_THAT(entry_tiles(0), ElementsAre());
  EXPECT_THAT(hash_tiles(0), ElementsAre());
  EXPECT_THAT(paths(entry_tiles(257)), ElementsAre("entries/000", "entries/001.p/1"));
  EXPECT_THAT(paths(hash_tiles(255)), ElementsAre("0/000.p/255"));
  EXPECT_THAT(paths(hash_tiles(513)), ElementsAre("0/000", "0/001", "0/002.p/1", "1/000.p/2"));
  EXPECT_EQ(hash_tiles(65'536).back(), (Tile{.level = 2, .width = 1}));
  for (const std::uint64_t leaves : {1U, 256U, 65'536U, 70'000U}) {
    for (const Tile& tile : hash_tiles(leaves)) EXPECT_TRUE(is_in_log(tile, leaves));
    for (const Tile& tile : entry_tiles(leaves)) EXPECT_TRUE(is_in_log(tile, leaves));
  }
}

// A hash of a tile of level 1 is the root over its 256 leaves.
TEST(TileTest, HoldsTheHashesOfItsLevel) {
  TreeEdge edge;
  TreeEdge second;  // of the leaves 256 to 511 alone
  std::vector<Sha256> row;
  std::string level_zero;
  for (int i = 0; i < 600; ++i) {
    const Sha256 leaf = leaf_hash("leaf-" + std::to_string(i));
    for (const Sha256& hash : edge.append(leaf)) row.push_back(hash);
    if (i < 256) level_zero.append(leaf.begin(), leaf.end());
    if (256 <= i && i < 512) second.append(leaf);
  }
  const ReadStoredHash stored = [&](std::uint64_t position) -> Result<Sha256> {
    return row.at(position);
  };
  EXPECT_EQ(make_hash_tile({}, stored).value(), level_zero);
  EXPECT_EQ(make_hash_tile({.width = 3}, stored).value(), level_zero.substr(0, 96));
  const std::string level_one = make_hash_tile({.level = 1, .width = 2}, stored).value();
  // vectors.txt has the root of the first 256.
  EXPECT_EQ(level_one.substr(0, 32),
            from_hex("f7ed5eb44be61908cdf66bb316813dc75442aa2a5b307177c06c728271356c91"));
  const Sha256 root = second.root();
  EXPECT_EQ(level_one.substr(32), std::string(root.begin(), root.end()));

  const ReadStoredHash broken = [](std::uint64_t) -> Result<Sha256> {
    return failure(ErrorKind::Corrupt, "gone");
  };
  EXPECT_EQ(make_hash_tile({}, broken).error().message, "gone");
}

TEST(TileTest, EntriesComeBack) {
  const std::vector<std::string> leaves = {"a", "", std::string(kEntryBytesMax, 'x'),
                                           std::string("\0\n", 2), "异议"};
  std::string bundle;
  for (const std::string& leaf : leaves) append_entry(bundle, leaf);
  EXPECT_EQ(bundle.substr(0, 5), std::string("\0\1a\0\0", 5));
  EXPECT_EQ(parse_entries(bundle, leaves.size()).value(), leaves);
  EXPECT_TRUE(parse_entries("", 0).value().empty());
}

TEST(TileTest, ABundleHasExactlyItsLeaves) {
  std::string bundle;
  append_entry(bundle, "one");
  append_entry(bundle, "two");
  EXPECT_FALSE(parse_entries(bundle, 1));
  EXPECT_FALSE(parse_entries(bundle, 3));
  EXPECT_FALSE(parse_entries(bundle + "x", 2));
  for (std::size_t size = 0; size < bundle.size(); ++size) {
    EXPECT_FALSE(parse_entries(bundle.substr(0, size), 2)) << size;
  }
}

}  // namespace
}  // namespace gongshi
