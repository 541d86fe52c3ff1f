#include "intake/register/form_filter.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace gongshi {
namespace {

constexpr std::size_t kWordBits = 64;
// With four places among sixteen bits for each digest, one in four hundred looks known; over the
// layers of a million, one in a hundred and fifty.
constexpr std::size_t kBitsPerDigest = 16;
constexpr std::size_t kFirstLayerDigests = std::size_t{1} << 16U;  // 128 KiB

// A digest is as good as random: its quarters are its places.
std::array<std::uint64_t, 4> places_of(const Sha256& digest) {
  std::array<std::uint64_t, 4> places{};
  static_assert(sizeof places == sizeof digest);
  std::memcpy(places.data(), digest.data(), sizeof places);
  return places;
}

std::uint64_t bit_of(std::uint64_t place) { return std::uint64_t{1} << (place % kWordBits); }

std::size_t word_of(std::uint64_t place, std::size_t words) {
  return (place / kWordBits) & (words - 1);
}

}  // namespace

void FormFilter::add(const Sha256& digest) {
  if (layers_.empty() || layers_.back().room == 0) {
    const std::size_t room = kFirstLayerDigests << layers_.size();
    layers_.push_back(
        {.words = std::vector<std::uint64_t>(room * kBitsPerDigest / kWordBits), .room = room});
  }
  Layer& newest = layers_.back();
  --newest.room;
  for (const std::uint64_t place : places_of(digest)) {
    newest.words[word_of(place, newest.words.size())] |= bit_of(place);
  }
}

bool FormFilter::may_hold(const Sha256& digest) const {
  const auto places = places_of(digest);
  return std::ranges::any_of(layers_, [&](const Layer& layer) {
    return std::ranges::all_of(places, [&](std::uint64_t place) {
      return (layer.words[word_of(place, layer.words.size())] & bit_of(place)) != 0;
    });
  });
}

}  // namespace gongshi
