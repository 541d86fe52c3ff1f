#include "intake/filing/objection_form.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "generator/notice/utf8.h"
#include "intake/filing/limits.h"

namespace gongshi {
namespace {

constexpr std::size_t kMegabyte = std::size_t{1024} * 1024;

// TAB and LF are text. Everything else below U+0020, DEL and U+0080 to U+009F steers terminals and
// printers, and nobody types it.
bool has_control_character(std::string_view utf8) {
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (0x20 <= byte && byte != 0x7F && byte != 0xC2) continue;
    if (byte == '\t' || byte == '\n') continue;
    // Valid UTF-8: 0xC2 is always followed by a byte, and leads U+0080 to U+00BF.
    if (byte != 0xC2 || static_cast<unsigned char>(utf8[i + 1]) < 0xA0) return true;
  }
  return false;
}

// No text has more characters than bytes: most need not be counted.
bool is_longer_than(std::string_view utf8, std::size_t length_max) {
  return utf8.size() > length_max && count_code_points(utf8) > length_max;
}

bool is_text(std::string_view value) {
  return !first_invalid_utf8(value) && !has_control_character(value);
}

// Reads one form. Each read_ function takes one field and complains about it at most once; they are
// called in the order of the page.
class FormReading {
 public:
  FormReading(const Manifest& manifest, const SentForm& sent, FormWay way)
      : manifest_(manifest), sent_(sent), way_(way) {}

  tl::expected<ParsedForm, FieldErrors> read() {
    const std::optional<FormId> form = read_form_id();
    read_notice();
    read_candidate();
    read_grounds();
    read_statement();
    read_evidence();
    read_identity();
    read_name();
    read_contact();
    read_declaration();
    if (!form || !errors_.empty()) return tl::unexpected(std::move(errors_));
    return ParsedForm{.form = *form, .objection = std::move(objection_)};
  }

 private:
  void complain(std::string_view field, std::string_view code, std::size_t limit = 0) {
    errors_.push_back({.field = field, .code = code, .limit = limit});
  }

  // The value of a field that may stand once; nothing, with a complaint, when it stands twice.
  std::optional<std::string_view> once(std::string_view field) {
    if (sent_.fields.count(field) > 1) {
      complain(field, "repeated");
      return std::nullopt;
    }
    return sent_.value(field);
  }

  std::optional<FormId> read_form_id() {
    const auto form = gongshi::read_form_id(sent_);
    if (form) return *form;
    errors_.push_back(form.error());
    return std::nullopt;
  }

  void read_notice() {
    const auto value = once(field::kNotice);
    if (!value) return;
    if (value->empty()) return complain(field::kNotice, "missing");
    const auto id = NoticeId::parse(*value);
    notice_ = id ? manifest_.find(*id) : nullptr;
    if (notice_ == nullptr) return complain(field::kNotice, "unknown");
    objection_.notice = *id;
  }

  void read_candidate() {
    const auto value = once(field::kCandidate);
    // Which candidates there are depends on the notice: without one there is nothing to say.
    if (!value || value->empty() || notice_ == nullptr) return;
    const auto id = CandidateId::parse(*value);
    if (!id || notice_->find(*id) == nullptr) return complain(field::kCandidate, "unknown");
    objection_.candidate = *id;
  }

  void read_grounds() {
    const auto value = once(field::kGrounds);
    if (!value) return;
    if (value->empty()) return complain(field::kGrounds, "missing");
    const auto grounds = parse_grounds(*value);
    if (!grounds) return complain(field::kGrounds, "unknown");
    objection_.grounds = *grounds;
  }

  void read_statement() {
    const auto value = once(field::kStatement);
    if (!value) return;
    auto statement = gongshi::read_statement(field::kStatement, *value);
    if (!statement) return errors_.push_back(statement.error());
    objection_.statement = std::move(*statement);
  }

  // What is attached is not of this class's making: only what could not be attached is told.
  void read_evidence() {
    for (FieldError& error : evidence_errors(sent_.files)) errors_.push_back(std::move(error));
  }

  void read_identity() {
    const auto value = once(field::kIdentity);
    if (!value) return;
    if (value->empty()) return complain(field::kIdentity, "missing");
    identity_ = parse_identity(*value);
    if (!identity_) return complain(field::kIdentity, "unknown");
    const bool names_only = way_ == FormWay::Online && notice_ != nullptr &&
                            notice_->identity_policy == IdentityPolicy::RequireRealName;
    if (*identity_ == Identity::Anonymous && names_only) {
      return complain(field::kIdentity, "not_allowed");
    }
    objection_.identity = *identity_;
  }

  void read_name() {
    auto value = read_line(field::kName, kNameLengthMax);
    if (!value) return;
    if (value->empty() && is_named()) return complain(field::kName, "missing");
    objection_.name = std::move(*value);
  }

  void read_contact() {
    auto value = read_line(field::kContact, kContactLengthMax);
    if (!value) return;
    const bool required = is_named() && way_ == FormWay::Online;
    if (value->empty() && required) return complain(field::kContact, "missing");
    objection_.contact = std::move(*value);
  }

  void read_declaration() {
    if (way_ == FormWay::Online && sent_.value(field::kDeclaration) != "on") {
      complain(field::kDeclaration, "missing");
    }
  }

  bool is_named() const { return identity_ && *identity_ != Identity::Anonymous; }

  // One line about the objector; "" when anonymous, whatever was sent.
  std::optional<std::string> read_line(std::string_view field, std::size_t length_max) {
    if (identity_ == Identity::Anonymous) return std::string();
    const auto value = once(field);
    if (!value) return std::nullopt;
    const std::string folded = fold_line_ends(*value);
    std::string_view code;
    std::size_t limit = 0;
    std::string_view line = folded;
    if (!is_text(folded)) {
      code = "not_text";
    } else if (line = trim_blanks(folded); line.find('\n') != std::string_view::npos) {
      code = "not_one_line";
    } else if (is_longer_than(line, length_max)) {
      code = "too_long";
      limit = length_max;
    }
    if (code.empty()) return std::string(line);
    complain(field, code, limit);
    return std::nullopt;
  }

  const Manifest& manifest_;
  const SentForm& sent_;
  const FormWay way_;
  const ManifestNotice* notice_ = nullptr;
  std::optional<Identity> identity_;
  Objection objection_;
  FieldErrors errors_;
};

}  // namespace

std::string_view SentForm::value(std::string_view name) const {
  const auto it = fields.find(name);
  return it == fields.end() ? std::string_view{} : std::string_view{it->second};
}

FieldErrors evidence_errors(const std::vector<SentFile>& files) {
  FieldErrors errors;
  for (const SentFile& file : files) {
    if (file.stored) continue;
    const EvidenceFault fault = file.stored.error();
    std::size_t limit = 0;
    if (fault == EvidenceFault::TooBig) limit = kEvidenceBytesMax / kMegabyte;
    if (fault == EvidenceFault::TooMany) limit = kEvidenceCountMax;
    errors.push_back(
        {.field = field::kEvidence, .code = code_of(fault), .limit = limit, .name = file.name});
  }
  return errors;
}

tl::expected<FormId, FieldError> read_form_id(const SentForm& sent) {
  const auto wrong = [](std::string_view code) {
    return tl::unexpected(FieldError{.field = field::kFormId, .code = code});
  };
  if (sent.fields.count(field::kFormId) > 1) return wrong("repeated");
  const std::string_view value = sent.value(field::kFormId);
  if (value.empty()) return wrong("missing");
  auto form = FormId::parse(value);
  if (!form) return wrong("malformed");
  return *std::move(form);
}

tl::expected<std::string, FieldError> read_statement(std::string_view field,
                                                     std::string_view sent) {
  std::string statement = fold_line_ends(sent);
  const auto wrong = [&](std::string_view code, std::size_t limit = 0) {
    return tl::unexpected(FieldError{.field = field, .code = code, .limit = limit});
  };
  if (!is_text(statement)) return wrong("not_text");
  if (trim_blanks(statement).empty()) return wrong("missing");
  if (is_longer_than(statement, kStatementLengthMax)) {
    return wrong("too_long", kStatementLengthMax);
  }
  return statement;
}

tl::expected<ParsedForm, FieldErrors> parse_objection(const Manifest& manifest,
                                                      const SentForm& sent, FormWay way) {
  return FormReading(manifest, sent, way).read();
}

}  // namespace gongshi
