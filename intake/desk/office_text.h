// What somebody in the office writes into the register for good: a reason, a reply, their name.
#ifndef INTAKE_DESK_OFFICE_TEXT_H_
#define INTAKE_DESK_OFFICE_TEXT_H_

#include <cstddef>
#include <string_view>

#include "generator/notice/error.h"

namespace gongshi {

// A reason or a reply is a letter of some pages, not a file; more belongs in an enclosure.
inline constexpr std::size_t kOfficeTextLengthMax = 20'000;  // code points
inline constexpr std::size_t kActorLengthMax = 100;          // code points of a person's name

// Invalid, with a sentence that begins with `what`, for text that is not UTF-8, blank, has control
// characters other than tab and line ends, or is longer than `length_max` code points.
Result<void> require_office_text(std::string_view what, std::string_view text,
                                 std::size_t length_max);

// The same for the name of whoever acts, which is one line. `role` is 经办人, 审批人 …
Result<void> require_actor(std::string_view name, std::string_view role = "经办人");

}  // namespace gongshi

#endif  // INTAKE_DESK_OFFICE_TEXT_H_
