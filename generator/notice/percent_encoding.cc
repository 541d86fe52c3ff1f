#include "generator/notice/percent_encoding.h"

#include <fmt/format.h>

namespace gongshi {
namespace {

bool stands_as_it_is(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

std::string percent_encode_path(std::string_view path) {
  std::string encoded;
  for (const char c : path) {
    encoded += stands_as_it_is(c) ? std::string(1, c)
                                  : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return encoded;
}

}  // namespace gongshi
