#include "generator/check/text_places.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "generator/notice/utf8.h"

namespace gongshi {

TextPlaces::TextPlaces(std::string_view text, Place first)
    : text_(text), place_(std::move(first)) {}

const Place& TextPlaces::at(std::size_t offset) {
  assert(offset_ <= offset && offset <= text_.size());
  const std::string_view passed = text_.substr(offset_, offset - offset_);
  offset_ = offset;
  const std::size_t line_end = passed.rfind('\n');
  if (line_end != std::string_view::npos) {
    place_.line += static_cast<int>(std::ranges::count(passed, '\n'));
    place_.column = 1;
  }
  const auto on_line = line_end == std::string_view::npos ? passed : passed.substr(line_end + 1);
  place_.column += static_cast<int>(count_code_points(on_line));
  return place_;
}

}  // namespace gongshi
