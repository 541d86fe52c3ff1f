#include "intake/filing/supplement.h"

#include <utility>

namespace gongshi {

tl::expected<Supplement, FieldErrors> parse_supplement(const SentForm& sent,
                                                       std::vector<EvidenceFile> attached) {
  FieldErrors errors;
  const auto form = read_form_id(sent);
  if (!form) errors.push_back(form.error());
  auto note = read_statement(field::kNote, sent.value(field::kNote));
  if (!note && note.error().code == "missing" && !attached.empty()) note = std::string();
  if (!note) errors.push_back(note.error());
  for (FieldError& error : evidence_errors(sent.files)) errors.push_back(std::move(error));
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return Supplement{.form = *form, .note = *std::move(note), .evidence = std::move(attached)};
}

}  // namespace gongshi
