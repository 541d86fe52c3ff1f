// What a page is compiled from: one text, with the layout around it, the partials put in and the
// comments left out.
//
// Mustache would do that while rendering, parse each partial again for each page, follow partials
// that hold each other for ever, and say nothing about a name that does not exist. So the templates
// are put together once, here, and the mistakes are found here, with their place.
#ifndef SITE_TEMPLATES_TEMPLATE_SOURCE_H_
#define SITE_TEMPLATES_TEMPLATE_SOURCE_H_

#include <map>
#include <string>
#include <string_view>

#include "generator/notice/error.h"

namespace gongshi {

// Path below site-templates/ -> bytes.
using TemplateFiles = std::map<std::string, std::string>;

struct TemplateSource {
  std::string text;
  // Each name that the text asks for, dotted as written -> where it does so first
  // ("layout.mustache:12").
  std::map<std::string, std::string> asked;
  // Those of them that it prints, in {{name}} or {{{name}}}.
  std::map<std::string, std::string> printed;
};

// Which frame a template stands in: layout.mustache holds those of pages/, paper.mustache those of
// papers/, desk.mustache those of desk/.
enum class TemplateKind { Page, Paper, Desk };

// The frame with <folder>/<page>.mustache in the place of its partial "page". Blanks at the
// beginning of lines are left out, as are line ends after a tag that stands alone in its line and
// prints nothing: they are for those who read the templates.
//
// Invalid, naming file and line, for a tag that does not end, a section that is not closed in the
// file in which it opens, a partial that is not there or holds itself, a name that is not made of
// [a-z0-9_.], and for two things of Mustache that we do without: {{&name}}, because triple braces
// are what reviewers search for, and changed delimiters.
Result<TemplateSource> assemble_page(const TemplateFiles& files, std::string_view page,
                                     TemplateKind kind = TemplateKind::Page);

}  // namespace gongshi

#endif  // SITE_TEMPLATES_TEMPLATE_SOURCE_H_
