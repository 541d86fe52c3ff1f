// Has the newest head of the log cosigned, beside everything else: a thread for each witness, so
// that one that is slow, gone or lying keeps nobody waiting, least of all who files.
#ifndef INTAKE_WITNESS_WITNESS_ROUNDS_H_
#define INTAKE_WITNESS_WITNESS_ROUNDS_H_

#include <chrono>
#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include "intake/log/witness_policy.h"
#include "intake/register/cosignature_store.h"
#include "intake/witness/witness_client.h"

namespace gongshi {

struct WitnessTimes {
  std::chrono::milliseconds between{1000};    // looks for a new head
  std::chrono::milliseconds retry_min{1000};  // after a failure; twice as long after each further
  std::chrono::milliseconds retry_max{300'000};
  std::chrono::milliseconds answer = kWitnessWait;
};

// What came of a round; `problem` is empty when the witness signed.
struct WitnessReport {
  std::string witness;  // its name in the policy
  std::uint64_t leaves = 0;
  std::string problem;
  bool changed = false;  // the first of its kind in a row, which is worth a line
};

class WitnessRounds {
 public:
  // Asks the witnesses of the policy that have an address. `store` must outlive it; `report` is
  // called by several threads, one at a time.
  WitnessRounds(const WitnessPolicy& policy, CosignatureStore& store,
                std::function<void(const WitnessReport&)> report, const WitnessTimes& times = {});
  WitnessRounds(const WitnessRounds&) = delete;
  WitnessRounds& operator=(const WitnessRounds&) = delete;
  // Ends what is under way.
  ~WitnessRounds();

 private:
  struct Asked {
    Witness witness;
    WitnessClient client;
    std::jthread thread = {};
  };

  void run(Asked& asked, const std::stop_token& stop);
  // How long to wait before the next.
  std::chrono::milliseconds take_turn(Asked& asked, bool& failing,
                                      std::chrono::milliseconds& retry);
  // The leaves that it signed, 0 when there is nothing new.
  Result<std::uint64_t> ask(Asked& asked);

  CosignatureStore& store_;
  const std::function<void(const WitnessReport&)> report_;
  const WitnessTimes times_;
  std::mutex mutex_;  // of report_, and of waiting
  std::condition_variable_any stopping_;
  std::list<Asked> asked_;
};

}  // namespace gongshi

#endif  // INTAKE_WITNESS_WITNESS_ROUNDS_H_
