// XML as a sequence of beginnings, ends and texts. The only door to pugixml.
#ifndef GENERATOR_SCAN_XML_WALK_H_
#define GENERATOR_SCAN_XML_WALK_H_

#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace gongshi {

// Names are without their prefix: "t" for <w:t>. Valid during the call only.
struct XmlElement {
  std::string_view name;
  std::string_view parent;  // empty for the root
  std::vector<std::pair<std::string_view, std::string_view>> attributes;

  std::string_view attribute(std::string_view wanted) const;  // empty when absent
};

// Each may be left out.
struct XmlHandlers {
  std::function<void(const XmlElement&)> enter;
  std::function<void(std::string_view name)> leave;
  std::function<void(std::string_view parent, std::string_view text)> text;
};

// In the order of the document, comments and processing instructions left out; however deep it is,
// the stack stays small. False, and no calls, for bytes that are not XML. Entities that the
// document declares itself are not expanded.
bool walk_xml(std::string_view bytes, const XmlHandlers& handlers);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_XML_WALK_H_
