#include "generator/load/front_matter.h"

#include <utility>

namespace gongshi {
namespace {

constexpr std::string_view kFence = "+++";

// Takes the first line, without its end, from the front of `text`.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

void report(Diagnostics& problems, const std::string& file, std::string message) {
  problems.push_back({.place = {.file = file, .line = 1, .column = 1},
                      .code = "front-matter",
                      .message = std::move(message)});
}

}  // namespace

std::optional<FrontMatter> split_front_matter(std::string_view text, const std::string& file,
                                              Diagnostics& problems) {
  if (take_line(text) != kFence) {
    report(problems, file, "文件要以单独一行“+++”开头，接着写标题、日期等项，再写一行“+++”");
    return std::nullopt;
  }
  const std::string_view matter = text;
  while (!text.empty()) {
    const std::size_t length = matter.size() - text.size();
    if (take_line(text) != kFence) continue;
    auto table = parse_toml(matter.substr(0, length), file, 1, problems);
    if (!table) return std::nullopt;
    return FrontMatter{.table = *std::move(table), .body = text};
  }
  report(problems, file, "第一行“+++”之后没有第二行“+++”；请在正文之前补上");
  return std::nullopt;
}

std::string_view front_of(std::string_view text) {
  std::string_view rest = text;
  if (take_line(rest) != kFence) return text;
  while (!rest.empty()) {
    if (take_line(rest) == kFence) return text.substr(0, text.size() - rest.size());
  }
  return text;
}

}  // namespace gongshi
