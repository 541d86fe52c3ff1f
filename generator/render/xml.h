// XML as the feeds and the site map write it.
#ifndef GENERATOR_RENDER_XML_H_
#define GENERATOR_RENDER_XML_H_

#include <string>
#include <utility>
#include <vector>

namespace gongshi {

// An element with a text or with children, not both. Names are ours and trusted; values and texts
// are anybody's, valid UTF-8, and escaped in writing.
struct OutputElement {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes = {};
  std::string text = {};
  std::vector<OutputElement> children = {};
};

// The whole document: declaration, two blanks of indentation, LF. Control characters that XML 1.0
// cannot carry are left out.
std::string to_xml(const OutputElement& root);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_XML_H_
