#include "generator/scan/text_encoding.h"

#include <iconv.h>

#include <algorithm>
#include <array>

#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

class Converter {
 public:
  explicit Converter(const char* from) : handle_(iconv_open("UTF-8", from)) {}
  ~Converter() {
    if (is_open()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  // All that converts; `complete` says whether that was everything.
  std::string convert(std::string bytes, bool& complete) const {
    std::string converted;
    char* in = bytes.data();
    std::size_t in_left = bytes.size();
    constexpr auto kError = static_cast<std::size_t>(-1);
    while (is_open() && in_left > 0) {
      std::array<char, 65'536> chunk{};
      char* out = chunk.data();
      std::size_t out_left = chunk.size();
      const std::size_t result = iconv(handle_, &in, &in_left, &out, &out_left);
      converted.append(chunk.data(), chunk.size() - out_left);
      if (result == kError && out_left == chunk.size()) break;
    }
    complete = in_left == 0;
    return converted;
  }

 private:
  // NOLINTNEXTLINE(performance-no-int-to-ptr): iconv_open's own way to say no
  bool is_open() const { return handle_ != reinterpret_cast<iconv_t>(-1); }
  iconv_t handle_;
};

std::optional<std::string> convert(const char* from, std::string_view bytes) {
  bool complete = false;
  std::string converted = Converter(from).convert(std::string(bytes), complete);
  if (!complete) return std::nullopt;
  return converted;
}

bool holds_control_character(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && (byte < '\t' || '\r' < byte);
  });
}

std::optional<std::string> decode(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return convert("UTF-16LE", bytes.substr(2));
  if (bytes.starts_with("\xFE\xFF")) return convert("UTF-16BE", bytes.substr(2));
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (!first_invalid_utf8(bytes)) return std::string(bytes);
  return convert("GB18030", bytes);
}

}  // namespace

std::optional<std::string> as_utf8(std::string_view bytes) {
  auto text = decode(bytes);
  if (!text || holds_control_character(*text)) return std::nullopt;
  return text;
}

std::string from_utf16le(std::string_view bytes) {
  std::size_t size = 0;
  while (size + 1 < bytes.size() && (bytes[size] != 0 || bytes[size + 1] != 0)) size += 2;
  bool complete = false;
  return Converter("UTF-16LE").convert(std::string(bytes.substr(0, size)), complete);
}

}  // namespace gongshi
