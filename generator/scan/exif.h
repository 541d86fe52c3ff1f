// The texts in EXIF, which is TIFF without a picture. Every offset is checked: the bytes come from
// anywhere.
#ifndef GENERATOR_SCAN_EXIF_H_
#define GENERATOR_SCAN_EXIF_H_

#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

struct ExifText {
  std::string name;  // "Artist"; "0x013B" for tags without a name here
  std::string text;  // UTF-8
};

struct Exif {
  std::vector<ExifText> texts;
  bool has_position = false;  // a GPS directory with at least one entry
};

// Takes the block after "Exif\0\0". What is broken ends the reading; what came before stays.
Exif read_exif(std::string_view tiff);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_EXIF_H_
