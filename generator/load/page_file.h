// pages/<id>.md: a page about the site itself (about, how to object, privacy, accessibility).
// Its first line is its title: "# 关于本站".
#ifndef GENERATOR_LOAD_PAGE_FILE_H_
#define GENERATOR_LOAD_PAGE_FILE_H_

#include <optional>
#include <string>

#include "generator/load/content.h"
#include "generator/load/source_tree.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

// Nothing, and the problem, when the file is no text. Without a title ("page-title") the page is
// present, its title is empty and its body is the whole text. Requires that the file is there.
std::optional<Page> load_page(const SourceTree& tree, const std::string& id, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_PAGE_FILE_H_
