// The forms for the steps that may follow in a case, and what a filled one does.
#ifndef INTAKE_OFFICE_CASE_STEPS_H_
#define INTAKE_OFFICE_CASE_STEPS_H_

#include "intake/desk/case_file.h"
#include "intake/filing/objection_form.h"
#include "intake/office/case_group.h"
#include "intake/office/desk_page.h"

namespace gongshi {

// What a form for a step sends.
namespace step_field {
inline constexpr std::string_view kNumber = "number";
inline constexpr std::string_view kStep = "step";  // to_text(HandlingStep)
inline constexpr std::string_view kSeen = "seen";  // how many events the page showed
inline constexpr std::string_view kChoice = "choice";
inline constexpr std::string_view kDue = "due";        // 2017-06-30
inline constexpr std::string_view kSecond = "second";  // the name of another person
inline constexpr std::string_view kLeader = "leader";  // the number of the case that is joined
inline constexpr std::string_view kText = "text";
}  // namespace step_field

// Whether somebody of that role may take the step that a form names. A word that names none is
// perform_step()'s to refuse, to who handles cases.
bool may_take(Role role, std::string_view step);

// [{word, title, hint, button, open, choices_label, choices: [{word, label, chosen}], due_label,
// due, second_label, second, leader_label, leader, suggested: [number], text_label, text,
// text_required}]: of legal steps alone that the account may take. `sent` fills the form that it
// came from, which is open then.
Json describe_steps(const Desk& desk, const CaseFile& file, const CaseGroup& group,
                    const SentForm& sent);

// Takes the step under the name of the account. `file` is the case as it stands. Invalid for a form
// that is not filled, Conflict when the page did not show all events of `file` or the step may not
// follow; else what desk/handling.h says.
Result<ObjectionState> perform_step(const Desk& desk, const CaseFile& file, const SentForm& sent);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_CASE_STEPS_H_
