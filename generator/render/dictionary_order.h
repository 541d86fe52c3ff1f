// The order in which a Chinese reader looks something up: that of a dictionary, by pinyin. The only
// includer of ICU.
#ifndef GENERATOR_RENDER_DICTIONARY_ORDER_H_
#define GENERATOR_RENDER_DICTIONARY_ORDER_H_

#include <string>
#include <string_view>

#include "generator/notice/error.h"

namespace gongshi {

// Bytes that compare as the texts stand in a dictionary: digits, then characters by their pinyin,
// then the rare ones that the order has no pinyin for (𬱖, 㛃) by code point, then other
// scripts. A character with several readings stands under its most common one, also as a surname
// (单, 曾).
//
// Two texts have the same key only when they are the same bytes, so that no order is left to
// chance; nor does it depend on the machine's locale. Unavailable when ICU came without its data.
Result<std::string> dictionary_key(std::string_view text);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_DICTIONARY_ORDER_H_
