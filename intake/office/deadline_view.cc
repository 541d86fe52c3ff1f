#include "intake/office/deadline_view.h"

#include <string>

namespace gongshi {
namespace {

std::string behind(const TemplateSet& templates, const Deadline& deadline) {
  switch (deadline.basis) {
    case Basis::Own:
    case Basis::Told:
      return templates.message("desk.deadline.ceiling",
                               {{"day", chinese_date(deadline.ceiling.last_day)},
                                {"duty", chinese(deadline.ceiling.duty)}});
    case Basis::Law:
      return templates.message("desk.deadline.law");
    case Basis::NotPublished:
      return templates.message("desk.deadline.not_published");
  }
  return {};
}

}  // namespace

Json describe_deadline(const TemplateSet& templates, const std::optional<Deadline>& deadline,
                       Instant now) {
  if (!deadline) return false;
  const Urgency urgency = urgency_of(deadline, now);
  const std::string word(to_text(urgency));
  return {{"duty", chinese(deadline->duty)},
          {"day", chinese_date(deadline->last_day)},
          {"urgency", word},
          {"alarm", urgency == Urgency::Calm ? "" : templates.message("desk.urgency." + word)},
          {"past", urgency == Urgency::Alarm},
          {"behind", behind(templates, *deadline)}};
}

}  // namespace gongshi
