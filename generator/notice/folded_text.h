// Text as it reads, however it was typed or pasted: for asking whether two texts say the same.
// Nothing that is stored or shown is folded (DESIGN 5).
#ifndef GENERATOR_NOTICE_FOLDED_TEXT_H_
#define GENERATOR_NOTICE_FOLDED_TEXT_H_

#include <string>
#include <string_view>

namespace gongshi {

// The letters, marks and digits alone, each in its usual form (NFKC, case folded): no blanks, line
// ends or punctuation. "ＬＩ　·李，２０１７" becomes "li李2017". Empty for text that is not UTF-8.
std::string fold_letters(std::string_view text);

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_FOLDED_TEXT_H_
