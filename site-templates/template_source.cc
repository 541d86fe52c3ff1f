#include "site-templates/template_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace gongshi {
namespace {

struct Frame {
  std::string_view layout;
  std::string_view folder;
};

Frame frame_of(TemplateKind kind) {
  if (kind == TemplateKind::Paper) return {.layout = "paper.mustache", .folder = "papers"};
  if (kind == TemplateKind::Desk) return {.layout = "desk.mustache", .folder = "desk"};
  return {.layout = "layout.mustache", .folder = "pages"};
}

// What stands between the braces: {{#name}} has the sigil '#', {{name}} has ' ', {{{name}}} has
// '{'.
struct Tag {
  char sigil = ' ';
  std::string_view name;
  bool alone = false;  // in its line
};

struct Section {
  std::string_view name;
  std::string place;
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool is_name(std::string_view text) {
  const auto allowed = [](char c) {
    return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '_' || c == '.';
  };
  return !text.empty() && std::ranges::all_of(text, allowed);
}

Tag read_tag(std::string_view inside, bool triple) {
  if (triple) return {.sigil = '{', .name = trim(inside)};
  inside = trim(inside);
  if (inside.empty() ||
      std::string_view("#^/>!&=").find(inside.front()) == std::string_view::npos) {
    return {.sigil = ' ', .name = inside};
  }
  return {.sigil = inside.front(), .name = trim(inside.substr(1))};
}

class Assembly {
 public:
  Assembly(const TemplateFiles& files, std::string page_path)
      : files_(files), page_path_(std::move(page_path)) {}

  // Appends the file at `path` to the text, partials and all.
  std::optional<Error> add_file(const std::string& path);
  TemplateSource take() { return std::move(source_); }

 private:
  // The file being read, what of it is not yet read, and its open sections.
  struct Reading {
    std::string path;
    std::string_view whole;
    std::string_view rest;
    std::vector<Section> open;

    std::string place() const {
      const auto read = whole.substr(0, whole.size() - rest.size());
      return fmt::format("{}:{}", path, 1 + std::ranges::count(read, '\n'));
    }
  };

  std::optional<Error> add_tag(Reading& reading);
  std::optional<Error> apply(const Tag& tag, const std::string& place, Reading& reading);
  std::optional<Error> close_section(const Tag& tag, const std::string& place, Reading& reading);
  std::optional<Error> add_partial(const Tag& tag, const std::string& place);
  bool take_line_end(const Tag& tag, bool on_top, Reading& reading);
  void add_text(std::string_view text);

  const TemplateFiles& files_;
  std::string page_path_;
  std::vector<std::string> nesting_;  // files being read, outermost first
  bool line_begins_ = true;           // whether blanks that come now are indentation
  TemplateSource source_;
};

Error mistake(std::string_view place, std::string_view what) {
  return {ErrorKind::Invalid, fmt::format("模板 {}：{}", place, what)};
}

std::optional<Error> Assembly::add_file(const std::string& path) {
  const std::string& text = files_.at(path);
  Reading reading{.path = path, .whole = text, .rest = text, .open = {}};
  nesting_.push_back(path);
  while (!reading.rest.empty()) {
    const std::size_t begin = std::min(reading.rest.find("{{"), reading.rest.size());
    add_text(reading.rest.substr(0, begin));
    reading.rest.remove_prefix(begin);
    if (reading.rest.empty()) break;
    if (auto error = add_tag(reading)) return error;
  }
  nesting_.pop_back();
  if (reading.open.empty()) return std::nullopt;
  const Section& open = reading.open.back();
  return mistake(open.place, fmt::format("{{{{#{}}}}} 没有在本文件内用 {{{{/{}}}}} 结束。",
                                         open.name, open.name));
}

std::optional<Error> Assembly::add_tag(Reading& reading) {
  const std::string place = reading.place();
  const bool triple = reading.rest.starts_with("{{{");
  const std::string_view closing = triple ? "}}}" : "}}";
  const std::size_t open_size = closing.size();
  const std::size_t end = reading.rest.find(closing, open_size);
  if (end == std::string_view::npos) return mistake(place, "标签没有结束的花括号。");
  const std::string_view inside = reading.rest.substr(open_size, end - open_size);
  Tag tag = read_tag(inside, triple);
  if (inside.find("{{") != std::string_view::npos) {
    return mistake(place, "标签或注释里又出现了 {{，多半是前面少写了 }}。");
  }
  const std::string_view written = reading.rest.substr(0, end + closing.size());
  reading.rest.remove_prefix(written.size());
  tag.alone = take_line_end(tag, /*on_top=*/written.data() == reading.whole.data(), reading);
  if (tag.sigil != '!' && tag.sigil != '>') source_.text.append(written);
  return apply(tag, place, reading);
}

// A tag that prints nothing itself and is alone in its line takes the line end with it; so does the
// comment on top of a file, wherever the file is put in.
bool Assembly::take_line_end(const Tag& tag, bool on_top, Reading& reading) {
  const bool prints = tag.sigil == ' ' || tag.sigil == '{';
  const bool alone = !prints && (line_begins_ || on_top) && reading.rest.starts_with('\n');
  if (alone) {
    reading.rest.remove_prefix(1);
  } else {
    line_begins_ = false;
  }
  return alone;
}

std::optional<Error> Assembly::apply(const Tag& tag, const std::string& place, Reading& reading) {
  if (tag.sigil == '!') return std::nullopt;
  if (tag.sigil == '&') return mistake(place, "不转义的内容请写三重花括号，不用 {{&…}}。");
  if (tag.sigil == '=') return mistake(place, "不支持更换花括号的写法。");
  if (tag.sigil == '>') return add_partial(tag, place);
  if (!is_name(tag.name)) {
    return mistake(place, fmt::format("“{}”不是字段名，字段名只用 a-z、0-9、_ 和 . 。", tag.name));
  }
  if (tag.sigil == '/') return close_section(tag, place, reading);
  source_.asked.emplace(tag.name, place);
  const bool section = tag.sigil == '#' || tag.sigil == '^';
  if (section) reading.open.push_back({.name = tag.name, .place = place});
  if (!section) source_.printed.emplace(tag.name, place);
  return std::nullopt;
}

std::optional<Error> Assembly::close_section(const Tag& tag, const std::string& place,
                                             Reading& reading) {
  if (reading.open.empty() || reading.open.back().name != tag.name) {
    return mistake(place, fmt::format("{{{{/{}}}}} 没有与它相配的开头。", tag.name));
  }
  reading.open.pop_back();
  return std::nullopt;
}

std::optional<Error> Assembly::add_partial(const Tag& tag, const std::string& place) {
  const bool is_page = tag.name == "page";
  const std::string path = is_page ? page_path_ : fmt::format("partials/{}.mustache", tag.name);
  if (!files_.contains(path)) return mistake(place, fmt::format("没有模板文件 {}。", path));
  if (std::ranges::find(nesting_, path) != nesting_.end()) {
    return mistake(place, fmt::format("{} 直接或间接地包含了它自己。", path));
  }
  if (auto error = add_file(path)) return error;
  // In the middle of a line, the line end of the partial's last line is not meant.
  if (!tag.alone && source_.text.ends_with('\n')) {
    source_.text.pop_back();
    line_begins_ = false;
  }
  return std::nullopt;
}

void Assembly::add_text(std::string_view text) {
  for (const char c : text) {
    if (line_begins_ && (c == ' ' || c == '\t')) continue;
    line_begins_ = c == '\n';
    source_.text.push_back(c);
  }
}

}  // namespace

Result<TemplateSource> assemble_page(const TemplateFiles& files, std::string_view page,
                                     TemplateKind kind) {
  const Frame frame = frame_of(kind);
  const std::string layout(frame.layout);
  if (!files.contains(layout)) return tl::unexpected(mistake(layout, "没有这个文件。"));
  Assembly assembly(files, fmt::format("{}/{}.mustache", frame.folder, page));
  if (auto error = assembly.add_file(layout)) {
    return tl::unexpected<Error>(std::move(*error));
  }
  return assembly.take();
}

}  // namespace gongshi
