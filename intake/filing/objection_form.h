// The form, from the fields as sent to an Objection or to everything that is wrong with them.
// Pure: it knows the manifest and the rules, not HTTP, not pages, not the clock.
#ifndef INTAKE_FILING_OBJECTION_FORM_H_
#define INTAKE_FILING_OBJECTION_FORM_H_

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "generator/notice/manifest.h"
#include "intake/filing/evidence.h"
#include "intake/filing/objection.h"
#include "intake/register/evidence_files.h"
#include "intake/seal/form_id.h"

namespace gongshi {

// The fields of POST /objections (DESIGN 9), which are also the fields that errors name.
namespace field {
inline constexpr std::string_view kFormId = "form_id";
inline constexpr std::string_view kNotice = "notice";
inline constexpr std::string_view kCandidate = "candidate";
inline constexpr std::string_view kGrounds = "grounds";
inline constexpr std::string_view kStatement = "statement";
inline constexpr std::string_view kEvidence = "evidence";
inline constexpr std::string_view kRemoveEvidence = "evidence_remove";  // a file's id, for each
inline constexpr std::string_view kIdentity = "identity";
inline constexpr std::string_view kName = "name";
inline constexpr std::string_view kContact = "contact";
inline constexpr std::string_view kDeclaration = "declaration";
}  // namespace field

// A file that came with the form: stored, or the reason why not.
struct SentFile {
  std::string name;  // for people: evidence_name(), or printable_name() when it is not stored
  tl::expected<EvidenceFile, EvidenceFault> stored;
  std::string reason = {};  // for the log, when the disk failed
};

// What came in. A field that was not sent and one that was sent empty are the same; fields that
// the form does not have are ignored.
struct SentForm {
  std::multimap<std::string, std::string, std::less<>> fields;
  std::vector<SentFile> files = {};  // in the order sent

  // The field's value, or "" when it was not sent.
  std::string_view value(std::string_view name) const;
};

// One thing that is wrong. The words for people are in the templates' messages.json, under
// "objection.error.<field>.<code>"; `limit` is the number that the words may name, else 0.
//
//   missing      empty although it must be there
//   unknown      not a notice, a candidate of it, or one of the words that the form offers
//   malformed    form_id: not 16 to 64 of [A-Za-z0-9-]
//   repeated     sent twice, and the two could contradict each other
//   too_long     more code points than `limit`
//   not_text     not UTF-8, or a control character in it
//   not_one_line name, contact: a line end inside
//   not_allowed  identity: the office asks for real names, and this is anonymous
//
// Of evidence, the codes are those of EvidenceFault, and `name` is the file's.
struct FieldError {
  std::string_view field;
  std::string_view code;
  std::size_t limit = 0;
  std::string name = {};

  bool operator==(const FieldError&) const = default;
};

// At most one for each field, and for each file; in the order of the page; never empty.
using FieldErrors = std::vector<FieldError>;

struct ParsedForm {
  FormId form;
  Objection objection;
};

// What went wrong with the files that came, one for each, in the order sent.
FieldErrors evidence_errors(const std::vector<SentFile>& files);

// missing, malformed or repeated.
tl::expected<FormId, FieldError> read_form_id(const SentForm& sent);

// A statement as it is stored: line ends folded to LF, and nothing else changed. `field` is the one
// that it was sent in, for the error: missing, not_text or too_long.
tl::expected<std::string, FieldError> read_statement(std::string_view field, std::string_view sent);

// How it came in decides what may be asked. Online, the form asks for a declaration and holds the
// objector to the notice's identity policy. Offline, a clerk types in a letter or a call: what the
// objector left out cannot be asked for, and an anonymous letter is kept as a clue whatever the
// policy (DOMAIN 3.3).
enum class FormWay { Online, Offline };

// Name and contact of an anonymous objection are dropped, not stored: the form says so.
tl::expected<ParsedForm, FieldErrors> parse_objection(const Manifest& manifest,
                                                      const SentForm& sent, FormWay way);

}  // namespace gongshi

#endif  // INTAKE_FILING_OBJECTION_FORM_H_
