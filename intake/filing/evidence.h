// What may be attached to an objection: which kinds of file, told by their bytes and not by their
// names, and what a file is called from then on.
//
// A table of signatures, and not libmagic: its data base changes with the system, and it does not
// know OFD. The kinds are those that an office can open without a program of its own and that a
// telephone makes: documents, pictures, sound, film, plain text. Nothing that runs is among them,
// Office files with macros included. What is only an attachment to be saved cannot harm the site,
// whatever else its bytes would also pass for.
//
// Not told apart: a PDF that asks for a password and one that only forbids printing. The first kind
// is taken, and the office will ask the objector.
#ifndef INTAKE_FILING_EVIDENCE_H_
#define INTAKE_FILING_EVIDENCE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace gongshi {

enum class EvidenceType { Pdf, Jpeg, Png, Webp, Heic, Mp3, M4a, Mp4, Docx, Xlsx, Ofd, Text };

inline constexpr std::array kAllEvidenceTypes = {
    EvidenceType::Pdf,  EvidenceType::Jpeg, EvidenceType::Png, EvidenceType::Webp,
    EvidenceType::Heic, EvidenceType::Mp3,  EvidenceType::M4a, EvidenceType::Mp4,
    EvidenceType::Docx, EvidenceType::Xlsx, EvidenceType::Ofd, EvidenceType::Text};

// Its usual ending, which is also its name in the record: "pdf", "jpg", "txt".
std::string_view to_text(EvidenceType type);
// Nothing for any other spelling.
std::optional<EvidenceType> parse_evidence_type(std::string_view text);
// "application/pdf" and the like.
std::string_view media_type(EvidenceType type);

// Why a file is not attached. The rest of the form is not touched by it.
enum class EvidenceFault {
  Empty,      // no byte in it
  TooBig,     // past kEvidenceBytesMax
  WrongType,  // none of the types above
  TooMany,    // past kEvidenceCountMax with those that are attached already
  Protected,  // an Office file under a password
  Damaged,    // a DOCX, XLSX or OFD whose end is missing: no program opens it
  NotStored,  // the disk is full or failed, or too many files wait for their forms
};

// "empty", "too_big" …: the codes of field errors.
std::string_view code_of(EvidenceFault fault);

// The name under which a file that was sent as `sent` is listed and saved: without folders, control
// characters, marks that turn the writing direction and what file systems forbid; at most
// kEvidenceNameLengthMax code points, its ending kept; and always with an ending of `type`, so that
// what was sent as 照片.exe and is a picture is saved as 照片.exe.jpg. In any script. Never a path.
std::string evidence_name(std::string_view sent, EvidenceType type);

// The same for a file of which nothing but the name is known: what messages call it.
std::string printable_name(std::string_view sent);

// Looks at a file while it passes by; keeps a few kilobytes of it.
class EvidenceInspector {
 public:
  void add(std::string_view bytes);
  std::uint64_t size() const { return size_; }

  // What the whole file is, or Empty, TooBig, WrongType, Protected or Damaged.
  tl::expected<EvidenceType, EvidenceFault> judge() const;

 private:
  void look_for_controls(std::string_view bytes);
  bool is_text() const;

  std::uint64_t size_ = 0;
  std::string head_;
  std::string tail_;  // the last bytes, and up to as many before them
  // A control character, if it were bytes, and if it were UTF-16 of either order.
  bool has_control_byte_ = false;
  bool has_control_low_first_ = false;
  bool has_control_high_first_ = false;
  std::optional<unsigned char> first_of_unit_;
};

}  // namespace gongshi

#endif  // INTAKE_FILING_EVIDENCE_H_
