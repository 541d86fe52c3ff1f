#include "generator/scan/document_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "generator/notice/text_encoding.h"
#include "generator/scan/document_reading.h"
#include "generator/scan/html_text.h"
#include "generator/scan/image_metadata.h"
#include "generator/scan/package_text.h"
#include "generator/scan/pdf_text.h"
#include "generator/scan/wording.h"

namespace gongshi {
namespace {

struct Opaque {
  std::string_view signature;
  std::string_view why;
};

// Kinds that are not read, by how they begin: what to do instead. Asked only for what is no text.
constexpr std::array<Opaque, 17> kOpaque = {
    {{"\xD0\xCF\x11\xE0", "是旧版或者加密的 Office 文件；请去掉密码，另存为 .docx、.xlsx 或者 PDF"},
     {"{\\rtf", "是 RTF 文件；请另存为 .docx 或者 PDF"},
     {"Rar!", "是 RAR 压缩包；请改用 ZIP"},
     {"7z\xBC\xAF", "是 7z 压缩包；请改用 ZIP"},
     {"\x1F\x8B", "是 gzip 压缩文件；请改用 ZIP"},
     {"BZh", "是 bzip2 压缩文件；请改用 ZIP"},
     {"\xFD"
      "7zXZ",
      "是 xz 压缩文件；请改用 ZIP"},
     {"\x28\xB5\x2F\xFD", "是 zstd 压缩文件；请改用 ZIP"},
     {"GIF8", "是 GIF 图片；请另存为 JPEG 或者 PNG"},
     {"RIFF", "是 WebP 图片或者音视频；图片请另存为 JPEG 或者 PNG"},
     {"BM", "是 BMP 图片；请另存为 JPEG 或者 PNG"},
     {"II*", "是 TIFF 图片；请另存为 JPEG 或者 PNG"},
     {std::string_view("MM\0*", 4), "是 TIFF 图片；请另存为 JPEG 或者 PNG"},
     {"ID3", "是音频；请有人听过，并改用文字"},
     {"OggS", "是音视频；请有人看过，并改用文字"},
     {"\x1A\x45\xDF\xA3", "是视频；请有人看过，并改用文字"},
     {"\x7F"
      "ELF",
      "是程序；请勿发布"}}};

std::string_view why_opaque(std::string_view bytes) {
  const auto* const known = std::ranges::find_if(
      kOpaque, [&](const Opaque& opaque) { return bytes.starts_with(opaque.signature); });
  return known == kOpaque.end() ? "不是能识别的格式；请改用 PDF、.docx、.xlsx 或者纯文本"
                                : known->why;
}

bool is_pdf(std::string_view bytes) {
  constexpr std::size_t kHeaderWithin = 1024;  // readers accept rubbish before it
  return bytes.substr(0, kHeaderWithin).find("%PDF-") != std::string_view::npos;
}

bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) c = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lowered;
}

bool is_html(std::string_view file_name, std::string_view text) {
  constexpr std::size_t kHeaderWithin = 1024;
  const std::string name = lower(file_name);
  const std::string head = lower(text.substr(0, kHeaderWithin));
  return name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".xhtml") ||
         head.find("<!doctype html") != std::string::npos ||
         head.find("<html") != std::string::npos;
}

DocumentText text_parts(std::string_view file_name, std::string text) {
  DocumentText found;
  if (!is_html(file_name, text)) {
    found.parts.push_back({"全文", std::move(text), {}});
    return found;
  }
  HtmlText html = html_text(text);
  found.parts.push_back({"网页文字", std::move(html.text), {}});
  found.parts.push_back({"网页链接和属性", std::move(html.attributes), {}});
  found.parts.push_back({"网页注释", std::move(html.comments), {}});
  return found;
}

Result<DocumentText> read_kind(std::string_view file_name, std::string_view bytes,
                               DocumentReading& reading) {
  if (is_zip(bytes)) return package_text(file_name, bytes, reading);
  if (is_pdf(bytes)) return pdf_text(file_name, bytes, reading);
  if (bytes.starts_with("\xFF\xD8\xFF")) return jpeg_metadata(bytes);
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return png_metadata(bytes);
  auto text = as_utf8(bytes);
  if (text && !text->starts_with("{\\rtf")) return text_parts(file_name, std::move(*text));
  return cannot_look(file_name, why_opaque(bytes));
}

}  // namespace

bool DocumentReading::spend_bytes(std::size_t bytes) {
  exhausted_ = exhausted_ || bytes_left_ < bytes;
  if (!exhausted_) bytes_left_ -= bytes;
  return !exhausted_;
}

bool DocumentReading::spend_member() {
  exhausted_ = exhausted_ || members_left_ == 0;
  if (!exhausted_) --members_left_;
  return !exhausted_;
}

Result<DocumentText> DocumentReading::read(std::string_view file_name, std::string_view bytes) {
  auto found = read_kind(file_name, bytes, *this);
  if (!found) return found;
  found->parts.insert(found->parts.begin(), {"文件名", std::string(file_name), {}});
  std::erase_if(found->parts, [](const TextPart& part) { return part.text.empty(); });
  return found;
}

void DocumentReading::read_inside(const std::string& locus, std::string_view file_name,
                                  std::string_view bytes, DocumentText& into) {
  const auto unseen = [&](std::string why) {
    into.parts.push_back({locus + " 文件名", std::string(file_name), {}});
    into.remarks.push_back({RemarkKind::Unseen, locus, std::move(why)});
  };
  if (nesting_left_ == 0) return unseen("文件套得太深，无法检查；请拆开后再发布");
  --nesting_left_;
  auto found = read(file_name, bytes);
  ++nesting_left_;
  if (!found) return unseen(found.error().message);
  for (TextPart& part : found->parts) {
    part.locus = fmt::format("{} {}", locus, part.locus);
    into.parts.push_back(std::move(part));
  }
  for (Remark& remark : found->remarks) {
    remark.locus = remark.locus.empty() ? locus : fmt::format("{} {}", locus, remark.locus);
    into.remarks.push_back(std::move(remark));
  }
}

tl::unexpected<Error> cannot_look(std::string_view file_name, std::string_view why) {
  return failure(ErrorKind::Invalid, fmt::format("无法检查“{}”中的内容：{}", file_name, why));
}

std::string locus_at(const TextPart& part, std::size_t offset) {
  const auto after = std::ranges::upper_bound(part.marks, offset, {}, &TextMark::offset);
  if (after == part.marks.begin()) return part.locus;
  return fmt::format("{} {}", part.locus, (after - 1)->name);
}

Result<DocumentText> document_text(std::string_view file_name, std::string_view bytes,
                                   const DocumentLimits& limits) {
  DocumentReading reading(limits);
  auto found = reading.read(file_name, bytes);
  if (found && reading.exhausted()) {
    return cannot_look(file_name, "展开后过大，或者文件过多；请拆成几个文件");
  }
  return found;
}

}  // namespace gongshi
