// Tiles (c2sp.org/tlog-tiles): the whole log as files that never change, for whoever wants to read
// it and not take our word. 256 hashes of one level make a tile, 256 leaves a bundle of entries.
//
//   0/x001/x234/067       the hashes [256 n, 256 n + 256) of level 0, n = 1234067
//   1/000.p/3             the first three hashes of a tile that is not full yet
//   entries/000.p/8       the first eight leaves, each after its length in two bytes, big endian
//
// Hash i of level L is the root over the leaves [256^L i, 256^L (i + 1)): level L is level 8 L of
// merkle_tree.h. A tile is there as soon as the log has all that it holds.
#ifndef INTAKE_LOG_TILE_H_
#define INTAKE_LOG_TILE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/error.h"
#include "intake/log/merkle_tree.h"

namespace gongshi {

inline constexpr std::uint64_t kTileWidth = 256;
inline constexpr unsigned kTileLevelMax = 5;  // 2^48 leaves, as the format has it

// What two bytes can count. Ours have some hundred.
inline constexpr std::size_t kEntryBytesMax = 65'535;

enum class TileKind { Hashes, Entries };

struct Tile {
  TileKind kind = TileKind::Hashes;
  unsigned level = 0;  // 0 for entries
  std::uint64_t index = 0;
  std::uint64_t width = kTileWidth;  // of the part that is meant, 1 to 256

  // In its level: of entries, leaf indices.
  std::uint64_t begin() const { return index * kTileWidth; }
  std::uint64_t end() const { return begin() + width; }

  bool operator==(const Tile&) const = default;
};

// The path below /tile/. A full tile has no width in its path.
std::string tile_path(const Tile& tile);
// Nothing for anything that tile_path() does not give.
std::optional<Tile> parse_tile_path(std::string_view path);

// Whether a log of so many leaves has all that the tile holds.
bool is_in_log(const Tile& tile, std::uint64_t leaves);

// The bundles that hold all leaves, in order, and the tiles that hold all hashes, level by level.
std::vector<Tile> entry_tiles(std::uint64_t leaves);
std::vector<Tile> hash_tiles(std::uint64_t leaves);

// The bytes of a tile of hashes. Requires is_in_log() for the log that `stored` reads.
Result<std::string> make_hash_tile(const Tile& tile, const ReadStoredHash& stored);

// Adds a leaf to a bundle. Requires at most kEntryBytesMax bytes.
void append_entry(std::string& bundle, std::string_view leaf);
// The leaves of a bundle. Invalid unless it holds exactly `count` and nothing else.
Result<std::vector<std::string>> parse_entries(std::string_view bundle, std::uint64_t count);

}  // namespace gongshi

#endif  // INTAKE_LOG_TILE_H_
