// The links, pictures and HTML of a text: what a page of plain words does not have.
#ifndef GENERATOR_MARKDOWN_MEDIA_H_
#define GENERATOR_MARKDOWN_MEDIA_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

enum class MediumKind { Link, Picture, Html };

struct MarkdownMedium {
  MediumKind kind = MediumKind::Link;
  std::string address;     // of a link or a picture, as CommonMark reads it
  bool has_words = false;  // whether a link or a picture says in words what it is
  std::size_t offset = 0;  // where it begins, in bytes of the text
};

// In the order of the text; of HTML in a line only what opens. Code and escaped characters are
// words, and a link by reference has its address, because this is what the page is made from.
// Requires valid UTF-8; any thread may call it.
std::vector<MarkdownMedium> media_of(std::string_view text);

}  // namespace gongshi

#endif  // GENERATOR_MARKDOWN_MEDIA_H_
