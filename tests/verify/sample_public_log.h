// A public log in memory, as a server would give it: signed by the worked example's key.
#ifndef TESTS_VERIFY_SAMPLE_PUBLIC_LOG_H_
#define TESTS_VERIFY_SAMPLE_PUBLIC_LOG_H_

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "intake/log/leaf.h"
#include "intake/log/note_key.h"
#include "intake/verify/log_source.h"
#include "intake/verify/replayed_log.h"
#include "intake/verify/verdict.h"

namespace gongshi {

struct SamplePublicLog {
  NoteSigner signer;
  std::vector<std::string> leaves;

  SamplePublicLog();
  const NoteVerifier& key() const { return signer.verifier(); }

  void add(const Leaf& leaf) { leaves.push_back(write_leaf(key().name(), leaf)); }
  // So many objections filed on the day.
  void file(std::size_t count, std::string_view date = "2017-06-22");
  void decide(std::uint64_t ref, Outcome outcome = Outcome::Unfounded);

  // The signed head of the first `count` leaves, or of all.
  std::string checkpoint(std::size_t count) const;
  std::string checkpoint() const { return checkpoint(leaves.size()); }
  // Every file below /log/, by its path.
  std::map<std::string, std::string> files() const;
  void write_to(const std::filesystem::path& folder) const;
  // Fails the test when it does not hold.
  ReplayedLog replay() const;
};

// NotFound for what is not in `files`.
LogSource source_of(std::map<std::string, std::string> files);

// The sentences, one to a line.
std::string text_of(const Verdict& verdict);

}  // namespace gongshi

#endif  // TESTS_VERIFY_SAMPLE_PUBLIC_LOG_H_
