#include "generator/notice/json_text.h"

#include <algorithm>

#include "generator/notice/json.h"
#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

bool is_escaped(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

void append_escaped(std::string& json, char c) {
  constexpr std::string_view kShort = "\"\\\b\f\n\r\t";
  constexpr std::string_view kLetters = "\"\\bfnrt";
  constexpr std::string_view kDigits = "0123456789abcdef";
  json += '\\';
  if (const auto at = kShort.find(c); at != std::string_view::npos) {
    json += kLetters[at];
    return;
  }
  const auto byte = static_cast<unsigned char>(c);
  json += "u00";
  json += kDigits[byte >> 4U];
  json += kDigits[byte & 0x0FU];
}

}  // namespace

void append_json_text(std::string& json, std::string_view text) {
  if (first_invalid_utf8(text)) {
    json += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
    return;
  }
  json += '"';
  while (!text.empty()) {
    const auto* const end = std::ranges::find_if(text, is_escaped);
    const auto plain = static_cast<std::size_t>(end - text.begin());
    json += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    append_escaped(json, text.front());
    text.remove_prefix(1);
  }
  json += '"';
}

}  // namespace gongshi
