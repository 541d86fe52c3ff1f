#include "intake/desk/case_deadline.h"

namespace gongshi {
namespace {

std::optional<Deadline> own_deadline(const CaseFile& file, const std::optional<OwnTerms>& terms) {
  return next_deadline(file.standing, file.objection.filed.received_at, terms);
}

}  // namespace

std::optional<Deadline> case_deadline(const CaseFile& file, const std::vector<CaseFile>& members,
                                      const std::optional<OwnTerms>& terms) {
  std::optional<Deadline> first = own_deadline(file, terms);
  for (const CaseFile& member : members) first = first_of(first, own_deadline(member, terms));
  return first;
}

}  // namespace gongshi
