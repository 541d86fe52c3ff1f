// The text of the XML that office documents are made of: WordprocessingML, DrawingML, OFD, ODF.
#ifndef GENERATOR_SCAN_XML_TEXT_H_
#define GENERATOR_SCAN_XML_TEXT_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongshi {

// Paragraphs as lines, rows of tables as lines with tabs. Text that revision tracking keeps as
// deleted is still there and is read. Nothing for bytes that are not XML.
std::optional<std::string> xml_text(std::string_view bytes);

// Every attribute's value on a line of its own: link targets, cached records, authors.
std::optional<std::string> xml_attributes(std::string_view bytes);

// Elements that hold text and no elements, as (name, text) in order: a properties file.
std::optional<std::vector<std::pair<std::string, std::string>>> xml_properties(
    std::string_view bytes);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_XML_TEXT_H_
