#include "generator/render/json_feed.h"

#include "generator/notice/json.h"

namespace gongshi {
namespace {

Json authors(const std::string& name) { return Json::array({{{"name", name}}}); }

Json describe(const FeedEntry& entry) {
  return {{"id", entry.address},
          {"url", entry.address},
          {"title", entry.title},
          {"content_text", entry.summary},
          {"date_published", to_text(entry.published)},
          {"date_modified", to_text(entry.updated)},
          {"authors", authors(entry.author)}};
}

}  // namespace

std::string write_json_feed(const Feed& feed) {
  Json items = Json::array();
  for (const FeedEntry& entry : feed.entries) items.push_back(describe(entry));
  const Json root = {{"version", "https://jsonfeed.org/version/1.1"},
                     {"title", feed.title},
                     {"home_page_url", feed.page_address},
                     {"feed_url", feed.json_address},
                     {"language", "zh-CN"},
                     {"authors", authors(feed.author)},
                     {"items", std::move(items)}};
  return root.dump(2) + "\n";
}

}  // namespace gongshi
