#include "intake/http/multipart.h"

#include <algorithm>
#include <array>
#include <utility>

#include "intake/http/header_text.h"
#include "intake/http/request_rules.h"

namespace gongshi {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kHeadEnd = "\r\n\r\n";
constexpr std::size_t kBoundaryLengthMax = 70;  // RFC 2046, 5.1.1

bool is_boundary(std::string_view text) {
  constexpr std::string_view kMarks = "'()+_,-./:=? ";
  return !text.empty() && text.size() <= kBoundaryLengthMax && !text.ends_with(' ') &&
         std::ranges::all_of(text, [&](char c) {
           return ('0' <= c && c <= '9') || ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z') ||
                  kMarks.find(c) != std::string_view::npos;
         });
}

// `;` and a parameter, taken off the front one by one.
class Parameters {
 public:
  explicit Parameters(std::string_view rest) : rest_(rest) {}

  // False at the end, and when what follows is no parameter.
  bool next() {
    skip_blanks();
    if (rest_.empty() || failed_) return false;
    failed_ = !take(";");
    do {
      skip_blanks();
    } while (!failed_ && take(";"));  // RFC 9110 lets parameters be empty
    if (rest_.empty()) return false;
    failed_ = failed_ || !take_name() || !take("=") || !take_value();
    return !failed_;
  }

  bool failed() const { return failed_; }
  std::string_view name() const { return name_; }
  std::string& value() { return value_; }

 private:
  void skip_blanks() {
    while (!rest_.empty() && is_header_blank(rest_.front())) rest_.remove_prefix(1);
  }

  bool take(std::string_view mark) {
    const bool stands = rest_.starts_with(mark);
    if (stands) rest_.remove_prefix(mark.size());
    return stands;
  }

  bool take_name() {
    name_ = rest_.substr(0, rest_.find_first_of("=; \t"));
    rest_.remove_prefix(name_.size());
    return !name_.empty();
  }

  bool take_value() {
    value_.clear();
    if (take("\"")) return take_quoted();
    value_ = rest_.substr(0, rest_.find_first_of("; \t"));
    rest_.remove_prefix(value_.size());
    return true;
  }

  // Browsers write %22 for a quote in a name, curl \", and old ones whole paths with their
  // backslashes.
  bool take_quoted() {
    while (!rest_.empty() && rest_.front() != '"') {
      if (rest_.starts_with("\\\"")) rest_.remove_prefix(1);
      value_ += rest_.front();
      rest_.remove_prefix(1);
    }
    return take("\"");
  }

  std::string_view rest_;
  std::string_view name_;
  std::string value_;
  bool failed_ = false;
};

// Of the value of a Content-Disposition.
std::optional<PartHead> read_disposition(std::string_view value) {
  const std::string_view type = value.substr(0, value.find_first_of("; \t"));
  if (!equals_ignoring_case(type, "form-data")) return std::nullopt;
  PartHead head;
  std::array<int, 2> times{};
  Parameters parameters(value.substr(type.size()));
  while (parameters.next()) {
    if (equals_ignoring_case(parameters.name(), "name")) {
      ++times[0];
      head.name = std::move(parameters.value());
    } else if (equals_ignoring_case(parameters.name(), "filename")) {
      ++times[1];
      head.filename = std::move(parameters.value());
    }
  }
  if (parameters.failed() || times[0] != 1 || times[1] > 1) return std::nullopt;
  return head;
}

bool is_as_it_is(std::string_view transfer_encoding) {
  return std::ranges::any_of(
      std::array<std::string_view, 3>{"7bit", "8bit", "binary"},
      [&](std::string_view plain) { return equals_ignoring_case(transfer_encoding, plain); });
}

// What would end a line, or a string, for another reader.
bool is_cut(char c) { return c == '\r' || c == '\n' || c == '\0'; }

// `lines`: each with its line end.
std::optional<PartHead> read_part_head(std::string_view lines) {
  std::optional<PartHead> head;
  while (!lines.empty()) {
    const std::string_view line = lines.substr(0, lines.find(kLineEnd));
    lines.remove_prefix(line.size() + kLineEnd.size());
    const std::string_view name = line.substr(0, line.find(':'));
    const bool is_header =
        name.size() < line.size() && is_header_name(name) && std::ranges::none_of(line, is_cut);
    if (!is_header) return std::nullopt;
    const std::string_view value = without_blanks(line.substr(name.size() + 1));
    if (equals_ignoring_case(name, "content-disposition")) {
      if (head) return std::nullopt;
      head = read_disposition(value);
      if (!head) return std::nullopt;
    } else if (equals_ignoring_case(name, "content-transfer-encoding") && !is_as_it_is(value)) {
      return std::nullopt;
    }
  }
  return head;
}

}  // namespace

std::optional<std::string> multipart_boundary(std::string_view content_type) {
  Parameters parameters(content_type.substr(std::min(content_type.size(), content_type.find(';'))));
  std::optional<std::string> boundary;
  while (parameters.next()) {
    if (!equals_ignoring_case(parameters.name(), "boundary")) continue;
    if (boundary || !is_boundary(parameters.value())) return std::nullopt;
    boundary = std::move(parameters.value());
  }
  return parameters.failed() ? std::nullopt : boundary;
}

// The first boundary is found like every other, as if a line end stood before it.
MultipartReader::MultipartReader(std::string_view boundary, Receiver receiver)
    : delimiter_(std::string("\r\n--").append(boundary)),
      receiver_(std::move(receiver)),
      waiting_(kLineEnd) {}

bool MultipartReader::push(std::string_view bytes) {
  waiting_.append(bytes);
  Step step = Step::Taken;
  while (step == Step::Taken) step = take_next();
  waiting_.erase(0, std::exchange(begin_, 0));
  return step != Step::Failed;
}

MultipartReader::Step MultipartReader::take_next() {
  switch (state_) {
    case State::Delimiter:
      return take_delimiter();
    case State::AfterDelimiter:
      return take_after_delimiter();
    case State::Head:
      return take_head();
    case State::Data:
      return take_data();
    case State::Complete:
      break;
  }
  begin_ = waiting_.size();
  return Step::WantsMore;
}

MultipartReader::Step MultipartReader::take_delimiter() {
  if (rest().size() < delimiter_.size()) return Step::WantsMore;
  if (!rest().starts_with(delimiter_)) return Step::Failed;
  begin_ += delimiter_.size();
  state_ = State::AfterDelimiter;
  return Step::Taken;
}

MultipartReader::Step MultipartReader::take_after_delimiter() {
  if (rest().size() < kLineEnd.size()) return Step::WantsMore;
  const bool is_last = rest().starts_with("--");
  if (!is_last && !rest().starts_with(kLineEnd)) return Step::Failed;
  begin_ += kLineEnd.size();
  state_ = is_last ? State::Complete : State::Head;
  return Step::Taken;
}

MultipartReader::Step MultipartReader::take_head() {
  const std::size_t end = rest().find(kHeadEnd);
  if (std::min(end, rest().size()) > kPartHeadBytesMax) return Step::Failed;
  if (end == std::string_view::npos) return Step::WantsMore;
  const auto head = read_part_head(rest().substr(0, end + kLineEnd.size()));
  if (!head || !receiver_.begin_part(*head)) return Step::Failed;
  begin_ += end + kHeadEnd.size();
  state_ = State::Data;
  return Step::Taken;
}

MultipartReader::Step MultipartReader::take_data() {
  const std::size_t end = rest().find(delimiter_);
  const bool is_whole = end != std::string_view::npos;
  // The last bytes may be the beginning of a boundary.
  const std::size_t held = std::min(rest().size(), delimiter_.size() - 1);
  const std::string_view data = rest().substr(0, is_whole ? end : rest().size() - held);
  if (!data.empty() && !receiver_.add(data)) return Step::Failed;
  begin_ += data.size();
  if (!is_whole) return Step::WantsMore;
  state_ = State::Delimiter;
  return Step::Taken;
}

}  // namespace gongshi
