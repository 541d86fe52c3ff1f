#include "intake/log/strict_lines.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "intake/seal/base64.h"

namespace gongshi {

std::optional<std::string_view> StrictLines::next() { return next_after(""); }

std::optional<std::string_view> StrictLines::next_after(std::string_view prefix) {
  const std::size_t end = rest_.find('\n');
  if (end == std::string_view::npos || !rest_.starts_with(prefix)) return std::nullopt;
  if (end < prefix.size()) return std::nullopt;
  const std::string_view line = rest_.substr(prefix.size(), end - prefix.size());
  rest_.remove_prefix(end + 1);
  return line;
}

std::optional<std::uint64_t> parse_decimal(std::string_view text) {
  if (text.empty() || (text.size() > 1 && text.front() == '0')) return std::nullopt;
  std::uint64_t value = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end || value >> 63U != 0) return std::nullopt;
  return value;
}

std::optional<Sha256> parse_hash(std::string_view base64) {
  const std::optional<std::string> bytes = from_base64(base64);
  Sha256 hash{};
  if (!bytes || bytes->size() != hash.size()) return std::nullopt;
  std::ranges::copy(*bytes, hash.begin());
  return hash;
}

}  // namespace gongshi
