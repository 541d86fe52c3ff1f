// What the papers about one objection have in common.
#ifndef INTAKE_OFFICE_PAPER_PARTS_H_
#define INTAKE_OFFICE_PAPER_PARTS_H_

#include <string_view>

#include "generator/notice/json.h"
#include "generator/notice/manifest.h"
#include "intake/desk/case_file.h"

namespace gongshi {

// False when it is about the whole notice, else {name, unit, award}.
Json describe_candidate_of(const ManifestNotice& notice, const CaseFile& file);

// Its lines without blanks round them, and without those that are blank.
Json paragraphs_of(std::string_view text);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_PAPER_PARTS_H_
