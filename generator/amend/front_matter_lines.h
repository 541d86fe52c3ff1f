// Putting lines into a front matter (load/front_matter.h) without touching the others. New lines
// end as the file's first line does, in LF or CR LF.
#ifndef GENERATOR_AMEND_FRONT_MATTER_LINES_H_
#define GENERATOR_AMEND_FRONT_MATTER_LINES_H_

#include <optional>
#include <string>
#include <string_view>

namespace gongshi {

// `lines`, each ending in LF, in front of the second line of "+++", an empty line before them.
// Nothing when `text` has no front matter.
std::optional<std::string> append_to_front_matter(std::string_view text, std::string_view lines);

// `lines` behind line number `line`, counted from 1. Nothing when there is no such line.
std::optional<std::string> insert_after(std::string_view text, int line, std::string_view lines);

// The value `false` on that line, behind its first '=', becomes `true`, and `comment` stands in a
// line above. Nothing when the line is not of that form.
std::optional<std::string> set_true(std::string_view text, int line, std::string_view comment);

}  // namespace gongshi

#endif  // GENERATOR_AMEND_FRONT_MATTER_LINES_H_
