// Whose cosignatures count, as an operator and whoever checks write it down (c2sp.org/tlog-policy).
// One rule a line; '#' begins a comment:
//
//   log <vkey>                       a log that this policy is for; any when there is no such line
//   witness <name> <vkey> [<url>]    a witness, and where it takes checkpoints
//   group <name> <k|any|all> <member>…   met when k of its members are; they stand above it
//   quorum <name|none>               which witness or group has to be met; once, and at the end
//
// Names are this file's own. The same file serves `gongshi-intake serve --witnesses`, which asks
// the witnesses that have an address, and `gongshi-verify --policy`.
#ifndef INTAKE_LOG_WITNESS_POLICY_H_
#define INTAKE_LOG_WITNESS_POLICY_H_

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/error.h"
#include "intake/log/cosignature.h"
#include "intake/log/note_key.h"

namespace gongshi {

// More would be asked one after another, and no checkpoint bears more lines.
inline constexpr std::size_t kWitnessesMax = 32;

struct Witness {
  std::string name;
  WitnessKey key;
  std::string url;  // without '/' at its end; empty: nobody asks it
};

class WitnessPolicy {
 public:
  // Invalid, with the number of the line, for anything else; also when two witnesses share a name
  // or a key.
  static Result<WitnessPolicy> parse(std::string_view text);

  const std::vector<Witness>& witnesses() const { return witnesses_; }
  bool is_for(const NoteVerifier& log) const;
  // `signers` are names of witnesses.
  bool is_met_by(const std::set<std::string>& signers) const;

 private:
  struct Group {
    std::string name;
    std::size_t wanted = 0;
    std::vector<std::string> members;
  };
  struct Reader;

  std::vector<std::string> logs_;  // their keys, as text
  std::vector<Witness> witnesses_;
  std::vector<Group> groups_;          // members of one stand before it
  std::optional<std::string> quorum_;  // nothing: none is wanted
};

}  // namespace gongshi

#endif  // INTAKE_LOG_WITNESS_POLICY_H_
