#include "generator/command/source_lines.h"

#include "generator/notice/text_encoding.h"

namespace gongshi {
namespace {

constexpr std::string_view kByteOrderMark = "\uFEFF";

}  // namespace

SourceLines::SourceLines(const SourceTree& tree) : tree_(tree) {}

void SourceLines::open(const std::string& file) {
  file_ = file;
  line_ = 0;
  rest_ = {};
  const std::string folder = tree_.shown("");
  if (!file.starts_with(folder)) return;
  const auto found = tree_.files.find(file.substr(folder.size()));
  if (found == tree_.files.end()) return;
  rest_ = found->second;
  line_ = 1;
  if (file.ends_with(".csv") && is_gb18030(rest_)) rest_ = decoded_ = from_gb18030(rest_).text;
  if (rest_.starts_with(kByteOrderMark)) rest_.remove_prefix(kByteOrderMark.size());
}

std::optional<std::string_view> SourceLines::line_of(const Place& place) {
  if (place.line < 1) return std::nullopt;
  if (file_ != place.file || place.line < line_) open(place.file);
  if (line_ == 0) return std::nullopt;
  for (; line_ < place.line; ++line_) {
    const std::size_t end = rest_.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    rest_.remove_prefix(end + 1);
  }
  std::string_view line = rest_.substr(0, rest_.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace gongshi
