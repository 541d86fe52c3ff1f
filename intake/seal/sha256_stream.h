// SHA-256 of bytes that come one after another. generator/notice/digest.h is faster and wants them
// all at once; a file that comes in over a network is slower than either.
#ifndef INTAKE_SEAL_SHA256_STREAM_H_
#define INTAKE_SEAL_SHA256_STREAM_H_

#include <memory>
#include <string_view>

#include "generator/notice/digest.h"

namespace gongshi {

// Used by one thread.
class Sha256Stream {
 public:
  Sha256Stream();
  Sha256Stream(Sha256Stream&&) noexcept;
  Sha256Stream& operator=(Sha256Stream&&) noexcept;
  ~Sha256Stream();

  void add(std::string_view bytes);
  // Of everything added. Nothing may be added afterwards.
  Sha256 digest();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gongshi

#endif  // INTAKE_SEAL_SHA256_STREAM_H_
