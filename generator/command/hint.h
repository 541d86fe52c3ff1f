// How to mend a problem, in general. A problem's own sentence says what is wrong here and names the
// way out; the hint adds what a person who meets it for the first time does not know: why it is
// asked for, and where to look.
#ifndef GENERATOR_COMMAND_HINT_H_
#define GENERATOR_COMMAND_HINT_H_

#include <string>
#include <string_view>

namespace gongshi {

// Chinese, without a full stop. Of a rule: that of the rules' table, with its source and whether a
// waiver can silence it. Empty for a code that nobody has given one.
std::string hint_for(std::string_view code);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_HINT_H_
