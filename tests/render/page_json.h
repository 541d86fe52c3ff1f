// Page data as JSON, for tests to look into: numbers are texts by then.
#ifndef TESTS_RENDER_PAGE_JSON_H_
#define TESTS_RENDER_PAGE_JSON_H_

#include "generator/notice/json.h"
#include "site-templates/page_data.h"

namespace gongshi {

inline Json as_json(const PageData& data) {
  if (const auto* items = data.list()) {
    Json list = Json::array();
    for (const PageData& item : *items) list.push_back(as_json(item));
    return list;
  }
  if (const auto* members = data.members()) {
    Json object = Json::object();
    for (const auto& [name, value] : *members) object[std::string(name)] = as_json(value);
    return object;
  }
  if (data.is_text()) return std::string(data.text());
  return !data.is_nothing();
}

}  // namespace gongshi

#endif  // TESTS_RENDER_PAGE_JSON_H_
