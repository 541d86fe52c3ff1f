// What `gongshi new` leaves for a person to fill in: "（请填写：评选活动的名称）".
#ifndef GENERATOR_LOAD_BLANK_MARK_H_
#define GENERATOR_LOAD_BLANK_MARK_H_

#include <string_view>

namespace gongshi {

inline constexpr std::string_view kBlankMark = "（请填写";

}  // namespace gongshi

#endif  // GENERATOR_LOAD_BLANK_MARK_H_
