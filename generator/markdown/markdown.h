// Text written by a clerk becomes HTML that cannot harm a page.
#ifndef GENERATOR_MARKDOWN_MARKDOWN_H_
#define GENERATOR_MARKDOWN_MARKDOWN_H_

#include <string>
#include <string_view>

namespace gongshi {

// CommonMark to HTML. The highest heading of the text becomes <h`top_heading`>, lower ones follow,
// so that the outline of the page around it has no gaps.
//
// HTML in the text is shown as the characters that were typed, never obeyed and never dropped; a
// picture shows its description, because pages load nothing from elsewhere; links keep only
// addresses that cannot run script. Requires valid UTF-8. Any thread may call it.
std::string markdown_to_html(std::string_view text, int top_heading);

}  // namespace gongshi

#endif  // GENERATOR_MARKDOWN_MARKDOWN_H_
