#include "intake/witness/witness_rounds.h"

#include <algorithm>
#include <utility>

namespace gongshi {

WitnessRounds::WitnessRounds(const WitnessPolicy& policy, CosignatureStore& store,
                             std::function<void(const WitnessReport&)> report,
                             const WitnessTimes& times)
    : store_(store), report_(std::move(report)), times_(times) {
  for (const Witness& witness : policy.witnesses()) {
    if (witness.url.empty()) continue;
    Asked& asked = asked_.emplace_back(
        Asked{.witness = witness, .client = WitnessClient(witness.url, times.answer)});
    asked.thread = std::jthread([this, &asked](const std::stop_token& stop) { run(asked, stop); });
  }
}

WitnessRounds::~WitnessRounds() {
  for (Asked& asked : asked_) {
    asked.thread.request_stop();
    asked.client.stop();
  }
}

void WitnessRounds::run(Asked& asked, const std::stop_token& stop) {
  bool failing = false;
  std::chrono::milliseconds retry = times_.retry_min;
  while (!stop.stop_requested()) {
    const std::chrono::milliseconds wait = take_turn(asked, failing, retry);
    std::unique_lock lock(mutex_);
    stopping_.wait_for(lock, stop, wait, [&] { return stop.stop_requested(); });
  }
}

std::chrono::milliseconds WitnessRounds::take_turn(Asked& asked, bool& failing,
                                                   std::chrono::milliseconds& retry) {
  const Result<std::uint64_t> signed_leaves = ask(asked);
  if (signed_leaves && *signed_leaves == 0) return times_.between;
  const bool changed = failing != !signed_leaves;
  failing = !signed_leaves;
  {
    const std::scoped_lock lock(mutex_);
    report_({.witness = asked.witness.name,
             .leaves = signed_leaves.value_or(0),
             .problem = signed_leaves ? "" : signed_leaves.error().message,
             .changed = changed});
  }
  if (!failing) {
    retry = times_.retry_min;
    return times_.between;
  }
  return std::exchange(retry, std::min(2 * retry, times_.retry_max));
}

Result<std::uint64_t> WitnessRounds::ask(Asked& asked) {
  const std::string key = asked.witness.key.text();
  const Result<SignedCheckpoint> newest = store_.newest();
  if (!newest) return tl::unexpected(newest.error());
  const std::uint64_t leaves = newest->head.leaves;
  const Result<std::uint64_t> seen = store_.leaves_signed(key);
  if (!seen) return tl::unexpected(seen.error());
  if (*seen >= leaves) return 0;
  const Result<Cosignature> cosignature = obtain_cosignature(
      *newest, *seen, asked.witness.key,
      [&](std::uint64_t older) { return store_.consistency(older, leaves); },
      [&](const std::string& body) { return asked.client.add_checkpoint(body); });
  if (!cosignature) return tl::unexpected(cosignature.error());
  const Result<void> added = store_.add(leaves, key, cosignature->line);
  if (!added) return tl::unexpected(added.error());
  return leaves;
}

}  // namespace gongshi
