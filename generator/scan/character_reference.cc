#include "generator/scan/character_reference.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <system_error>

namespace gongshi {
namespace {

void append_utf8(std::uint32_t c, std::string& out) {
  const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (c == 0 || c > 0x10FFFF || (0xD800 <= c && c < 0xE000)) c = 0xFFFD;
  if (c < 0x80) return put(c);
  if (c < 0x800) {
    put(0xC0U | (c >> 6U));
  } else {
    if (c < 0x10000) {
      put(0xE0U | (c >> 12U));
    } else {
      put(0xF0U | (c >> 18U));
      put(0x80U | ((c >> 12U) & 0x3FU));
    }
    put(0x80U | ((c >> 6U) & 0x3FU));
  }
  put(0x80U | (c & 0x3FU));
}

struct Named {
  std::string_view name, text;
};

constexpr std::array<Named, 12> kNamed = {{{"amp", "&"},
                                           {"lt", "<"},
                                           {"gt", ">"},
                                           {"quot", "\""},
                                           {"apos", "'"},
                                           {"nbsp", " "},
                                           {"ensp", " "},
                                           {"emsp", " "},
                                           {"commat", "@"},
                                           {"period", "."},
                                           {"mdash", "—"},
                                           {"ndash", "–"}}};

}  // namespace

std::size_t resolve_reference(std::string_view rest, std::string& out) {
  constexpr std::size_t kReferenceMax = 12;  // "&#x0010FFFF;"
  if (rest.starts_with("&#")) {
    const bool hex = rest.size() > 2 && (rest[2] == 'x' || rest[2] == 'X');
    const std::string_view digits = rest.substr(hex ? 3 : 2, kReferenceMax);
    std::uint32_t c = 0;
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), c, hex ? 16 : 10);
    if (end == digits.data()) return 0;
    append_utf8(error == std::errc() ? c : 0, out);
    const auto size = static_cast<std::size_t>(end - rest.data());
    return size + (rest.substr(size).starts_with(';') ? 1 : 0);
  }
  for (const Named& named : kNamed) {
    if (!rest.substr(1).starts_with(named.name)) continue;
    out += named.text;
    const std::size_t size = 1 + named.name.size();
    return size + (rest.substr(size).starts_with(';') ? 1 : 0);
  }
  return 0;
}

}  // namespace gongshi
