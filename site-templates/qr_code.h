// The door to libqrencode: an address as a picture that a telephone reads from paper
// or from a screen.
#ifndef SITE_TEMPLATES_QR_CODE_H_
#define SITE_TEMPLATES_QR_CODE_H_

#include <string>

#include "generator/notice/error.h"

namespace gongshi {

// Dark squares on a light ground of size × size units, the quiet zone of four units included.
struct QrCode {
  int size = 0;
  std::string path;  // of an SVG: one run of dark squares after the other, row by row
};

// Always the same picture for the same text, with error correction M (a seventh of it may be
// soiled). Invalid when the text is empty or longer than a QR code holds (2331 bytes).
Result<QrCode> qr_code(const std::string& text);

// The same for a terminal: lines of half blocks, two rows of squares in each. What is light in the
// picture is drawn, because terminals are dark.
Result<std::string> qr_text(const std::string& text);

}  // namespace gongshi

#endif  // SITE_TEMPLATES_QR_CODE_H_
