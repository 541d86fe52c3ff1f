#include "intake/office/page_links.h"

#include <fmt/format.h>

#include <charconv>

#include "generator/notice/percent_encoding.h"

namespace gongshi {
namespace {

constexpr std::size_t kPagesMax = 100'000;

}  // namespace

std::string desk_address(
    std::string_view path,
    std::initializer_list<std::pair<std::string_view, std::string_view>> query) {
  std::string address(path);
  char mark = '?';
  for (const auto& [name, value] : query) {
    if (value.empty()) continue;
    address += fmt::format("{}{}={}", mark, name, percent_encode_value(value));
    mark = '&';
  }
  return address;
}

std::size_t page_asked_for(const Request& request) {
  const std::string_view text = request.parameter("page");
  std::size_t page = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), page);
  const bool fine = parsed.ec == std::errc{} && parsed.ptr == text.data() + text.size();
  return fine && 1 <= page && page <= kPagesMax ? page : 1;
}

}  // namespace gongshi
