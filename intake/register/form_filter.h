// Which forms have certainly not been filed: a Bloom filter over their digests, in memory.
#ifndef INTAKE_REGISTER_FORM_FILTER_H_
#define INTAKE_REGISTER_FORM_FILTER_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "generator/notice/digest.h"

namespace gongshi {

// Takes two to four bytes for each digest. Used by one thread at a time.
class FormFilter {
 public:
  void add(const Sha256& digest);

  // False: it was never added. True: it was, or is one of a hundred that only look like it. Nobody
  // can make a form that looks like another's without its digest, which stays in the register.
  bool may_hold(const Sha256& digest) const;

 private:
  struct Layer {
    std::vector<std::uint64_t> words;  // a power of two
    std::size_t room = 0;              // digests that it still takes
  };
  std::vector<Layer> layers_;  // each twice as large as the one before it
};

}  // namespace gongshi

#endif  // INTAKE_REGISTER_FORM_FILTER_H_
