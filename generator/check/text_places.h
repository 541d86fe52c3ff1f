// Where the finds of a check stand in a text, when there may be thousands of them.
#ifndef GENERATOR_CHECK_TEXT_PLACES_H_
#define GENERATOR_CHECK_TEXT_PLACES_H_

#include <cstddef>
#include <string_view>

#include "generator/notice/diagnostic.h"

namespace gongshi {

// place_at() for one text, asked from front to back: reads the text once, not once for each find.
class TextPlaces {
 public:
  // `first` is where the text begins, at the head of a line. The text must outlive this.
  TextPlaces(std::string_view text, Place first);

  // Of the character that begins at byte `offset`, which is no smaller than the one before.
  const Place& at(std::size_t offset);

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  Place place_;  // of offset_
};

}  // namespace gongshi

#endif  // GENERATOR_CHECK_TEXT_PLACES_H_
