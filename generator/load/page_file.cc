#include "generator/load/page_file.h"

#include "generator/load/text_file.h"
#include "generator/notice/utf8.h"

namespace gongshi {

std::optional<Page> load_page(const SourceTree& tree, const std::string& id,
                              Diagnostics& problems) {
  const std::string path = "pages/" + id + ".md";
  const auto text = read_text(tree, path, problems);
  if (!text) return std::nullopt;
  Page page{.id = id,
            .title = "",
            .body = std::string(*text),
            .body_place = {.file = tree.shown(path), .line = 1, .column = 1},
            .place = {.file = tree.shown(path), .line = 1, .column = 1}};
  const std::string_view first_line = text->substr(0, text->find('\n'));
  if (first_line.starts_with("# ")) page.title = trim_blanks(first_line.substr(2));
  if (page.title.empty()) {
    problems.push_back({.place = page.place,
                        .code = "page-title",
                        .message = "第一行要写页面的标题，如“# 关于本站”"});
  } else {
    page.body.erase(0, first_line.size() + 1);
    page.body_place.line = 2;
  }
  return page;
}

}  // namespace gongshi
