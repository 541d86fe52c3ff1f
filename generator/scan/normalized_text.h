// Text as the detectors read it: full-width digits, circled numbers, radicals and other
// compatibility forms become what they mean, invisible characters vanish, and every byte knows the
// character of the source that it came from. The door to utf8proc's mappings.
#ifndef GENERATOR_SCAN_NORMALIZED_TEXT_H_
#define GENERATOR_SCAN_NORMALIZED_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace gongshi {

// The NFKC mapping of each character for itself. Characters that only composition would make
// (an accent after its letter) stay apart: nothing that is looked for needs them, and mapping
// one character at a time is what keeps the way back exact.
// A byte that is not UTF-8 becomes '?': the scanner reads whatever there is.
class NormalizedText {
 public:
  explicit NormalizedText(std::string_view source);

  const std::string& text() const { return text_; }

  // Where in the source the character begins that gave byte `at` of text(); the end of the source
  // for `at` == text().size().
  std::size_t source_offset(std::size_t at) const;

 private:
  // From text_[at] on, bytes come from source[source]: one after the other when `verbatim`, else
  // all from the one character there.
  struct Stretch {
    std::size_t at;
    std::size_t source;
    bool verbatim;
  };

  void copy(std::string_view bytes, std::size_t source);
  void map(std::string_view bytes, std::size_t source);

  std::string text_;
  std::vector<Stretch> stretches_;  // few: plain text is one
  std::size_t source_size_;
};

}  // namespace gongshi

#endif  // GENERATOR_SCAN_NORMALIZED_TEXT_H_
