#include "intake/filing/evidence.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "generator/notice/utf8.h"
#include "intake/filing/limits.h"

namespace gongshi {
namespace {

constexpr std::size_t kHeadBytes = 4096;  // what a file is shows this early
// An archive's list of members stands at its end: this much of it is read, some 800 names.
constexpr std::size_t kTailBytes = std::size_t{64} * 1024;

struct Kind {
  EvidenceType type;
  std::string_view text;
  std::string_view media_type;
  std::string_view endings;  // each with a dot in front and behind
};

constexpr std::string_view kWordMedia =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view kExcelMedia =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

constexpr Kind kKinds[] = {
    {EvidenceType::Pdf, "pdf", "application/pdf", ".pdf."},
    {EvidenceType::Jpeg, "jpg", "image/jpeg", ".jpg.jpeg.jfif."},
    {EvidenceType::Png, "png", "image/png", ".png."},
    {EvidenceType::Webp, "webp", "image/webp", ".webp."},
    {EvidenceType::Heic, "heic", "image/heic", ".heic.heif."},
    {EvidenceType::Mp3, "mp3", "audio/mpeg", ".mp3."},
    {EvidenceType::M4a, "m4a", "audio/mp4", ".m4a.m4b."},
    // Recorders write sound alone under a general brand too.
    {EvidenceType::Mp4, "mp4", "video/mp4", ".mp4.m4v.m4a."},
    {EvidenceType::Docx, "docx", kWordMedia, ".docx."},
    {EvidenceType::Xlsx, "xlsx", kExcelMedia, ".xlsx."},
    {EvidenceType::Ofd, "ofd", "application/ofd", ".ofd."},
    {EvidenceType::Text, "txt", "text/plain", ".txt."},
};
static_assert(std::size(kKinds) == kAllEvidenceTypes.size());

const Kind& kind_of(EvidenceType type) { return *std::ranges::find(kKinds, type, &Kind::type); }

struct FaultCode {
  EvidenceFault fault;
  std::string_view code;
};

constexpr FaultCode kFaultCodes[] = {
    {EvidenceFault::Empty, "empty"},          {EvidenceFault::TooBig, "too_big"},
    {EvidenceFault::WrongType, "wrong_type"}, {EvidenceFault::TooMany, "too_many"},
    {EvidenceFault::Protected, "protected"},  {EvidenceFault::Damaged, "damaged"},
    {EvidenceFault::NotStored, "not_stored"},
};

using Judgement = tl::expected<EvidenceType, EvidenceFault>;

bool has(std::string_view bytes, std::string_view part) {
  return bytes.find(part) != std::string_view::npos;
}

// Low byte first; requires that the bytes are there.
std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
  std::size_t number = 0;
  for (std::size_t i = size; i-- > 0;) {
    number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
  }
  return number;
}

// DOCX, XLSX and OFD are archives; the names of their members stand uncompressed at the end, and
// the first ones also at the beginning.
Judgement archive_type(std::string_view head, std::string_view tail) {
  constexpr std::size_t kEndRecordBytes = 22;  // without its comment
  const std::size_t end = tail.rfind("PK\x05\x06");
  const bool is_whole = end != std::string_view::npos && tail.size() - end >= kEndRecordBytes &&
                        number_at(tail, end + 20, 2) <= tail.size() - end - kEndRecordBytes;
  if (!is_whole) return tl::unexpected(EvidenceFault::Damaged);
  const std::string_view members =
      tail.substr(end - std::min(end, number_at(tail, end + 12, 4)), end);
  const auto holds = [&](std::string_view name) { return has(members, name) || has(head, name); };
  if (holds("vbaProject.bin")) return tl::unexpected(EvidenceFault::WrongType);
  if (holds("word/document.xml")) return EvidenceType::Docx;
  if (holds("xl/workbook.xml")) return EvidenceType::Xlsx;
  if (holds("OFD.xml")) return EvidenceType::Ofd;
  return tl::unexpected(EvidenceFault::WrongType);
}

// ISO base media (ISO 14496-12): the first box names the brands.
Judgement media_type_of(std::string_view head) {
  const std::string_view brand = head.substr(8, 4);
  const auto is_one_of = [&](std::string_view brands) { return has(brands, brand); };
  if (brand.size() < 4 || has(brand, "|")) return tl::unexpected(EvidenceFault::WrongType);
  if (is_one_of("|heic|heix|heim|heis|hevc|hevx|mif1|msf1|")) return EvidenceType::Heic;
  if (is_one_of("|M4A |M4B |")) return EvidenceType::M4a;
  constexpr std::string_view kFilm =
      "|isom|iso2|iso3|iso4|iso5|iso6|iso7|iso8|iso9|mp41|mp42|avc1|M4V |M4VH|M4VP|dash|MSNV|";
  if (is_one_of(kFilm)) return EvidenceType::Mp4;
  return tl::unexpected(EvidenceFault::WrongType);
}

// A frame of MPEG audio layer III, or the tag in front of the first.
bool is_mp3(std::string_view head) {
  if (head.size() < 4) return false;
  if (head.starts_with("ID3")) return '\x02' <= head[3] && head[3] <= '\x04';
  const auto second = static_cast<unsigned char>(head[1]);
  const auto third = static_cast<unsigned char>(head[2]);
  const bool is_layer_3 = head[0] == '\xFF' && (second & 0xE6U) == 0xE2U;
  return is_layer_3 && (second & 0x18U) != 0x08U && (third & 0xF0U) != 0xF0U &&
         (third & 0x0CU) != 0x0CU;
}

// The files of Office before 2007, and the box around a file under a password.
Judgement compound_file_type(std::string_view head, std::string_view tail) {
  constexpr std::string_view kName("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  const bool is_locked = has(head, kName) || has(tail, kName);
  return tl::unexpected(is_locked ? EvidenceFault::Protected : EvidenceFault::WrongType);
}

bool is_control(unsigned unit) { return unit < '\t' || ('\r' < unit && unit < 0x20U); }

// What people see, or what file systems take: the name keeps everything else.
bool is_dropped(std::string_view character) {
  constexpr std::string_view kForbidden = "/\\:*?\"<>|";
  constexpr std::string_view kMarks[] = {"\u061C", "\u200E", "\u200F", "\u202A", "\u202B",
                                         "\u202C", "\u202D", "\u202E", "\u2066", "\u2067",
                                         "\u2068", "\u2069", "\u2028", "\u2029", "\uFEFF"};
  const auto byte = static_cast<unsigned char>(character[0]);
  if (character.size() == 1) {
    return byte < 0x20U || byte == 0x7FU || has(kForbidden, character);
  }
  const bool is_c1 = byte == 0xC2U && static_cast<unsigned char>(character[1]) < 0xA0U;
  return is_c1 || std::ranges::find(kMarks, character) != std::end(kMarks);
}

std::string_view trim_dots(std::string_view name) {
  const auto is_edge = [](char c) { return c == '.' || c == ' '; };
  while (!name.empty() && is_edge(name.front())) name.remove_prefix(1);
  while (!name.empty() && is_edge(name.back())) name.remove_suffix(1);
  return name;
}

std::string cleaned(std::string_view sent) {
  std::string name;
  if (!first_invalid_utf8(sent)) {
    sent.remove_prefix(std::min(sent.size(), sent.find_last_of("/\\") + 1));
    while (!sent.empty()) {
      const std::string_view character = first_code_points(sent, 1);
      sent.remove_prefix(character.size());
      if (!is_dropped(character)) name += character;
    }
  }
  const std::string_view rest = trim_dots(trim_blanks(name));
  return rest.empty() ? std::string("附件") : std::string(rest);
}

std::string lower(std::string_view text) {
  std::string lowered(text);
  for (char& c : lowered) c = 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lowered;
}

// The stem is cut, never the ending.
std::string within_length(std::string_view stem, std::string_view ending) {
  const std::size_t room = kEvidenceNameLengthMax - count_code_points(ending);
  return std::string(first_code_points(stem, room)).append(ending);
}

}  // namespace

std::string_view to_text(EvidenceType type) { return kind_of(type).text; }

std::optional<EvidenceType> parse_evidence_type(std::string_view text) {
  const auto* found = std::ranges::find(kKinds, text, &Kind::text);
  if (found == std::end(kKinds)) return std::nullopt;
  return found->type;
}

std::string_view media_type(EvidenceType type) { return kind_of(type).media_type; }

std::string_view code_of(EvidenceFault fault) {
  return std::ranges::find(kFaultCodes, fault, &FaultCode::fault)->code;
}

std::string evidence_name(std::string_view sent, EvidenceType type) {
  const std::string name = cleaned(sent);
  const std::size_t dot = name.rfind('.');
  const bool fits = dot != std::string::npos &&
                    has(kind_of(type).endings, lower(std::string_view(name).substr(dot)) + ".");
  if (fits) return within_length(std::string_view(name).substr(0, dot), name.substr(dot));
  return within_length(name, "." + std::string(to_text(type)));
}

std::string printable_name(std::string_view sent) { return within_length(cleaned(sent), ""); }

void EvidenceInspector::add(std::string_view bytes) {
  size_ += bytes.size();
  head_ += bytes.substr(0, kHeadBytes - head_.size());
  look_for_controls(bytes);
  tail_ += bytes.substr(bytes.size() - std::min(bytes.size(), kTailBytes));
  // Twice as much, so that the front is not moved away for every few bytes.
  if (tail_.size() > 2 * kTailBytes) tail_.erase(0, tail_.size() - kTailBytes);
}

void EvidenceInspector::look_for_controls(std::string_view bytes) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    has_control_byte_ = has_control_byte_ || is_control(byte);
    if (!first_of_unit_) {
      first_of_unit_ = byte;
      continue;
    }
    const unsigned first = *std::exchange(first_of_unit_, std::nullopt);
    has_control_low_first_ = has_control_low_first_ || is_control(byte * 256U + first);
    has_control_high_first_ = has_control_high_first_ || is_control(first * 256U + byte);
  }
}

bool EvidenceInspector::is_text() const {
  if (head_.starts_with("\xFF\xFE")) return !first_of_unit_ && !has_control_low_first_;
  if (head_.starts_with("\xFE\xFF")) return !first_of_unit_ && !has_control_high_first_;
  return !has_control_byte_;
}

Judgement EvidenceInspector::judge() const {
  const std::string_view head = head_;
  if (size_ == 0) return tl::unexpected(EvidenceFault::Empty);
  if (size_ > kEvidenceBytesMax) return tl::unexpected(EvidenceFault::TooBig);
  if (head.starts_with("PK\x03\x04")) return archive_type(head, tail_);
  if (head.starts_with("\xFF\xD8\xFF")) return EvidenceType::Jpeg;
  if (head.starts_with("\x89PNG\r\n\x1A\n")) return EvidenceType::Png;
  if (head.starts_with("RIFF") && head.substr(8, 4) == "WEBP") return EvidenceType::Webp;
  if (head.size() >= 12 && head.substr(4, 4) == "ftyp") return media_type_of(head);
  if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return compound_file_type(head, tail_);
  if (trim_blanks(head).starts_with("%PDF-")) return EvidenceType::Pdf;
  if (is_mp3(head)) return EvidenceType::Mp3;
  if (is_text()) return EvidenceType::Text;
  return tl::unexpected(EvidenceFault::WrongType);
}

}  // namespace gongshi
