// What became of an objection, as a page, with the forms by which its objector adds to it,
// withdraws it or asks for a review.
#ifndef INTAKE_HTTP_STATUS_PAGE_H_
#define INTAKE_HTTP_STATUS_PAGE_H_

#include <string>
#include <string_view>
#include <vector>

#include "intake/filing/objection_form.h"
#include "intake/filing/status.h"
#include "intake/http/message.h"
#include "intake/http/pages.h"

namespace gongshi {

// The fields of these forms, besides number and code and those of filing/supplement.h.
namespace status_field {
inline constexpr std::string_view kStep = "step";  // supplement | withdraw | review
inline constexpr std::string_view kConfirm = "confirm";
inline constexpr std::string_view kReason = "reason";  // of a review
}  // namespace status_field

// What came of a step that was asked for on the page.
struct StatusNotice {
  int status = 200;
  std::string done = {};                    // what was done, in a sentence; or ""
  FieldErrors errors = {};                  // what stands in the way; `field` is one of those above
  std::string note = {};                    // as it was sent, so that nothing typed is lost
  std::string reason = {};                  // the same
  std::string form_id = {};                 // of the next supplement
  std::vector<EvidenceFile> attached = {};  // to that form, from this round
};

// The steps that the objection still allows are offered, the others are not.
Answer make_status_page(const PageFrame& frame, const Status& status, const StatusNotice& notice);

// The words for an error: messages.json "status.error.<field>.<code>".
std::string message_for_status(const TemplateSet& templates, const FieldError& error);

}  // namespace gongshi

#endif  // INTAKE_HTTP_STATUS_PAGE_H_
