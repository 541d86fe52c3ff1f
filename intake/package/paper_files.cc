#include "intake/package/paper_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "generator/notice/digest.h"
#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

constexpr std::size_t kDigits = 64;
constexpr std::string_view kBetween = "  ";

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F || c == '\\';
}

bool is_part(std::string_view part) { return !part.empty() && part != "." && part != ".."; }

// Name -> digest, or nothing for a list that we did not write.
std::optional<std::map<std::string, std::string>> parse_list(std::string_view list) {
  std::map<std::string, std::string> digests;
  while (!list.empty()) {
    const std::size_t end = list.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view line = list.substr(0, end);
    list.remove_prefix(end + 1);
    if (line.size() <= kDigits + kBetween.size()) return std::nullopt;
    if (line.substr(kDigits, kBetween.size()) != kBetween) return std::nullopt;
    const std::string_view name = line.substr(kDigits + kBetween.size());
    const bool in_order = digests.empty() || digests.rbegin()->first < name;
    if (!is_paper_name(name) || !in_order) return std::nullopt;
    digests.emplace(name, line.substr(0, kDigits));
  }
  return digests;
}

}  // namespace

bool is_paper_name(std::string_view name) {
  if (first_invalid_utf8(name) || std::ranges::any_of(name, is_control)) return false;
  for (std::size_t begin = 0;; ++begin) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    if (!is_part(name.substr(begin, end - begin))) return false;
    if (end == name.size()) return true;
    begin = end;
  }
}

std::string hash_list(const PaperFiles& files) {
  std::string list;
  for (const auto& [name, bytes] : files) {
    list += fmt::format("{}{}{}\n", hex(sha256(bytes)), kBetween, name);
  }
  return list;
}

std::vector<std::string> compare_with_hash_list(const PaperFiles& files, std::string_view list) {
  const auto digests = parse_list(list);
  if (!digests) return {"摘要清单的写法不对，或者已被改动"};
  std::vector<std::string> differences;
  for (const auto& [name, digest] : *digests) {
    const auto file = files.find(name);
    if (file == files.end()) {
      differences.push_back(fmt::format("缺少清单里列出的“{}”", name));
    } else if (hex(sha256(file->second)) != digest) {
      differences.push_back(fmt::format("“{}”与清单里的摘要不一致，文件或清单被改动过", name));
    }
  }
  for (const auto& [name, bytes] : files) {
    if (digests->contains(name)) continue;
    differences.push_back(fmt::format("“{}”不在清单里，是后来加进去的", name));
  }
  return differences;
}

}  // namespace gongshi
