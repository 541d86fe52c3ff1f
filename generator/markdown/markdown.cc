#include "generator/markdown/markdown.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <vector>

#include "generator/markdown/document.h"

namespace gongshi {
namespace {

constexpr int kHeadingLevelMax = 6;

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
  const MarkdownDocument document = parse_markdown(text);
  shift_headings(document.get(), top_heading);
  show_html_as_text(document.get());
  show_pictures_as_text(document.get());
  const std::unique_ptr<char, decltype(&std::free)> html(
      cmark_render_html(document.get(), CMARK_OPT_DEFAULT), &std::free);
  return html.get();
}

}  // namespace gongshi
