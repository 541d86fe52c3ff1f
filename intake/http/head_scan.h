// Looks at the bytes of a request's head while httplib reads them, for what it does not tell.
#ifndef INTAKE_HTTP_HEAD_SCAN_H_
#define INTAKE_HTTP_HEAD_SCAN_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace gongshi {

// One head; used by one thread.
class HeadScan {
 public:
  void add(std::string_view bytes);

  std::size_t size() const { return size_; }

  // False after a CR without LF: httplib reads on, others may see a line end.
  bool is_in_lines() const { return in_lines_; }

  // False when a header on which we or a proxy decide where a request ends, what it is and who sent
  // it has a '%' in its value. httplib decodes "Content-Length: %33" to 3 and shows us only that;
  // nobody else does, and none of these values may hold a '%' at all.
  bool is_literal() const { return literal_; }

 private:
  std::size_t size_ = 0;
  char last_ = 0;
  bool in_lines_ = true;
  bool literal_ = true;
  std::string name_;  // of the header on this line, in lower case, as far as it matters
  bool in_name_ = true;
  bool decides_ = false;  // the value of such a header follows
};

}  // namespace gongshi

#endif  // INTAKE_HTTP_HEAD_SCAN_H_
