// Addresses that stay true outside the site: in feeds, calendars, the site map and chats.
#ifndef GENERATOR_RENDER_ADDRESS_H_
#define GENERATOR_RENDER_ADDRESS_H_

#include <string>
#include <string_view>

#include "generator/load/site.h"

namespace gongshi {

// "notices/x/index.html", or the folder "notices/x/", becomes "https://gongshi.example/notices/x/".
// A page has this one address and no other (canonical). ASCII.
std::string address_of(const Site& site, std::string_view path);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_ADDRESS_H_
