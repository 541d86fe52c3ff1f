#include "generator/markdown/media.h"

#include <algorithm>

#include "generator/markdown/document.h"
#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

// Where each line begins.
std::vector<std::size_t> line_offsets(std::string_view text) {
  std::vector<std::size_t> offsets = {0};
  for (std::size_t end = text.find('\n'); end != std::string_view::npos;
       end = text.find('\n', end + 1)) {
    offsets.push_back(end + 1);
  }
  return offsets;
}

bool is_medium(cmark_node_type type) {
  return type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE || type == CMARK_NODE_HTML_BLOCK ||
         type == CMARK_NODE_HTML_INLINE;
}

MediumKind kind_of(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_LINK:
      return MediumKind::Link;
    case CMARK_NODE_IMAGE:
      return MediumKind::Picture;
    default:
      return MediumKind::Html;
  }
}

bool has_words(cmark_node* node) {
  const auto words = nodes(node, [](cmark_node_type type) {
    return type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE;
  });
  return std::ranges::any_of(
      words, [](cmark_node* word) { return !trim_blanks(cmark_node_get_literal(word)).empty(); });
}

// The tag that opened it has been said.
bool closes_a_tag(cmark_node* node) {
  return cmark_node_get_type(node) == CMARK_NODE_HTML_INLINE &&
         std::string_view(cmark_node_get_literal(node)).starts_with("</");
}

// cmark counts columns in bytes, and in odd nests of blocks a few too many or too few: never let
// that point into the middle of a character.
std::size_t offset_of(cmark_node* node, std::string_view text,
                      const std::vector<std::size_t>& lines) {
  const auto line = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1)) - 1;
  const auto byte = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1)) - 1;
  std::size_t offset = std::min(lines[std::min(line, lines.size() - 1)] + byte, text.size());
  const auto is_inside = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
  };
  while (offset > 0 && is_inside(offset)) --offset;
  return offset;
}

std::string address_of(cmark_node* node) {
  const char* address = cmark_node_get_url(node);
  return address == nullptr ? "" : address;
}

}  // namespace

std::vector<MarkdownMedium> media_of(std::string_view text) {
  const MarkdownDocument document = parse_markdown(text);
  const std::vector<std::size_t> lines = line_offsets(text);
  std::vector<MarkdownMedium> media;
  for (cmark_node* node : nodes(document.get(), is_medium)) {
    if (closes_a_tag(node)) continue;
    media.push_back({.kind = kind_of(node),
                     .address = address_of(node),
                     .has_words = has_words(node),
                     .offset = offset_of(node, text, lines)});
  }
  std::ranges::stable_sort(media, {}, &MarkdownMedium::offset);
  return media;
}

}  // namespace gongshi
