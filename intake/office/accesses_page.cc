#include "intake/office/accesses_page.h"

#include <algorithm>
#include <string>
#include <vector>

#include "intake/office/access_words.h"
#include "intake/office/desk_rules.h"
#include "intake/office/limits.h"
#include "intake/office/page_links.h"

namespace gongshi {
namespace {

// A word of another version's stands as it is.
std::string chinese_access(const Desk& desk, const std::string& what) {
  const bool known = std::ranges::find(access::kAll, what) != access::kAll.end();
  return known ? desk.frame.templates.message("desk.access." + what) : what;
}

std::string page_address(std::size_t page) {
  return desk_address(desk_path::kAccesses, {{"page", std::to_string(page)}});
}

}  // namespace

Answer show_accesses(const Desk& desk, const Request& request) {
  const std::size_t page = page_asked_for(request);
  // One more than is shown tells whether there is a next page.
  Result<std::vector<Access>> found =
      desk.record.accesses((page - 1) * kLinesOfPageMax, kLinesOfPageMax + 1);
  if (!found) return make_desk_failure(desk, request, found.error());
  const bool has_more = found->size() > kLinesOfPageMax;
  if (has_more) found->pop_back();
  Json rows = Json::array();
  for (const Access& access : *found) {
    rows.push_back({{"at", chinese_instant(access.at)},
                    {"actor", access.actor},
                    {"what", chinese_access(desk, access.what)},
                    {"about", access.number}});
  }
  const std::string title = desk.frame.templates.message("desk.accesses.title");
  return make_desk_page(
      desk.frame, &desk, 200, "accesses", title,
      {{"rows", rows},
       {"none", rows.empty() ? desk.frame.templates.message("desk.accesses.none") : ""},
       {"previous", page > 1 ? page_address(page - 1) : ""},
       {"next", has_more ? page_address(page + 1) : ""}});
}

}  // namespace gongshi
