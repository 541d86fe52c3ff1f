// "&#49;", "&#x31;", "&commat;": characters that markup spells out.
#ifndef GENERATOR_SCAN_CHARACTER_REFERENCE_H_
#define GENERATOR_SCAN_CHARACTER_REFERENCE_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace gongshi {

// Appends what the reference at the front of `rest`, which starts with '&', stands for, and returns
// the bytes that spell it; 0, and nothing appended, for what is none. Knows every number and the
// names that could hide a value; as browsers do, it forgives a missing semicolon.
std::size_t resolve_reference(std::string_view rest, std::string& out);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_CHARACTER_REFERENCE_H_
