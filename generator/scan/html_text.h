// The text of an HTML page, as a reader, a search engine and a curious neighbour see it.
#ifndef GENERATOR_SCAN_HTML_TEXT_H_
#define GENERATOR_SCAN_HTML_TEXT_H_

#include <string>
#include <string_view>

namespace gongshi {

struct HtmlText {
  std::string text;        // paragraphs as lines, rows of tables as lines with tabs; scripts too
  std::string attributes;  // link targets, alt, title, …: one value a line
  std::string comments;
};

// Takes any text: what is not well formed is read as a browser would about read it. Character
// references are resolved, so "&#49;38" hides nothing. Inline markup does not part digits.
HtmlText html_text(std::string_view html);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_HTML_TEXT_H_
