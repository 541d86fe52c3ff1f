#include "generator/scan/html_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

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

constexpr std::array<std::uint64_t, 27> kInline = {
    packed("a"),      packed("abbr"), packed("b"),    packed("bdi"),   packed("bdo"),
    packed("cite"),   packed("code"), packed("data"), packed("del"),   packed("em"),
    packed("font"),   packed("i"),    packed("ins"),  packed("kbd"),   packed("mark"),
    packed("q"),      packed("s"),    packed("samp"), packed("small"), packed("span"),
    packed("strong"), packed("sub"),  packed("sup"),  packed("time"),  packed("u"),
    packed("var"),    packed("wbr")};

bool is_blank(char c) { return c == ' ' || ('\t' <= c && c <= '\r'); }

constexpr std::array<bool, 256> make_verbatim() {
  std::array<bool, 256> verbatim{};
  verbatim.fill(true);
  for (const char c : std::string_view("&\t\n\v\f\r")) {
    verbatim.at(static_cast<unsigned char>(c)) = false;
  }
  return verbatim;
}

constexpr std::array<bool, 256> kVerbatim = make_verbatim();

// Appends `text` with references resolved; white space of the source is one kind of blank.
void append_resolved(std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && kVerbatim[static_cast<unsigned char>(text[end])]) ++end;
    out.append(text.substr(i, end - i));
    i = end;
    if (i == text.size()) break;
    const std::size_t taken = text[i] == '&' ? resolve_reference(text.substr(i), out) : 0;
    if (taken == 0) out += text[i] == '&' ? '&' : ' ';
    i += std::max<std::size_t>(taken, 1);
  }
}

class HtmlReader {
 public:
  explicit HtmlReader(std::string_view html) : html_(html) {}

  HtmlText run() {
    body_.out().reserve(html_.size());
    found_.attributes.reserve(html_.size());
    while (at_ < html_.size()) {
      const std::size_t tag = std::min(html_.find('<', at_), html_.size());
      append_resolved(html_.substr(at_, tag - at_), body_.out());
      at_ = tag;
      if (at_ < html_.size()) markup();
    }
    found_.text = std::move(body_).take();
    return std::move(found_);
  }

 private:
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
    lay_out(name(), closing);
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

  void lay_out(std::uint64_t name, bool closing) {
    if (std::ranges::find(kInline, name) != kInline.end()) return;
    if (name == packed("td") || name == packed("th")) {
      if (!closing) body_.begin_cell();
    } else if (name == packed("br")) {
      body_.line_break();
    } else if (name == packed("tr") || name == packed("table")) {
      body_.begin_row();
    } else {
      body_.begin_block();
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
    std::size_t to = at_;
    if (quote == '"' || quote == '\'') {
      ++at_;
      to = std::min(html_.find(quote, at_), html_.size());
    } else {
      while (to < html_.size() && !is_blank(html_[to]) && html_[to] != '>') ++to;
    }
    append_resolved(html_.substr(at_, to - at_), found_.attributes);
    found_.attributes += '\n';
    const bool quoted = quote == '"' || quote == '\'';
    at_ = quoted ? std::min(html_.size(), to + 1) : to;
  }

  std::string_view html_;
  std::size_t at_ = 0;
  LaidOutText body_;
  HtmlText found_;
};

}  // namespace

HtmlText html_text(std::string_view html) { return HtmlReader(html).run(); }

}  // namespace gongshi
