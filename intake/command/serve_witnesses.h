// The part of `gongshi-intake serve` that is about witnesses.
#ifndef INTAKE_COMMAND_SERVE_WITNESSES_H_
#define INTAKE_COMMAND_SERVE_WITNESSES_H_

#include <filesystem>
#include <memory>

#include "generator/notice/error.h"
#include "intake/http/portal.h"
#include "intake/log/witness_policy.h"

namespace gongshi {

// More is no policy.
inline constexpr std::size_t kWitnessPolicyBytesMax = 65'536;

// The policy in the file. NotFound, Invalid with file and line.
Result<WitnessPolicy> read_witness_policy(const std::filesystem::path& file);

// Asks witnesses as long as it is there.
class ServeWitnesses {
 public:
  // Those of the policy, for the register in `data`. What they do is counted and logged by the
  // portal, which must outlive it. Invalid when the policy is for another log.
  static Result<ServeWitnesses> start(const WitnessPolicy& policy,
                                      const std::filesystem::path& data, Portal& portal);

  ServeWitnesses(ServeWitnesses&&) noexcept;
  ServeWitnesses& operator=(ServeWitnesses&&) noexcept;
  ~ServeWitnesses();

 private:
  struct State;
  explicit ServeWitnesses(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace gongshi

#endif  // INTAKE_COMMAND_SERVE_WITNESSES_H_
