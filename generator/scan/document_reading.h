// One document being read: the budget that all its nested documents share, and the readers of each
// kind. Inside this box only; document_text() is the way in.
#ifndef GENERATOR_SCAN_DOCUMENT_READING_H_
#define GENERATOR_SCAN_DOCUMENT_READING_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "generator/scan/document_text.h"

namespace gongshi {

class DocumentReading {
 public:
  explicit DocumentReading(const DocumentLimits& limits)
      : bytes_left_(limits.unfolded_bytes),
        members_left_(limits.members),
        nesting_left_(limits.nesting),
        pages_max_(limits.pages) {}

  // False when the budget is used up; it stays so.
  bool spend_bytes(std::size_t bytes);
  bool spend_member();
  int pages_max() const { return pages_max_; }
  bool exhausted() const { return exhausted_; }

  // A document inside another. Its parts and remarks go to `into` under `locus`; a failure is a
  // remark there.
  void read_inside(const std::string& locus, std::string_view file_name, std::string_view bytes,
                   DocumentText& into);

  Result<DocumentText> read(std::string_view file_name, std::string_view bytes);

 private:
  std::size_t bytes_left_;
  std::size_t members_left_;
  int nesting_left_;
  int pages_max_;
  bool exhausted_ = false;
};

// "“名单.doc”是…": the error that every reader returns.
tl::unexpected<Error> cannot_look(std::string_view file_name, std::string_view why);

}  // namespace gongshi

#endif  // GENERATOR_SCAN_DOCUMENT_READING_H_
