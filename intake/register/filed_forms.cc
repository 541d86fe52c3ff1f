#include "intake/register/filed_forms.h"

namespace gongshi {

std::int64_t FiledForms::catch_up(ObjectionStore& objections) {
  const std::scoped_lock lock(mutex_);
  const std::int64_t newest = objections.newest_id();
  if (up_to_ < newest) {
    objections.visit_forms(up_to_, [&](const Sha256& filed) { filter_.add(filed); });
    up_to_ = newest;
  }
  is_read_ = true;
  return newest;
}

void FiledForms::add(std::int64_t before, std::span<const Sha256> forms) {
  const std::scoped_lock lock(mutex_);
  if (up_to_ != before) return;  // somebody has read them, or the next who catches up does
  for (const Sha256& form : forms) filter_.add(form);
  up_to_ += static_cast<std::int64_t>(forms.size());
}

Result<std::optional<RegisteredObjection>> FiledForms::find(ObjectionStore& objections,
                                                            const Sha256& form_digest) const {
  if (!may_hold(form_digest)) return std::nullopt;
  return objections.find_by_form(form_digest);
}

bool FiledForms::may_hold(const Sha256& form_digest) const {
  const std::scoped_lock lock(mutex_);
  return !is_read_ || filter_.may_hold(form_digest);
}

}  // namespace gongshi
