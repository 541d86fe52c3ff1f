// Asking a witness for its cosignature (c2sp.org/tlog-witness, add-checkpoint). Pure but for `ask`.
#ifndef INTAKE_WITNESS_ADD_CHECKPOINT_H_
#define INTAKE_WITNESS_ADD_CHECKPOINT_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/digest.h"
#include "generator/notice/error.h"
#include "intake/log/cosignature.h"
#include "intake/register/cosignature_store.h"

namespace gongshi {

// More than a hundred signature lines of it are none.
inline constexpr std::size_t kWitnessAnswerBytesMax = 65'536;
// How often a witness may name another size in one round: once is right, and twice when another
// program of ours told it more meanwhile.
inline constexpr int kWitnessSizesMax = 3;

struct WitnessAnswer {
  int status = 0;
  std::string content_type;
  std::string body;
};

// Sends the body of a request and returns what came back.
using AskWitness = std::function<Result<WitnessAnswer>(const std::string& body)>;
// The proof that the head begins with a tree of so many leaves.
using ProveConsistency = std::function<Result<std::vector<Sha256>>(std::uint64_t older)>;

// "old <leaves>", the proof, an empty line, the note.
std::string add_checkpoint_body(std::uint64_t older, const std::vector<Sha256>& proof,
                                std::string_view note);

// The witness's line below the head. `older` is how many leaves it is thought to have seen; where
// it has seen another number, it says so and is asked again. Unavailable when nothing comes back,
// Conflict when it has seen more than there is, Invalid for everything else that is no cosignature
// of it.
Result<Cosignature> obtain_cosignature(const SignedCheckpoint& newest, std::uint64_t older,
                                       const WitnessKey& witness, const ProveConsistency& prove,
                                       const AskWitness& ask);

}  // namespace gongshi

#endif  // INTAKE_WITNESS_ADD_CHECKPOINT_H_
