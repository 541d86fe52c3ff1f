#include "generator/render/atom_feed.h"

#include "generator/render/xml.h"

namespace gongshi {
namespace {

OutputElement text_element(const char* name, std::string text) {
  return {.name = name, .text = std::move(text)};
}

OutputElement link(const char* relation, const char* type, const std::string& address) {
  return {.name = "link", .attributes = {{"rel", relation}, {"type", type}, {"href", address}}};
}

OutputElement author(const std::string& name) {
  return {.name = "author", .children = {text_element("name", name)}};
}

OutputElement entry_element(const FeedEntry& entry) {
  return {.name = "entry",
          .children = {text_element("id", entry.address), text_element("title", entry.title),
                       text_element("published", to_text(entry.published)),
                       text_element("updated", to_text(entry.updated)), author(entry.author),
                       link("alternate", "text/html", entry.address),
                       text_element("summary", entry.summary)}};
}

}  // namespace

std::string write_atom(const Feed& feed) {
  OutputElement root{
      .name = "feed",
      .attributes = {{"xmlns", "http://www.w3.org/2005/Atom"}, {"xml:lang", "zh-CN"}},
      .children = {text_element("id", feed.atom_address), text_element("title", feed.title),
                   text_element("updated", to_text(feed.updated)), author(feed.author),
                   link("self", "application/atom+xml", feed.atom_address),
                   link("alternate", "text/html", feed.page_address)}};
  for (const FeedEntry& entry : feed.entries) root.children.push_back(entry_element(entry));
  return to_xml(root);
}

}  // namespace gongshi
