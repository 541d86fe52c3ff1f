// How deep a TOML document nests by its keys. The library bounds brackets, but not the parts of a
// dotted key: "a.a.a. … = 1" builds one table per part, and taking them down again is recursive.
#ifndef GENERATOR_TOML_NESTING_H_
#define GENERATOR_TOML_NESTING_H_

#include <cstddef>
#include <optional>
#include <string_view>

namespace gongshi {

inline constexpr int kKeyPartsMax = 16;  // our formats use three

// The byte offset of the first dot that gives a key more than kKeyPartsMax parts. Dots in strings
// and comments do not count.
std::optional<std::size_t> first_overlong_key(std::string_view toml);

}  // namespace gongshi

#endif  // GENERATOR_TOML_NESTING_H_
