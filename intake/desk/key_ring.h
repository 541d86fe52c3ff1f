// The keys that the office has at hand: today's, and older ones for what was sealed before a
// rotation.
#ifndef INTAKE_DESK_KEY_RING_H_
#define INTAKE_DESK_KEY_RING_H_

#include <utility>
#include <vector>

#include "generator/notice/error.h"
#include "intake/register/register.h"
#include "intake/seal/office_key.h"

namespace gongshi {

class KeyRing {
 public:
  void add(OfficeKey key) { keys_.push_back(std::move(key)); }

  // The row with its content, which it may have already. Invalid, with a sentence that names the
  // number and the key that is wanted, when that key is not on the ring; Corrupt when the row was
  // changed.
  Result<RegisteredObjection> unseal(const Register& reg, RegisteredObjection row) const;

 private:
  std::vector<OfficeKey> keys_;
};

}  // namespace gongshi

#endif  // INTAKE_DESK_KEY_RING_H_
