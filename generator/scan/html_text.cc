#include "generator/scan/html_text.h"

#include <algorithm>
#include <cstdint>

#include "generator/notice/eight_bytes.h"
#include "generator/scan/character_reference.h"
#include "generator/scan/laid_out_text.h"
#include "generator/scan/wording.h"

namespace gongshi {
namespace {

// A name of up to eight letters, in lower case, as a number: a page has hundreds of tags, and
// twenty-seven numbers are compared faster than as many texts. 0 for a longer one.
constexpr std::uint64_t packed(std::string_view name) {
  std::uint64_t number = 0;
  if (name.size() > sizeof(number)) return 0;
  for (const char c : name) {
    const char lower = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    number = (number << 8U) | static_cast<unsigned char>(lower);
  }
  return number;
}

// What a tag does to the lines of the text.
enum class Layout { Inline, Cell, LineBreak, Row, Block };

Layout layout_of(std::uint64_t name) {
  switch (name) {
    case packed("a"):
    case packed("abbr"):
    case packed("b"):
    case packed("bdi"):
    case packed("bdo"):
    case packed("cite"):
    case packed("code"):
    case packed("data"):
    case packed("del"):
    case packed("em"):
    case packed("font"):
    case packed("i"):
    case packed("ins"):
    case packed("kbd"):
    case packed("mark"):
    case packed("q"):
    case packed("s"):
    case packed("samp"):
    case packed("small"):
    case packed("span"):
    case packed("strong"):
    case packed("sub"):
    case packed("sup"):
    case packed("time"):
    case packed("u"):
    case packed("var"):
    case packed("wbr"):
      return Layout::Inline;
    case packed("td"):
    case packed("th"):
      return Layout::Cell;
    case packed("br"):
      return Layout::LineBreak;
    case packed("tr"):
    case packed("table"):
      return Layout::Row;
    default:
      return Layout::Block;
  }
}

bool is_blank(char c) { return c == ' ' || ('\t' <= c && c <= '\r'); }

class HtmlReader {
 public:
  explicit HtmlReader(std::string_view html) : html_(html) {}

  HtmlText run() {
    body_.out().reserve(html_.size());
    found_.attributes.reserve(html_.size());
    while (at_ < html_.size()) {
      append_until('<', body_.out());
      if (at_ < html_.size()) markup();
    }
    found_.text = std::move(body_).take();
    return std::move(found_);
  }

 private:
  // The next byte that is `stop` or not read as it stands: '&', and white space that is one kind of
  // blank.
  std::size_t verbatim_end(char stop) const {
    std::size_t i = at_;
    for (; html_.size() - i >= EightBytes::kSize; i += EightBytes::kSize) {
      const EightBytes bytes(html_.data() + i);
      const ByteMarks marks = bytes.equal(stop) | bytes.equal('&') | bytes.within('\t', '\r');
      if (marks.any()) return i + marks.first();
    }
    while (i < html_.size() && html_[i] != stop && html_[i] != '&' &&
           !('\t' <= html_[i] && html_[i] <= '\r')) {
      ++i;
    }
    return i;
  }

  // Appends what stands before the next `stop`, references resolved, and goes there.
  void append_until(char stop, std::string& out) {
    while (true) {
      const std::size_t end = verbatim_end(stop);
      out.append(html_, at_, end - at_);
      at_ = end;
      if (at_ == html_.size() || html_[at_] == stop) return;
      const std::size_t taken = html_[at_] == '&' ? resolve_reference(html_.substr(at_), out) : 0;
      if (taken == 0) out += html_[at_] == '&' ? '&' : ' ';
      at_ += std::max<std::size_t>(taken, 1);
    }
  }

  void markup() {
    const std::string_view rest = html_.substr(at_);
    if (rest.starts_with("<!--")) return comment();
    const bool closing = rest.starts_with("</");
    const std::size_t name_at = at_ + (closing ? 2 : 1);
    if (name_at >= html_.size() || !(is_letter(html_[name_at]) || html_[name_at] == '!')) {
      body_.append("<");
      ++at_;
      return;
    }
    at_ = name_at;
    lay_out(layout_of(name()), closing);
    attributes();
  }

  void comment() {
    const std::size_t from = at_ + 4;
    const std::size_t to = std::min(html_.find("-->", from), html_.size());
    found_.comments += html_.substr(from, to - from);
    found_.comments += '\n';
    at_ = std::min(html_.size(), to + 3);
  }

  // Packed.
  std::uint64_t name() {
    const std::size_t from = at_;
    while (at_ < html_.size() && !is_blank(html_[at_]) && html_[at_] != '>' && html_[at_] != '/') {
      ++at_;
    }
    return packed(html_.substr(from, at_ - from));
  }

  void lay_out(Layout layout, bool closing) {
    switch (layout) {
      case Layout::Inline:
        break;
      case Layout::Cell:
        if (!closing) body_.begin_cell();
        break;
      case Layout::LineBreak:
        body_.line_break();
        break;
      case Layout::Row:
        body_.begin_row();
        break;
      case Layout::Block:
        body_.begin_block();
        break;
    }
  }

  // Up to and with '>'.
  void attributes() {
    while (at_ < html_.size() && html_[at_] != '>') {
      if (html_[at_] == '=') {
        ++at_;
        value();
      } else {
        ++at_;
      }
    }
    at_ = std::min(html_.size(), at_ + 1);
  }

  void value() {
    while (at_ < html_.size() && is_blank(html_[at_])) ++at_;
    if (at_ >= html_.size()) return;
    const char quote = html_[at_];
    if (quote == '"' || quote == '\'') {
      ++at_;
      append_until(quote, found_.attributes);
      at_ = std::min(html_.size(), at_ + 1);
    } else {
      bare_value();
    }
    found_.attributes += '\n';
  }

  void bare_value() {
    std::size_t to = at_;
    while (to < html_.size() && !is_blank(html_[to]) && html_[to] != '>') ++to;
    HtmlReader value(html_.substr(at_, to - at_));
    value.append_until('>', found_.attributes);
    at_ = to;
  }

  std::string_view html_;
  std::size_t at_ = 0;
  LaidOutText body_;
  HtmlText found_;
};

}  // namespace

HtmlText html_text(std::string_view html) { return HtmlReader(html).run(); }

}  // namespace gongshi
