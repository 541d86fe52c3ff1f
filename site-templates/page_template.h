// A page as Mustache, read once and filled often: a flat list of what to print and when to jump.
//
// It prints what the library kainjow::mustache prints, byte for byte, for the part of Mustache that
// assemble_page() lets through; page_template_test.cc compares the two. The library took a tree of
// its own values, copied from ours for each page, and walked it with a function object for each
// word of the template: nine tenths of the time in which a page was filled.
#ifndef SITE_TEMPLATES_PAGE_TEMPLATE_H_
#define SITE_TEMPLATES_PAGE_TEMPLATE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/error.h"
#include "site-templates/page_data.h"
#include "site-templates/template_source.h"

namespace gongshi {

// Immutable: any thread may fill it.
class PageTemplate {
 public:
  // Requires a source from assemble_page().
  explicit PageTemplate(const TemplateSource& source);

  // The page. Invalid, naming the place in the templates, for the first name that is nowhere in
  // `data`, or that some template prints and that is no text.
  Result<std::string> fill(const PageData& data) const;

 private:
  enum class Kind : std::uint8_t { Text, LineEnd, Escaped, Raw, Section, Inverted };

  struct Step {
    Kind kind = Kind::Text;
    std::uint32_t index = 0;  // of the name
    std::uint32_t end = 0;    // of a section: the step after it; of a text: of its last whole line
    std::string text = {};    // what is printed as it stands
  };

  struct Name {
    std::vector<std::string> parts;  // of "window.opens" two; of "." none
    std::string written;
    std::string place;     // where it is asked for first
    bool printed = false;  // anywhere
  };

  class Compiler;
  class Filling;

  std::vector<Step> steps_;
  std::vector<Name> names_;
};

}  // namespace gongshi

#endif  // SITE_TEMPLATES_PAGE_TEMPLATE_H_
