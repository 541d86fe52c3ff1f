// A deadline as the inbox and the page of a case show it.
#ifndef INTAKE_OFFICE_DEADLINE_VIEW_H_
#define INTAKE_OFFICE_DEADLINE_VIEW_H_

#include <optional>

#include "generator/notice/civil_time.h"
#include "generator/notice/json.h"
#include "intake/desk/deadlines.h"
#include "site-templates/template_set.h"

namespace gongshi {

// False when nothing is due, else {duty, day, urgency, alarm, past, behind}: `alarm` is how urgent
// it is in words, or "", `past` whether the law's ceiling is passed, and `behind` what stands
// behind the day: the ceiling, or whose day it is.
Json describe_deadline(const TemplateSet& templates, const std::optional<Deadline>& deadline,
                       Instant now);

}  // namespace gongshi

#endif  // INTAKE_OFFICE_DEADLINE_VIEW_H_
