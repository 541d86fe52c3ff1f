#include "generator/render/xml.h"

#include <cstddef>
#include <string_view>

namespace gongshi {
namespace {

bool is_carried(char c) {
  return static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n' || c == '\r';
}

void append_escaped(std::string& xml, std::string_view text) {
  for (const char c : text) {
    if (c == '&') {
      xml += "&amp;";
    } else if (c == '<') {
      xml += "&lt;";
    } else if (c == '>') {
      xml += "&gt;";
    } else if (c == '"') {
      xml += "&quot;";
    } else if (is_carried(c)) {
      xml += c;
    }
  }
}

void append(std::string& xml, const OutputElement& element, std::size_t depth) {
  const std::string indent(2 * depth, ' ');
  xml += indent + "<" + element.name;
  for (const auto& [name, value] : element.attributes) {
    xml += " " + name + "=\"";
    append_escaped(xml, value);
    xml += '"';
  }
  if (element.text.empty() && element.children.empty()) {
    xml += "/>\n";
    return;
  }
  xml += '>';
  append_escaped(xml, element.text);
  if (!element.children.empty()) {
    xml += '\n';
    for (const OutputElement& child : element.children) append(xml, child, depth + 1);
    xml += indent;
  }
  xml += "</" + element.name + ">\n";
}

}  // namespace

std::string to_xml(const OutputElement& root) {
  std::string xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
  append(xml, root, 0);
  return xml;
}

}  // namespace gongshi
