// Lists that are long enough for a box that filters them (partials/filter.mustache).
#ifndef GENERATOR_RENDER_LONG_LIST_H_
#define GENERATOR_RENDER_LONG_LIST_H_

#include <cstddef>

#include "generator/notice/json.h"

namespace gongshi {

// Three screens of a phone: fewer rows are found sooner by looking, and a box would be in the way.
inline constexpr std::size_t kLongListRows = 20;

inline bool is_long(const Json& rows) { return rows.size() >= kLongListRows; }

// Has the page run what filters. Requires the fields of frame().
inline void add_filter_scripts(Json& page) {
  page["scripts"].push_back("find.js");
  page["scripts"].push_back("filter.js");
}

// Gives each section of a page the field "long": whether its list, under `rows`, gets a box. True
// when one does; then the page needs the scripts.
inline bool mark_long_lists(Json& sections, const char* rows) {
  bool any = false;
  for (Json& section : sections) {
    section["long"] = is_long(section[rows]);
    any = any || section["long"].get<bool>();
  }
  return any;
}

}  // namespace gongshi

#endif  // GENERATOR_RENDER_LONG_LIST_H_
