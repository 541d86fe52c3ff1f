#include "generator/scan/exif.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "generator/notice/text_encoding.h"

namespace gongshi {
namespace {

constexpr std::size_t kEntrySize = 12;
constexpr int kDirectoriesMax = 16;         // two pictures, their EXIF, GPS and maker's: 8
constexpr std::size_t kEntriesMax = 1'024;  // of one directory; cameras write about fifty

constexpr unsigned kExifDirectory = 0x8769;
constexpr unsigned kGpsDirectory = 0x8825;
constexpr unsigned kUserComment = 0x9286;
constexpr unsigned kWindowsFirst = 0x9C9B;  // XPTitle … XPSubject: UTF-16
constexpr unsigned kWindowsLast = 0x9C9F;

struct TagName {
  unsigned tag;
  std::string_view name;
};

constexpr std::array<TagName, 14> kNames = {{{0x010D, "DocumentName"},
                                             {0x010E, "ImageDescription"},
                                             {0x010F, "Make"},
                                             {0x0110, "Model"},
                                             {0x0131, "Software"},
                                             {0x013B, "Artist"},
                                             {0x8298, "Copyright"},
                                             {0x9286, "UserComment"},
                                             {0x9C9B, "XPTitle"},
                                             {0x9C9C, "XPComment"},
                                             {0x9C9D, "XPAuthor"},
                                             {0x9C9E, "XPKeywords"},
                                             {0x9C9F, "XPSubject"},
                                             {0xA430, "CameraOwnerName"}}};

std::string name_of(unsigned tag) {
  const auto* const found = std::ranges::find(kNames, tag, &TagName::tag);
  return found == kNames.end() ? fmt::format("0x{:04X}", tag) : std::string(found->name);
}

std::size_t size_of_type(unsigned type) {
  constexpr std::array<std::size_t, 13> kSizes = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};
  return type < kSizes.size() ? kSizes.at(type) : 0;
}

class ExifReader {
 public:
  explicit ExifReader(std::string_view tiff)
      : tiff_(tiff), text_left_(tiff.size()), big_(tiff.starts_with("MM")) {}

  Exif run() {
    if (!big_ && !tiff_.starts_with("II")) return std::move(found_);
    if (const auto first = number(4, 4)) directory_chain(*first);
    return std::move(found_);
  }

 private:
  std::optional<std::size_t> number(std::size_t at, std::size_t size) const {
    if (tiff_.size() < size || tiff_.size() - size < at) return std::nullopt;
    std::size_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t from = big_ ? at + i : at + size - 1 - i;
      value = value << 8U | static_cast<unsigned char>(tiff_[from]);
    }
    return value;
  }

  // A directory and the ones that follow it (the thumbnail's).
  void directory_chain(std::size_t at) {
    while (at != 0 && ++directories_ <= kDirectoriesMax) {
      const auto entries = number(at, 2);
      if (!entries) return;
      directory(at + 2, std::min(*entries, kEntriesMax));
      at = number(at + 2 + *entries * kEntrySize, 4).value_or(0);
    }
  }

  void directory(std::size_t at, std::size_t entries) {
    for (std::size_t i = 0; i < entries; ++i) entry(at + i * kEntrySize);
  }

  void entry(std::size_t at) {
    const auto tag = number(at, 2);
    const auto type = number(at + 2, 2);
    const auto count = number(at + 4, 4);
    const auto offset = number(at + 8, 4);
    if (!tag || !type || !count || !offset) return;
    if (*tag == kGpsDirectory) {
      if (number(*offset, 2).value_or(0) > 0) found_.has_position = true;
    } else if (*tag == kExifDirectory) {
      directory_chain(*offset);
    } else {
      text(static_cast<unsigned>(*tag), static_cast<unsigned>(*type), *count, at + 8);
    }
  }

  void text(unsigned tag, unsigned type, std::size_t count, std::size_t value_at) {
    const std::size_t size = count * size_of_type(type);
    const std::size_t from = size <= 4 ? value_at : number(value_at, 4).value_or(tiff_.size());
    if (tiff_.size() < from || tiff_.size() - from < size || text_left_ < size) return;
    text_left_ -= size;
    const std::string decoded = decode(tag, type, tiff_.substr(from, size));
    if (!decoded.empty()) found_.texts.push_back({name_of(tag), decoded});
  }

  static std::string decode(unsigned tag, unsigned type, std::string_view bytes) {
    constexpr unsigned kAscii = 2;
    if (kWindowsFirst <= tag && tag <= kWindowsLast) return from_utf16le(bytes);
    if (tag == kUserComment) {
      constexpr std::size_t kCodeSize = 8;  // "ASCII\0\0\0", "UNICODE\0"
      const std::string_view comment = bytes.substr(std::min(kCodeSize, bytes.size()));
      return bytes.starts_with("UNICODE") ? from_utf16le(comment) : until_nul(comment);
    }
    return type == kAscii ? until_nul(bytes) : std::string();
  }

  static std::string until_nul(std::string_view bytes) {
    const std::string_view text = bytes.substr(0, bytes.find('\0'));
    return as_utf8(text).value_or(std::string(text));
  }

  std::string_view tiff_;
  std::size_t text_left_;  // entries that all point at the same bytes end here
  bool big_;
  int directories_ = 0;
  Exif found_;
};

}  // namespace

Exif read_exif(std::string_view tiff) { return ExifReader(tiff).run(); }

}  // namespace gongshi
