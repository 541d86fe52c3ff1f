#include "intake/register/filed_forms.h"

namespace gongshi {

Result<std::optional<RegisteredObjection>> FiledForms::find(ObjectionStore& objections,
                                                            const Sha256& form_digest) {
  if (!may_hold(objections, form_digest)) return std::nullopt;
  return objections.find_by_form(form_digest);
}

bool FiledForms::may_hold(ObjectionStore& objections, const Sha256& form_digest) {
  const std::scoped_lock lock(mutex_);
  const std::int64_t newest = objections.newest_id();
  if (up_to_ < newest) {
    objections.visit_forms(up_to_, [&](const Sha256& filed) { filter_.add(filed); });
    up_to_ = newest;
  }
  return filter_.may_hold(form_digest);
}

}  // namespace gongshi
