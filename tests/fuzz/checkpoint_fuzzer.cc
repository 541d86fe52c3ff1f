// Properties: a checkpoint, a leaf and a path of a tile have one spelling each, and what parses is
// written back as that.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "intake/log/checkpoint.h"
#include "intake/log/leaf.h"
#include "intake/log/tile.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto checkpoint = gongshi::parse_checkpoint(text);
  if (checkpoint && gongshi::to_text(*checkpoint) != text) std::abort();

  constexpr std::string_view kOrigin = "demo.example/objections";
  const auto leaf = gongshi::parse_leaf(kOrigin, text);
  if (leaf && gongshi::write_leaf(kOrigin, *leaf) != text) std::abort();

  const auto tile = gongshi::parse_tile_path(text);
  if (tile && gongshi::tile_path(*tile) != text) std::abort();
  return 0;
}
