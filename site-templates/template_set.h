// The templates, messages and assets of a site: everything an office restyles without C++.
//
//   layout.mustache            the frame of every page
//   pages/<name>.mustache      what stands inside the frame
//   paper.mustache             the frame of every paper: a document to print that stands alone
//   papers/<name>.mustache     what stands inside it
//   desk.mustache              the frame of the pages of the office's own desk, no part of a site
//   desk/<name>.mustache       what stands inside it
//   desk/assets/…              what they need beside assets/
//   partials/<name>.mustache   pieces used by several pages: {{> name}}
//   assets/…                   copied to the site as they are
//   examples/<name>.json       what a partial may be given: for people, not part of a site
//   messages.json              every sentence and word that C++ emits, by key
//
// The syntax is Mustache: logic-less, and {{…}} is escaped. Triple braces {{{…}}} put markup in
// unescaped; only values that this program rendered from Markdown go there, and the style sheets of
// papers, and reviewers search for them. Each file says in a comment on top what it takes;
// layout.mustache says what every page takes.
//
// To add a page: write pages/<name>.mustache, list it in CMakeLists.txt, call render("<name>", …).
#ifndef SITE_TEMPLATES_TEMPLATE_SET_H_
#define SITE_TEMPLATES_TEMPLATE_SET_H_

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "generator/notice/error.h"
#include "generator/notice/json_forward.h"
#include "site-templates/message_table.h"
#include "site-templates/page_data.h"

namespace gongshi {

// Immutable after loading: any thread may render.
class TemplateSet {
 public:
  // NotFound when `folder` is not there or lacks layout.mustache or messages.json; Invalid, naming
  // file and place, for a template or message file that does not parse.
  static Result<TemplateSet> load(const std::filesystem::path& folder);

  // The set that stands in this repository, compiled into the program: the daemon needs no files.
  static const TemplateSet& embedded();

  // pages/<page>.mustache inside the layout, both filled from `data`. Invalid when there is no such
  // page, or when the templates ask for a field that is nowhere in `data`: a blank on a page is a
  // mistake that nobody sees.
  Result<std::string> render(std::string_view page, const PageData& data) const;
  Result<std::string> render(std::string_view page, const Json& data) const;

  // desk/<page>.mustache inside its frame, in the same way.
  Result<std::string> render_desk(std::string_view page, const Json& data) const;

  // papers/<paper>.mustache inside its frame, in the same way; the style sheets are this set's.
  Result<std::string> render_paper(std::string_view paper, const Json& data) const;

  // The message under `key` with {name} replaced by the value of that name. A key that is not there
  // is our own bug: it comes back in brackets, and a test looks for every key that C++ uses.
  using Arguments = MessageTable::Arguments;
  std::string message(std::string_view key, Arguments arguments = {}) const;

  // Path below assets/ -> bytes.
  const std::map<std::string, std::string>& assets() const;
  // The same below desk/assets/.
  const std::map<std::string, std::string>& desk_assets() const;

 private:
  struct Parts;
  static Result<TemplateSet> from_files(const std::map<std::string, std::string>& files);
  explicit TemplateSet(std::shared_ptr<const Parts> parts);
  std::shared_ptr<const Parts> parts_;
};

}  // namespace gongshi

#endif  // SITE_TEMPLATES_TEMPLATE_SET_H_
