// The objection of a form, looked for only where it can be. A form is filed once, for ever and in
// every process; but almost every form is new, and the digests of a large register lie in no order:
// looking a new one up, or putting it into one index with all others, would be another page of the
// disk each time. So the register's index knows neighbours only (schema.cc), and what is certainly
// new shows in a filter in memory. Inside register/ only.
#ifndef INTAKE_REGISTER_FILED_FORMS_H_
#define INTAKE_REGISTER_FILED_FORMS_H_

#include <cstdint>
#include <mutex>
#include <optional>
#include <span>

#include "generator/notice/digest.h"
#include "generator/notice/error.h"
#include "intake/register/form_filter.h"
#include "intake/register/objection_store.h"
#include "intake/register/register.h"

namespace gongshi {

// Threads: any may call, at the same time, each with a session of its own.
class FiledForms {
 public:
  // Reads what has been filed since the last call, as far as `objections` sees it, the first time
  // all forms: a quarter of a second for a million, in which other callers wait. Requires a
  // transaction that has inserted no objection: what it sees must stay. Returns the id of the
  // newest objection that it sees. Throws SQLite::Exception.
  std::int64_t catch_up(ObjectionStore& objections);

  // The forms of a commit that came right behind the objection `before`, in the order of their ids.
  void add(std::int64_t before, std::span<const Sha256> forms);

  // The objection of that form in what `objections` sees, whoever filed it and when. Requires
  // catch_up() in the same transaction. Throws SQLite::Exception.
  Result<std::optional<RegisteredObjection>> find(ObjectionStore& objections,
                                                  const Sha256& form_digest) const;

  // False: nobody had filed it as far as was read or added. True: somebody may have, or nothing
  // has been read yet. Asks no database.
  bool may_hold(const Sha256& form_digest) const;

 private:
  mutable std::mutex mutex_;
  bool is_read_ = false;
  FormFilter filter_;       // of the objections up to
  std::int64_t up_to_ = 0;  // this id
};

}  // namespace gongshi

#endif  // INTAKE_REGISTER_FILED_FORMS_H_
