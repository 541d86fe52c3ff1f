#include "generator/scan/normalized_text.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "generator/notice/eight_bytes.h"

namespace gongshi {
namespace {

const auto kMeaning =
    static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_IGNORE);
constexpr std::size_t kMappingMax = 32;  // U+FDFA, the longest, becomes 18 characters

// ASCII and the bulk of Chinese text are their own meaning.
bool is_plain(utf8proc_int32_t character) {
  return character < 0x80 || (0x4E00 <= character && character < 0xA000) ||
         (0x3001 <= character && character < 0x3030);
}

const utf8proc_uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

std::string meaning_of(utf8proc_int32_t character) {
  std::array<utf8proc_int32_t, kMappingMax> mapped{};
  int last_class = UTF8PROC_BOUNDCLASS_START;
  const auto count =
      utf8proc_decompose_char(character, mapped.data(), mapped.size(), kMeaning, &last_class);
  std::string text;
  for (utf8proc_ssize_t i = 0; i < count; ++i) {
    std::array<utf8proc_uint8_t, 4> encoded{};
    const auto size = utf8proc_encode_char(mapped.at(static_cast<std::size_t>(i)), encoded.data());
    text.append(reinterpret_cast<const char*>(encoded.data()), static_cast<std::size_t>(size));
  }
  return text;
}

}  // namespace

NormalizedText::NormalizedText(std::string_view source) : source_size_(source.size()) {
  if (is_ascii(source)) {
    copy(source, 0);
    return;
  }
  text_.reserve(source.size());
  std::size_t plain_from = 0;
  for (std::size_t i = 0; i < source.size();) {
    utf8proc_int32_t character = static_cast<unsigned char>(source[i]);
    utf8proc_ssize_t size = 1;
    if (character >= 0x80) {
      const std::string_view rest = source.substr(i, 4);
      size =
          utf8proc_iterate(bytes_of(rest), static_cast<utf8proc_ssize_t>(rest.size()), &character);
    }
    if (size > 0 && is_plain(character)) {
      i += static_cast<std::size_t>(size);
      continue;
    }
    copy(source.substr(plain_from, i - plain_from), plain_from);
    map(size > 0 ? meaning_of(character) : "?", i);
    i += size > 0 ? static_cast<std::size_t>(size) : 1;
    plain_from = i;
  }
  copy(source.substr(plain_from), plain_from);
}

void NormalizedText::copy(std::string_view bytes, std::size_t source) {
  if (bytes.empty()) return;
  stretches_.push_back({.at = text_.size(), .source = source, .verbatim = true});
  text_ += bytes;
}

void NormalizedText::map(std::string_view bytes, std::size_t source) {
  if (bytes.empty()) return;
  stretches_.push_back({.at = text_.size(), .source = source, .verbatim = false});
  text_ += bytes;
}

std::size_t NormalizedText::source_offset(std::size_t at) const {
  if (at >= text_.size()) return source_size_;
  const auto after = std::ranges::upper_bound(stretches_, at, {}, &Stretch::at);
  const Stretch& stretch = *(after - 1);
  return stretch.verbatim ? stretch.source + (at - stretch.at) : stretch.source;
}

}  // namespace gongshi
