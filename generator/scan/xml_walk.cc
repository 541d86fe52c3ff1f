#include "generator/scan/xml_walk.h"

#include <algorithm>
#include <pugixml.hpp>

namespace gongshi {
namespace {

std::string_view local_name(std::string_view name) { return name.substr(name.rfind(':') + 1); }

XmlElement element_of(const pugi::xml_node& node) {
  XmlElement element{.name = local_name(node.name()),
                     .parent = local_name(node.parent().name()),
                     .attributes = {}};
  for (const pugi::xml_attribute& attribute : node.attributes()) {
    element.attributes.emplace_back(local_name(attribute.name()), attribute.value());
  }
  return element;
}

void enter(const pugi::xml_node& node, const XmlHandlers& handlers) {
  if (node.type() == pugi::node_element && handlers.enter) handlers.enter(element_of(node));
  const bool is_text = node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
  if (is_text && handlers.text) handlers.text(local_name(node.parent().name()), node.value());
}

void leave(const pugi::xml_node& node, const XmlHandlers& handlers) {
  if (node.type() == pugi::node_element && handlers.leave) handlers.leave(local_name(node.name()));
}

}  // namespace

std::string_view XmlElement::attribute(std::string_view wanted) const {
  const auto found = std::ranges::find(attributes, wanted, [](const auto& a) { return a.first; });
  return found == attributes.end() ? std::string_view() : found->second;
}

bool walk_xml(std::string_view bytes, const XmlHandlers& handlers) {
  pugi::xml_document document;
  constexpr unsigned kKeepBlanks = pugi::parse_default | pugi::parse_ws_pcdata;
  if (!document.load_buffer(bytes.data(), bytes.size(), kKeepBlanks)) return false;
  pugi::xml_node node = document.first_child();
  while (node) {
    enter(node, handlers);
    if (node.first_child()) {
      node = node.first_child();
      continue;
    }
    leave(node, handlers);
    while (node && !node.next_sibling()) {
      node = node.parent();
      leave(node, handlers);
    }
    if (node) node = node.next_sibling();
  }
  return true;
}

}  // namespace gongshi
