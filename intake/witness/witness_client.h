// The way to a witness over HTTP. The one place here that fetches.
#ifndef INTAKE_WITNESS_WITNESS_CLIENT_H_
#define INTAKE_WITNESS_WITNESS_CLIENT_H_

#include <chrono>
#include <memory>
#include <string>

#include "intake/witness/add_checkpoint.h"

namespace gongshi {

// Longer than a witness needs that syncs a disk, shorter than the next heads are worth waiting for.
inline constexpr std::chrono::seconds kWitnessWait{10};

// Used by one thread; stop() by any.
class WitnessClient {
 public:
  // `url` without the path of the request: "https://witness.example/prefix". Whether https works is
  // for how httplib was built; a proxy on this machine can speak it instead.
  explicit WitnessClient(const std::string& url, std::chrono::milliseconds wait = kWitnessWait);
  WitnessClient(WitnessClient&&) noexcept;
  WitnessClient& operator=(WitnessClient&&) noexcept;
  ~WitnessClient();

  // POST add-checkpoint. Unavailable when there is no whole answer within the time, however it
  // trickles, or when it is larger than kWitnessAnswerBytesMax.
  Result<WitnessAnswer> add_checkpoint(const std::string& body);

  // Ends what is under way, and every later request.
  void stop();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gongshi

#endif  // INTAKE_WITNESS_WITNESS_CLIENT_H_
