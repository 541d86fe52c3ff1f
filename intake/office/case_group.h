// What belongs together with a case (并案), for its page. Read from what needs no key: no word of
// what anybody wrote.
#ifndef INTAKE_OFFICE_CASE_GROUP_H_
#define INTAKE_OFFICE_CASE_GROUP_H_

#include <string>
#include <vector>

#include "generator/notice/error.h"
#include "generator/notice/json.h"
#include "intake/desk/grouping.h"
#include "intake/office/desk_page.h"

namespace gongshi {

struct CaseGroup {
  Group group;                         // those that joined the case
  std::vector<std::string> suggested;  // numbers that it may join; none when it may join nothing
};

// Errors as desk/grouping.h says.
Result<CaseGroup> read_case_group(const Desk& desk, const CaseFile& file);

// False for one that stands alone, else {sentence, cases: [{number, url, state, state_word}]}: the
// one that leads, or those that joined it.
Json describe_group(const Desk& desk, const CaseFile& file, const CaseGroup& group);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_CASE_GROUP_H_
