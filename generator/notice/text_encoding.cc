#include "generator/notice/text_encoding.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

constexpr std::string_view kByteOrderMark = "\uFEFF";

class Converter {
 public:
  explicit Converter(const char* from) : handle_(iconv_open("UTF-8", from)) {}
  ~Converter() {
    if (is_open()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  // What converts, up to the first byte that does not.
  DecodedText convert(std::string bytes) const {
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
    return {.text = std::move(converted), .bytes_read = bytes.size() - in_left};
  }

 private:
  // NOLINTNEXTLINE(performance-no-int-to-ptr): iconv_open's own way to say no
  bool is_open() const { return handle_ != reinterpret_cast<iconv_t>(-1); }
  iconv_t handle_;
};

std::optional<std::string> convert(const char* from, std::string_view bytes) {
  DecodedText converted = Converter(from).convert(std::string(bytes));
  if (converted.bytes_read < bytes.size()) return std::nullopt;
  return std::move(converted.text);
}

bool holds_control_character(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && (byte < '\t' || '\r' < byte);
  });
}

// In UTF-8 a Chinese character begins with such a byte; in GB18030 few do.
std::ptrdiff_t wide_characters(std::string_view utf8) {
  constexpr unsigned char kThreeBytesMin = 0xE0;
  return std::ranges::count_if(
      utf8, [](char c) { return static_cast<unsigned char>(c) >= kThreeBytesMin; });
}

std::optional<std::string> decode(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return convert("UTF-16LE", bytes.substr(2));
  if (bytes.starts_with("\xFE\xFF")) return convert("UTF-16BE", bytes.substr(2));
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
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
  return Converter("UTF-16LE").convert(std::string(bytes.substr(0, size))).text;
}

DecodedText from_gb18030(std::string_view bytes) {
  return Converter("GB18030").convert(std::string(bytes));
}

bool is_gb18030(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) return false;
  std::ptrdiff_t wide = 0;
  std::ptrdiff_t stray = 0;
  while (const auto offset = first_invalid_utf8(bytes)) {
    wide += wide_characters(bytes.substr(0, *offset));
    ++stray;
    bytes.remove_prefix(*offset + 1);
  }
  return stray > 0 && wide + wide_characters(bytes) <= stray;
}

}  // namespace gongshi
