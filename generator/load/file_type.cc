#include "generator/load/file_type.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

namespace gongshi {
namespace {

constexpr std::size_t kHead = 1024;  // what a file is shows this early

struct Kind {
  FileType type;
  std::string_view name;
  std::string_view endings;  // each with a dot in front and behind
};

constexpr std::array<Kind, 12> kKinds = {{
    {FileType::Unknown, "", ""},
    {FileType::Pdf, "pdf", ".pdf."},
    {FileType::Document, "docx", ".docx.docm.dotx."},
    {FileType::Workbook, "xlsx", ".xlsx.xlsm.xltx."},
    {FileType::Slides, "pptx", ".pptx.pptm.ppsx."},
    {FileType::Ofd, "ofd", ".ofd."},
    {FileType::OpenDocument, "odt", ".odt.ods.odp."},
    {FileType::Zip, "zip", ".zip."},
    {FileType::Jpeg, "jpg", ".jpg.jpeg."},
    {FileType::Png, "png", ".png."},
    {FileType::Html, "html", ".html.htm.xhtml."},
    {FileType::Text, "txt", ".txt.csv.tsv.md.json.xml.svg.ics.toml."},
}};

const Kind& kind_of(FileType type) { return *std::ranges::find(kKinds, type, &Kind::type); }

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) c = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lowered;
}

// Low byte first; requires that the bytes are there.
std::size_t number_at(std::string_view bytes, std::size_t at, int size) {
  std::size_t number = 0;
  for (int i = size; i-- > 0;) {
    number = number << 8U | static_cast<unsigned char>(bytes[at + static_cast<std::size_t>(i)]);
  }
  return number;
}

// The list of members at the end of an archive, in which their names stand uncompressed. Empty
// when the archive is cut off.
std::string_view central_directory(std::string_view bytes) {
  constexpr std::size_t kEndRecord = 22;  // its size, without a comment
  const std::size_t end = bytes.rfind("PK\x05\x06");
  if (end == std::string_view::npos || bytes.size() - end < kEndRecord) return {};
  const std::size_t size = number_at(bytes, end + 12, 4);
  return size > end ? std::string_view() : bytes.substr(end - size, size);
}

FileType archive_type_of(std::string_view bytes) {
  const std::string_view members = central_directory(bytes);
  const auto has = [&](std::string_view name) {
    return members.find(name) != std::string_view::npos;
  };
  // The first member of an OpenDocument says so, uncompressed.
  const bool is_open_document =
      bytes.substr(0, kHead).find("mimetypeapplication/vnd.oasis.opendocument") !=
      std::string_view::npos;
  if (is_open_document) return FileType::OpenDocument;
  if (has("word/document.xml")) return FileType::Document;
  if (has("xl/workbook.xml")) return FileType::Workbook;
  if (has("ppt/presentation.xml")) return FileType::Slides;
  return has("OFD.xml") ? FileType::Ofd : FileType::Zip;
}

bool is_control_character(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < '\t' || ('\r' < byte && byte < 0x20);
}

FileType text_type_of(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kHead);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return FileType::Text;
  if (std::ranges::any_of(head, is_control_character)) return FileType::Unknown;
  const std::string lowered = lower(head);
  const bool is_html = lowered.find("<!doctype html") != std::string::npos ||
                       lowered.find("<html") != std::string::npos;
  return is_html ? FileType::Html : FileType::Text;
}

}  // namespace

FileType file_type_of(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) {
    return archive_type_of(bytes);
  }
  if (bytes.substr(0, kHead).find("%PDF-") != std::string_view::npos) return FileType::Pdf;
  if (bytes.starts_with("\xFF\xD8\xFF")) return FileType::Jpeg;
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return FileType::Png;
  return text_type_of(bytes);
}

std::string_view to_text(FileType type) { return kind_of(type).name; }

bool is_called_well(FileType type, std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (type == FileType::Unknown || dot == std::string_view::npos) return true;
  const std::string ending = lower(name.substr(dot)) + ".";
  return kind_of(type).endings.find(ending) != std::string_view::npos;
}

}  // namespace gongshi
