#include "generator/notice/percent_encoding.h"

#include <fmt/format.h>

namespace gongshi {
namespace {

bool is_unreserved(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') ||
         std::string_view("-._~").find(c) != std::string_view::npos;
}

std::string encoded(std::string_view text, std::string_view also_plain) {
  std::string result;
  for (const char c : text) {
    if (is_unreserved(c) || also_plain.find(c) != std::string_view::npos) {
      result += c;
    } else {
      result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return result;
}

}  // namespace

std::string percent_encode_path(std::string_view path) { return encoded(path, "/"); }

std::string percent_encode_value(std::string_view value) { return encoded(value, ""); }

}  // namespace gongshi
