#include "generator/toml/spelling.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>
#include <vector>

#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

// By characters, not by bytes: two Chinese characters that have nothing to do with each other often
// share two bytes of three.
using Characters = std::vector<std::string_view>;

Characters characters_of(std::string_view word) {
  Characters characters;
  while (!word.empty()) {
    characters.push_back(first_code_points(word, 1));
    word.remove_prefix(characters.back().size());
  }
  return characters;
}

// Levenshtein distance, one row of the table at a time.
std::size_t edit_distance(const Characters& a, const Characters& b) {
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

constexpr std::size_t kWordLengthMax =
    64;  // characters; longer words are not typing mistakes of a key

}  // namespace

std::string nearest_spelling(std::string_view word,
                             const std::set<std::string, std::less<>>& known) {
  std::string nearest;
  std::size_t best = kWordLengthMax;
  if (count_code_points(word) > kWordLengthMax) return nearest;
  const Characters written = characters_of(word);
  for (const std::string& candidate : known) {
    const Characters meant = characters_of(candidate);
    const std::size_t longer = std::max(written.size(), meant.size());
    const std::size_t allowed = std::max<std::size_t>(1, longer * 2 / 5);
    const std::size_t distance = edit_distance(written, meant);
    if (distance <= allowed && distance < best) {
      best = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

std::string did_you_mean(std::string_view word, const std::set<std::string, std::less<>>& known) {
  const std::string nearest = nearest_spelling(word, known);
  return nearest.empty() ? "" : fmt::format("；是不是“{}”？", nearest);
}

}  // namespace gongshi
