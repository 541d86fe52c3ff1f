#include "generator/toml/spelling.h"

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

namespace gongshi {
namespace {

// Levenshtein distance, one row of the table at a time.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

constexpr std::size_t kWordLengthMax = 64;  // longer words are not typing mistakes of a key

}  // namespace

std::string nearest_spelling(std::string_view word,
                             const std::set<std::string, std::less<>>& known) {
  std::string nearest;
  std::size_t best = kWordLengthMax;
  if (word.size() > kWordLengthMax) return nearest;
  for (const std::string& candidate : known) {
    const std::size_t allowed =
        std::max<std::size_t>(1, std::max(word.size(), candidate.size()) * 2 / 5);
    const std::size_t distance = edit_distance(word, candidate);
    if (distance <= allowed && distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace gongshi
