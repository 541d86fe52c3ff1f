#include "generator/scan/image_metadata.h"

#include <algorithm>
#include <cstdint>
#include <string>

#include "generator/notice/text_encoding.h"
#include "generator/scan/exif.h"

namespace gongshi {
namespace {

std::size_t big_endian(std::string_view bytes) {
  std::size_t value = 0;
  for (const char c : bytes) value = value << 8U | static_cast<unsigned char>(c);
  return value;
}

void add(std::string locus, std::string_view bytes, DocumentText& found) {
  if (bytes.empty()) return;
  found.parts.push_back({std::move(locus), as_utf8(bytes).value_or(std::string(bytes)), {}});
}

void add_exif(std::string_view tiff, DocumentText& found) {
  const Exif exif = read_exif(tiff);
  for (const ExifText& text : exif.texts) add("EXIF " + text.name, text.text, found);
  if (!exif.has_position) return;
  found.remarks.push_back(
      {RemarkKind::PhotoLocation, "EXIF", "照片带有拍摄地点（GPS）；请清除图片的元数据后再发布"});
}

void add_segment(unsigned marker, std::string_view data, DocumentText& found) {
  constexpr std::string_view kExif("Exif\0\0", 6);
  constexpr std::string_view kXmp("http://ns.adobe.com/xap/1.0/\0", 29);
  constexpr unsigned kApp1 = 0xE1;
  constexpr unsigned kApp13 = 0xED;
  constexpr unsigned kComment = 0xFE;
  if (marker == kApp1 && data.starts_with(kExif)) {
    add_exif(data.substr(kExif.size()), found);
  } else if (marker == kApp1 && data.starts_with("http://ns.adobe.com/")) {
    add("XMP", data.substr(std::min(kXmp.size(), data.size())), found);
  } else if (marker == kApp13) {
    add("IPTC", data, found);
  } else if (marker == kComment) {
    add("JPEG 注释", data, found);
  }
}

// iTXt: keyword, NUL, compressed?, method, language, NUL, translated keyword, NUL, text.
void add_international_text(std::string_view data, DocumentText& found) {
  const std::size_t keyword_end = std::min(data.find('\0'), data.size());
  const std::string locus = "PNG " + std::string(data.substr(0, keyword_end));
  const std::string_view rest = data.substr(std::min(keyword_end + 1, data.size()));
  if (rest.starts_with('\1')) {
    found.remarks.push_back({RemarkKind::Unseen, locus,
                             "图片含有压缩的文字说明，无法检查；请清除图片的元数据后再发布"});
    return;
  }
  add(locus, rest, found);
}

void add_chunk(std::string_view type, std::string_view data, DocumentText& found) {
  if (type == "eXIf") {
    add_exif(data, found);
  } else if (type == "tEXt") {
    const std::size_t keyword_end = std::min(data.find('\0'), data.size());
    add("PNG " + std::string(data.substr(0, keyword_end)),
        data.substr(std::min(keyword_end + 1, data.size())), found);
  } else if (type == "iTXt") {
    add_international_text(data, found);
  } else if (type == "zTXt") {
    found.remarks.push_back({RemarkKind::Unseen, "PNG zTXt",
                             "图片含有压缩的文字说明，无法检查；请清除图片的元数据后再发布"});
  }
}

}  // namespace

DocumentText jpeg_metadata(std::string_view bytes) {
  constexpr unsigned kScan = 0xDA;  // the pixels begin
  DocumentText found;
  for (std::size_t at = 2; at + 4 <= bytes.size() && bytes[at] == '\xFF';) {
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    const std::size_t size = big_endian(bytes.substr(at + 2, 2));
    if (marker == kScan || size < 2) break;
    add_segment(marker, bytes.substr(at + 4, size - 2), found);
    at += 2 + size;
  }
  return found;
}

DocumentText png_metadata(std::string_view bytes) {
  constexpr std::size_t kSignature = 8;
  constexpr std::size_t kFrame = 12;  // length, type and checksum of a chunk
  DocumentText found;
  for (std::size_t at = kSignature; at < bytes.size() && bytes.size() - at >= kFrame;) {
    const std::size_t size = big_endian(bytes.substr(at, 4));
    add_chunk(bytes.substr(at + 4, 4), bytes.substr(at + 8, size), found);
    at += kFrame + size;
  }
  return found;
}

}  // namespace gongshi
