#include "intake/log/tile.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <iterator>

#include "intake/log/strict_lines.h"

namespace gongshi {
namespace {

constexpr unsigned kLevelsOfTile = 8;  // 2^8 = kTileWidth
constexpr std::string_view kEntries = "entries";
constexpr std::string_view kPartial = ".p/";

// 1234067 is x001/x234/067.
std::string group_digits(std::uint64_t index) {
  std::string groups = fmt::format("{:03}", index % 1000);
  while ((index /= 1000) != 0) groups = fmt::format("x{:03}/{}", index % 1000, groups);
  return groups;
}

// The number that the digits spell, wherever they stand: tile_path() says where they belong.
std::uint64_t ungroup_digits(std::string_view groups) {
  std::string digits;
  std::ranges::copy_if(groups, std::back_inserter(digits),
                       [](char c) { return '0' <= c && c <= '9'; });
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  return parse_decimal(digits).value_or(0);
}

std::vector<Tile> tiles_of_level(TileKind kind, unsigned level, std::uint64_t hashes) {
  std::vector<Tile> tiles;
  for (std::uint64_t begin = 0; begin < hashes; begin += kTileWidth) {
    tiles.push_back({.kind = kind,
                     .level = level,
                     .index = begin / kTileWidth,
                     .width = std::min(kTileWidth, hashes - begin)});
  }
  return tiles;
}

}  // namespace

std::string tile_path(const Tile& tile) {
  const std::string kind =
      tile.kind == TileKind::Entries ? std::string(kEntries) : fmt::format("{}", tile.level);
  std::string path = fmt::format("{}/{}", kind, group_digits(tile.index));
  if (tile.width != kTileWidth) path += fmt::format("{}{}", kPartial, tile.width);
  return path;
}

std::optional<Tile> parse_tile_path(std::string_view path) {
  const std::string_view kind = path.substr(0, path.find('/'));
  Tile tile{.kind = kind == kEntries ? TileKind::Entries : TileKind::Hashes};
  if (tile.kind == TileKind::Hashes) {
    const std::optional<std::uint64_t> level = parse_decimal(kind);
    if (!level || *level > kTileLevelMax) return std::nullopt;
    tile.level = static_cast<unsigned>(*level);
  }
  std::string_view groups = path.substr(kind.size());
  if (const std::size_t at = groups.find(kPartial); at != std::string_view::npos) {
    const std::optional<std::uint64_t> width = parse_decimal(groups.substr(at + kPartial.size()));
    if (!width || *width == 0 || *width >= kTileWidth) return std::nullopt;
    tile.width = *width;
    groups = groups.substr(0, at);
  }
  tile.index = ungroup_digits(groups);
  // One path for each tile: what is spelled otherwise is none.
  if (tile_path(tile) != path) return std::nullopt;
  return tile;
}

bool is_in_log(const Tile& tile, std::uint64_t leaves) {
  const std::uint64_t hashes = leaves >> (kLevelsOfTile * tile.level);
  return tile.index <= hashes / kTileWidth && tile.end() <= hashes;
}

std::vector<Tile> entry_tiles(std::uint64_t leaves) {
  return tiles_of_level(TileKind::Entries, 0, leaves);
}

std::vector<Tile> hash_tiles(std::uint64_t leaves) {
  std::vector<Tile> tiles;
  for (unsigned level = 0; level <= kTileLevelMax; ++level) {
    const auto of_level =
        tiles_of_level(TileKind::Hashes, level, leaves >> (kLevelsOfTile * level));
    tiles.insert(tiles.end(), of_level.begin(), of_level.end());
  }
  return tiles;
}

Result<std::string> make_hash_tile(const Tile& tile, const ReadStoredHash& stored) {
  assert(tile.kind == TileKind::Hashes);
  std::string bytes;
  for (std::uint64_t i = tile.begin(); i < tile.end(); ++i) {
    const Result<Sha256> hash = stored(stored_position(kLevelsOfTile * tile.level, i));
    if (!hash) return tl::unexpected(hash.error());
    bytes.append(hash->begin(), hash->end());
  }
  return bytes;
}

void append_entry(std::string& bundle, std::string_view leaf) {
  assert(leaf.size() <= kEntryBytesMax);
  bundle += static_cast<char>(leaf.size() >> 8U);
  bundle += static_cast<char>(leaf.size() & 0xFFU);
  bundle += leaf;
}

Result<std::vector<std::string>> parse_entries(std::string_view bundle, std::uint64_t count) {
  std::vector<std::string> leaves;
  while (bundle.size() >= 2 && leaves.size() < count) {
    const std::size_t length =
        static_cast<std::size_t>(static_cast<unsigned char>(bundle[0])) * 256 +
        static_cast<unsigned char>(bundle[1]);
    bundle.remove_prefix(2);
    if (length > bundle.size()) break;
    leaves.emplace_back(bundle.substr(0, length));
    bundle.remove_prefix(length);
  }
  if (leaves.size() == count && bundle.empty()) return leaves;
  return failure(ErrorKind::Invalid,
                 fmt::format("not a bundle of {} leaves: it was cut or altered", count));
}

}  // namespace gongshi
