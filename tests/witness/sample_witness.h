// A witness on this machine: it keeps what it has seen, verifies as c2sp.org/tlog-witness asks, and
// misbehaves when told to.
#ifndef TESTS_WITNESS_SAMPLE_WITNESS_H_
#define TESTS_WITNESS_SAMPLE_WITNESS_H_

#include <httplib.h>

#include <atomic>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "intake/log/checkpoint.h"
#include "intake/log/cosignature.h"
#include "intake/seal/ed25519.h"

namespace gongshi {

enum class Behaviour { Right, FalseSignature, OtherHead, Garbage, Huge, Silent, Down, Unknown };

class SampleWitness {
 public:
  explicit SampleWitness(const NoteVerifier& log);
  SampleWitness(const SampleWitness&) = delete;
  SampleWitness& operator=(const SampleWitness&) = delete;
  ~SampleWitness();

  std::string url() const;
  const WitnessKey& key() const { return key_; }
  // "witness NAME KEY URL\nquorum NAME\n"
  std::string policy() const;

  void behave(Behaviour behaviour) { behaviour_ = behaviour; }
  // As if another program had shown it the log.
  void has_seen(const Checkpoint& head);
  int requests() const { return requests_; }

 private:
  void answer(const httplib::Request& from, httplib::Response& to);
  void answer_rightly(const std::string& body, httplib::Response& to);

  const NoteVerifier log_;
  const Ed25519Key secret_ = Ed25519Key::random();
  const WitnessKey key_{"witness.example/w", secret_.public_key()};
  std::atomic<Behaviour> behaviour_ = Behaviour::Right;
  std::atomic<int> requests_ = 0;
  std::mutex mutex_;
  std::optional<Checkpoint> seen_;
  httplib::Server server_;
  int port_ = 0;
  std::jthread thread_;
};

}  // namespace gongshi

#endif  // TESTS_WITNESS_SAMPLE_WITNESS_H_
