#include "generator/render/markdown.h"

#include <cmark.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <vector>

namespace gongshi {
namespace {

constexpr int kHeadingLevelMax = 6;

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
struct FreeIter {
  void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
};

// Every node of the document that is `wanted`; they may then be changed, which an iterator forbids.
template <class Predicate>
std::vector<cmark_node*> nodes(cmark_node* document, Predicate wanted) {
  std::vector<cmark_node*> found;
  const std::unique_ptr<cmark_iter, FreeIter> iter(cmark_iter_new(document));
  for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iter.get())) {
    cmark_node* node = cmark_iter_get_node(iter.get());
    if (event == CMARK_EVENT_ENTER && wanted(cmark_node_get_type(node))) found.push_back(node);
  }
  return found;
}

void shift_headings(cmark_node* document, int top) {
  const auto headings =
      nodes(document, [](cmark_node_type type) { return type == CMARK_NODE_HEADING; });
  int highest = kHeadingLevelMax;
  for (cmark_node* heading : headings) {
    highest = std::min(highest, cmark_node_get_heading_level(heading));
  }
  for (cmark_node* heading : headings) {
    const int level = cmark_node_get_heading_level(heading) - highest + top;
    cmark_node_set_heading_level(heading, std::min(level, kHeadingLevelMax));
  }
}

cmark_node* text_node(cmark_node* html) {
  cmark_node* text = cmark_node_new(CMARK_NODE_TEXT);
  cmark_node_set_literal(text, cmark_node_get_literal(html));
  return text;
}

// Where HTML stood, the characters that spelled it.
void show_html_as_text(cmark_node* document) {
  const auto is_html = [](cmark_node_type type) {
    return type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE;
  };
  for (cmark_node* html : nodes(document, is_html)) {
    cmark_node* shown = text_node(html);
    if (cmark_node_get_type(html) == CMARK_NODE_HTML_BLOCK) {
      cmark_node* paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
      cmark_node_append_child(paragraph, shown);
      shown = paragraph;
    }
    cmark_node_replace(html, shown);
    cmark_node_free(html);
  }
}

// Inner pictures last, so that a picture in a picture's description is emptied before its parent.
void show_pictures_as_text(cmark_node* document) {
  auto pictures = nodes(document, [](cmark_node_type type) { return type == CMARK_NODE_IMAGE; });
  std::ranges::reverse(pictures);
  for (cmark_node* picture : pictures) {
    while (cmark_node* child = cmark_node_first_child(picture)) {
      cmark_node_insert_before(picture, child);
    }
    cmark_node_unlink(picture);
    cmark_node_free(picture);
  }
}

}  // namespace

std::string markdown_to_html(std::string_view text, int top_heading) {
  const std::unique_ptr<cmark_node, FreeNode> document(
      cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
  shift_headings(document.get(), top_heading);
  show_html_as_text(document.get());
  show_pictures_as_text(document.get());
  const std::unique_ptr<char, decltype(&std::free)> html(
      cmark_render_html(document.get(), CMARK_OPT_DEFAULT), &std::free);
  return html.get();
}

}  // namespace gongshi
