#include "generator/load/case_collisions.h"

#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>

namespace gongshi {
namespace {

std::string lower(std::string_view path) {
  std::string folded(path);
  for (char& c : folded) {
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

}  // namespace

void report_case_collisions(const SourceTree& tree, Diagnostics& problems) {
  std::map<std::string, std::string_view> first;  // by the folded path
  for (const auto& [path, bytes] : tree.files) {
    const auto [other, is_new] = first.emplace(lower(path), path);
    if (is_new) continue;
    problems.push_back({.place = {.file = tree.shown(path)},
                        .code = "case-collision",
                        .message = fmt::format("与 {} 只差字母大小写，有的系统会把它们当成同一个"
                                               "文件；请给其中一个改名",
                                               tree.shown(std::string(other->second)))});
  }
}

}  // namespace gongshi
