// Text with the lines and cells that a reader would see, collected from marked-up documents.
#ifndef GENERATOR_SCAN_LAID_OUT_TEXT_H_
#define GENERATOR_SCAN_LAID_OUT_TEXT_H_

#include <string>
#include <string_view>
#include <utility>

namespace gongshi {

// A row is a line, each of its cells stands after a tab. Characters of one run stay together
// however the document cuts them: "138" + "0013" + "8000" is a number.
class LaidOutText {
 public:
  void begin_block();  // a paragraph; the first one in a cell stays on the row's line
  void begin_row();
  void begin_cell();
  void line_break();
  void append(std::string_view text) { text_ += text; }
  // To append to, for whoever makes the text byte by byte.
  std::string& out() { return text_; }

  const std::string& text() const { return text_; }
  std::string take() && { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace gongshi

#endif  // GENERATOR_SCAN_LAID_OUT_TEXT_H_
