// A multipart/form-data body (RFC 7578, RFC 2046) taken apart while it comes in.
//
// In place of httplib's reader, whose regular expressions took a fifth of a filing's instructions.
#ifndef INTAKE_HTTP_MULTIPART_H_
#define INTAKE_HTTP_MULTIPART_H_

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace gongshi {

// The headers of one part. The longest file name that a system takes is 255 bytes; browsers may
// write three for each of them.
inline constexpr std::size_t kPartHeadBytesMax = 4096;

// What Content-Disposition says of a part; as sent, but for a quote behind a backslash, which is a
// quote.
struct PartHead {
  std::string name;
  std::string filename;  // empty when there is none
};

// The parameter `boundary` of a Content-Type. Nothing unless there is one such, of 1 to 70
// characters that a boundary may have.
std::optional<std::string> multipart_boundary(std::string_view content_type);

// Strict where two readers could disagree: the body begins with its first boundary; a part has one
// Content-Disposition, of type form-data and with one name; no header is continued on a next line;
// nothing is taken that comes in base64 or quoted-printable. What follows the last boundary is
// dropped.
class MultipartReader {
 public:
  // Both return false to stop.
  struct Receiver {
    std::function<bool(const PartHead&)> begin_part;
    std::function<bool(std::string_view)> add;  // the next bytes of the part that began last
  };

  MultipartReader(std::string_view boundary, Receiver receiver);

  // False when the body is not well formed or the receiver stopped; then no more may be pushed.
  bool push(std::string_view bytes);

  // The last boundary has come.
  bool is_complete() const { return state_ == State::Complete; }

 private:
  enum class State { Delimiter, AfterDelimiter, Head, Data, Complete };
  enum class Step { Taken, WantsMore, Failed };

  Step take_next();
  Step take_delimiter();
  Step take_after_delimiter();
  Step take_head();
  Step take_data();
  std::string_view rest() const { return std::string_view(waiting_).substr(begin_); }

  const std::string delimiter_;  // CR LF, two hyphens and the boundary
  const Receiver receiver_;
  State state_ = State::Delimiter;
  std::string waiting_;  // came and was not taken yet, from begin_
  std::size_t begin_ = 0;
};

}  // namespace gongshi

#endif  // INTAKE_HTTP_MULTIPART_H_
