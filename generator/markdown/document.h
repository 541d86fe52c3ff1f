// The door to cmark: a document as a tree of nodes.
#ifndef GENERATOR_MARKDOWN_DOCUMENT_H_
#define GENERATOR_MARKDOWN_DOCUMENT_H_

#include <cmark.h>

#include <memory>
#include <string_view>
#include <vector>

namespace gongshi {

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using MarkdownDocument = std::unique_ptr<cmark_node, FreeNode>;

// Requires valid UTF-8. Anything is CommonMark, so this does not fail.
inline MarkdownDocument parse_markdown(std::string_view text) {
  return MarkdownDocument(cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT));
}

struct FreeIter {
  void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
};

// Every node below `top`, and itself, that is `wanted`, in the order of the text; they may then be
// changed, which an iterator forbids.
template <class Predicate>
std::vector<cmark_node*> nodes(cmark_node* top, Predicate wanted) {
  std::vector<cmark_node*> found;
  const std::unique_ptr<cmark_iter, FreeIter> iter(cmark_iter_new(top));
  for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(iter.get())) {
    cmark_node* node = cmark_iter_get_node(iter.get());
    if (event == CMARK_EVENT_ENTER && wanted(cmark_node_get_type(node))) found.push_back(node);
  }
  return found;
}

}  // namespace gongshi

#endif  // GENERATOR_MARKDOWN_DOCUMENT_H_
