#include "generator/scan/html_text.h"

#include <algorithm>
#include <array>

#include "generator/scan/character_reference.h"
#include "generator/scan/laid_out_text.h"
#include "generator/scan/wording.h"

namespace gongshi {
namespace {

constexpr std::array<std::string_view, 27> kInline = {
    "a",     "abbr", "b",      "bdi", "bdo", "cite", "code", "data", "del",
    "em",    "font", "i",      "ins", "kbd", "mark", "q",    "s",    "samp",
    "small", "span", "strong", "sub", "sup", "time", "u",    "var",  "wbr"};

bool is_blank(char c) { return c == ' ' || ('\t' <= c && c <= '\r'); }

// References resolved; white space of the source is one kind of blank.
std::string resolved(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t taken = text[i] == '&' ? resolve_reference(text.substr(i), out) : 0;
    if (taken == 0) out += is_blank(text[i]) ? ' ' : text[i];
    i += std::max<std::size_t>(taken, 1);
  }
  return out;
}

class HtmlReader {
 public:
  explicit HtmlReader(std::string_view html) : html_(html) {}

  HtmlText run() {
    while (at_ < html_.size()) {
      const std::size_t tag = std::min(html_.find('<', at_), html_.size());
      body_.append(resolved(html_.substr(at_, tag - at_)));
      at_ = tag;
      if (at_ < html_.size()) markup();
    }
    found_.text = body_.text();
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

  std::string name() {
    std::string name;
    while (at_ < html_.size() && !is_blank(html_[at_]) && html_[at_] != '>' && html_[at_] != '/') {
      const char c = html_[at_++];
      name += 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return name;
  }

  void lay_out(const std::string& name, bool closing) {
    if (std::ranges::find(kInline, name) != kInline.end()) return;
    if (name == "td" || name == "th") {
      if (!closing) body_.begin_cell();
    } else if (name == "br") {
      body_.line_break();
    } else if (name == "tr" || name == "table") {
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
    found_.attributes += resolved(html_.substr(at_, to - at_));
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
