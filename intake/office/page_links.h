// Numbered pages of a long list, and the addresses of the desk with their queries.
#ifndef INTAKE_OFFICE_PAGE_LINKS_H_
#define INTAKE_OFFICE_PAGE_LINKS_H_

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "intake/http/message.h"

namespace gongshi {

// "/case?number=2017-000001-7": what is empty is left out, what is no letter or digit is encoded.
std::string desk_address(
    std::string_view path,
    std::initializer_list<std::pair<std::string_view, std::string_view>> query);

// The query's `page`, 1 when it says nothing or nonsense.
std::size_t page_asked_for(const Request& request);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_PAGE_LINKS_H_
