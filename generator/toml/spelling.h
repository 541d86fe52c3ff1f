// "Did you mean …?": the nearest known word to one that was mistyped.
#ifndef GENERATOR_TOML_SPELLING_H_
#define GENERATOR_TOML_SPELLING_H_

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace gongshi {

// The word at the smallest edit distance in characters, if that is at most two fifths of the longer
// word and at least one edit is allowed; otherwise empty. The first in order among equals.
std::string nearest_spelling(std::string_view word,
                             const std::set<std::string, std::less<>>& known);

// "；是不是“大同市”？" with the nearest of `known`, to end a sentence; empty when none is near.
std::string did_you_mean(std::string_view word, const std::set<std::string, std::less<>>& known);

}  // namespace gongshi

#endif  // GENERATOR_TOML_SPELLING_H_
