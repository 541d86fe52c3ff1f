#include "site-templates/page_template.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <map>
#include <optional>
#include <utility>

namespace gongshi {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trim(std::string_view text) {
  const auto begin = std::min(text.find_first_not_of(kBlanks), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

std::vector<std::string> parts_of(std::string_view name) {
  std::vector<std::string> parts;
  if (name == ".") return parts;
  while (true) {
    const auto dot = name.find('.');
    parts.emplace_back(name.substr(0, dot));
    if (dot == std::string_view::npos) return parts;
    name.remove_prefix(dot + 1);
  }
}

// As a reference where HTML needs one. ' is not &apos;, which old browsers do not know.
constexpr std::array<std::string_view, 256> make_references() {
  std::array<std::string_view, 256> references{};
  references.at('&') = "&amp;";
  references.at('<') = "&lt;";
  references.at('>') = "&gt;";
  references.at('"') = "&quot;";
  references.at('\'') = "&#39;";
  return references;
}

constexpr std::array<std::string_view, 256> kReferences = make_references();

void append_escaped(std::string_view text, std::string& page) {
  std::size_t plain_from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view reference = kReferences[static_cast<unsigned char>(text[i])];
    if (reference.empty()) continue;
    page.append(text.substr(plain_from, i - plain_from)).append(reference);
    plain_from = i + 1;
  }
  page.append(text.substr(plain_from));
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

}  // namespace

// Reads the text of a page that is known to be well-formed.
class PageTemplate::Compiler {
 public:
  Compiler(const TemplateSource& source, PageTemplate& page)
      : source_(source), page_(page), rest_(source.text) {}

  void run() {
    while (!rest_.empty()) {
      if (rest_.starts_with("{{")) {
        tag();
      } else {
        text();
      }
    }
    assert(open_.empty());
  }

 private:
  // Up to the next tag, or to the end of the line and with it.
  void text() {
    const std::size_t size =
        std::min({rest_.find("{{"), rest_.find_first_of("\r\n"), rest_.size()});
    if (size > 0) append(rest_.substr(0, size));
    rest_.remove_prefix(size);
    if (!rest_.starts_with('\r') && !rest_.starts_with('\n')) return;
    const std::size_t line_end = rest_.starts_with("\r\n") ? 2 : 1;
    append_line_end(rest_.substr(0, line_end));
    rest_.remove_prefix(line_end);
  }

  bool on_text() const {
    return !fresh_ && !page_.steps_.empty() && page_.steps_.back().kind == Kind::Text;
  }

  void append(std::string_view text) {
    if (!on_text()) add({.kind = Kind::Text});
    page_.steps_.back().text += text;
    line_stays_ = line_stays_ || !is_blank(text);
  }

  // A line end stays in any case where no section begins or ends in its line, or where the line has
  // text of the template's own; that can be seen here.
  void append_line_end(std::string_view line_end) {
    if (line_stays_ && on_text()) {
      Step& step = page_.steps_.back();
      step.text += line_end;
      step.end = static_cast<std::uint32_t>(step.text.size());
    } else {
      add({.kind = Kind::LineEnd, .text = std::string(line_end)});
    }
    line_stays_ = true;
  }

  void tag() {
    const bool triple = rest_.starts_with("{{{");
    const std::string_view closing = triple ? "}}}" : "}}";
    const std::size_t end = rest_.find(closing, closing.size());
    assert(end != std::string_view::npos);
    std::string_view inside = trim(rest_.substr(closing.size(), end - closing.size()));
    rest_.remove_prefix(end + closing.size());
    if (triple) return add({.kind = Kind::Raw, .index = index_of(inside)});
    const char sigil = inside.front();
    if (std::string_view("#^/").find(sigil) == std::string_view::npos) {
      return add({.kind = Kind::Escaped, .index = index_of(inside)});
    }
    inside = trim(inside.substr(1));
    line_stays_ = false;
    fresh_ = true;
    if (sigil == '/') return close();
    open_.push_back(page_.steps_.size());
    add({.kind = sigil == '#' ? Kind::Section : Kind::Inverted, .index = index_of(inside)});
    fresh_ = true;
  }

  void close() {
    page_.steps_[open_.back()].end = static_cast<std::uint32_t>(page_.steps_.size());
    open_.pop_back();
  }

  void add(Step step) {
    page_.steps_.push_back(std::move(step));
    fresh_ = false;
  }

  std::uint32_t index_of(std::string_view name) {
    const auto next = static_cast<std::uint32_t>(page_.names_.size());
    const auto [entry, is_new] = indexes_.emplace(name, next);
    if (is_new) {
      page_.names_.push_back({.parts = parts_of(name),
                              .written = std::string(name),
                              .place = source_.asked.at(entry->first),
                              .printed = source_.printed.contains(entry->first)});
    }
    return entry->second;
  }

  const TemplateSource& source_;
  PageTemplate& page_;
  std::string_view rest_;
  std::map<std::string, std::uint32_t> indexes_;
  std::vector<std::size_t> open_;  // sections, by their steps
  bool line_stays_ = true;
  bool fresh_ = true;  // a jump may lead here: nothing is added to the step before
};

// One page being filled.
class PageTemplate::Filling {
 public:
  Filling(const PageTemplate& page, const PageData& data) : template_(page), stack_{&data} {}

  Result<std::string> run() {
    page_.reserve(kUsualSize);
    go(0, template_.steps_.size());
    if (!complaint_.empty()) return failure(ErrorKind::Invalid, std::move(complaint_));
    drop_empty_line();
    return std::move(page_);
  }

 private:
  static constexpr std::size_t kUsualSize = 16384;

  void go(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to && complaint_.empty();) {
      const Step& step = template_.steps_[i];
      const bool section = step.kind == Kind::Section || step.kind == Kind::Inverted;
      if (section) {
        enter(step, i + 1);
      } else {
        print(step);
      }
      i = section ? step.end : i + 1;
    }
  }

  void print(const Step& step) {
    if (step.kind == Kind::Text) {
      page_ += step.text;
      if (step.end == 0) return;
      line_begin_ = page_.size() - step.text.size() + step.end;
      section_in_line_ = false;
    } else if (step.kind == Kind::LineEnd) {
      if (!drop_empty_line()) page_ += step.text;
      line_begin_ = page_.size();
      section_in_line_ = false;
    } else if (const PageData* value = look_up(step)) {
      if (step.kind == Kind::Escaped) append_escaped(value->text(), page_);
      if (step.kind == Kind::Raw) page_ += value->text();
    }
  }

  void enter(const Step& step, std::size_t begin) {
    const PageData* value = look_up(step);
    if (value == nullptr || value->is_nothing() != (step.kind == Kind::Inverted)) return;
    const auto* items = value->list();
    if (items == nullptr || items->empty()) return inside(*value, begin, step.end);
    for (const PageData& item : *items) inside(item, begin, step.end);
  }

  void inside(const PageData& value, std::size_t begin, std::size_t end) {
    section_in_line_ = true;
    stack_.push_back(&value);
    go(begin, end);
    stack_.pop_back();
    section_in_line_ = true;
  }

  // A line that holds sections and nothing else is not part of the page.
  bool drop_empty_line() {
    if (!section_in_line_ || !is_blank(std::string_view(page_).substr(line_begin_))) return false;
    page_.resize(line_begin_);
    return true;
  }

  // From the innermost section outwards. Null after a complaint.
  const PageData* look_up(const Step& step) {
    const Name& name = template_.names_[step.index];
    const PageData* found = nullptr;
    for (auto outer = stack_.rbegin(); outer != stack_.rend() && found == nullptr; ++outer) {
      found = *outer;
      for (const std::string& part : name.parts) {
        found = found->find(part);
        if (found == nullptr) break;
      }
    }
    if (found == nullptr) return complain(name, "在页面数据里没有。");
    const bool text = found->is_text() || (found->is_nothing() && found->list() == nullptr);
    return text || !name.printed ? found : complain(name, "不是文字。");
  }

  const PageData* complain(const Name& name, std::string_view what) {
    complaint_ = fmt::format("模板 {}：字段 {} {}", name.place, name.written, what);
    return nullptr;
  }

  const PageTemplate& template_;
  std::vector<const PageData*> stack_;  // the innermost last
  std::string page_;
  std::string complaint_;
  std::size_t line_begin_ = 0;
  bool section_in_line_ = false;  // one that is entered begins or ends in it
};

PageTemplate::PageTemplate(const TemplateSource& source) { Compiler(source, *this).run(); }

Result<std::string> PageTemplate::fill(const PageData& data) const {
  return Filling(*this, data).run();
}

}  // namespace gongshi
