// Lists that are long enough for a box that filters them (partials/filter.mustache).
#ifndef GENERATOR_RENDER_LONG_LIST_H_
#define GENERATOR_RENDER_LONG_LIST_H_

#include <cstddef>

#include "site-templates/page_data.h"

namespace gongshi {

// Three screens of a phone: fewer rows are found sooner by looking, and a box would be in the way.
inline constexpr std::size_t kLongListRows = 20;

inline bool is_long(const PageData& rows) { return rows.size() >= kLongListRows; }

// Has the page run what filters. Requires the fields of frame().
inline void add_filter_scripts(PageData& page) {
  page["scripts"].push_back("find.js");
  page["scripts"].push_back("filter.js");
}

// Gives each section of a page the field "long": whether its list, under `rows`, gets a box. True
// when one does; then the page needs the scripts.
inline bool mark_long_lists(PageData& sections, const char* rows) {
  bool any = false;
  for (PageData& section : sections) {
    const bool with_box = is_long(section[rows]);
    section["long"] = with_box;
    any = any || with_box;
  }
  return any;
}

}  // namespace gongshi

#endif  // GENERATOR_RENDER_LONG_LIST_H_
