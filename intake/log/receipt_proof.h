// The proof on a receipt (c2sp.org/tlog-proof@v1): that a leaf stands in the public log. Anyone can
// check it with the log's key, without us; other people's programs do. File ending .tlog-proof.
//
//   c2sp.org/tlog-proof@v1
//   extra <base 64 of the leaf's text>
//   index <number>
//   <base 64 of a hash>            the inclusion path, leaf side first; none for a log of one leaf
//                                  (an empty line)
//   <the signed checkpoint, verbatim>
#ifndef INTAKE_LOG_RECEIPT_PROOF_H_
#define INTAKE_LOG_RECEIPT_PROOF_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/digest.h"
#include "generator/notice/error.h"
#include "intake/log/checkpoint.h"
#include "intake/log/note_key.h"

namespace gongshi {

struct ReceiptProof {
  std::string leaf;
  std::uint64_t index = 0;
  std::vector<Sha256> path;
  std::string checkpoint;  // the signed note

  bool operator==(const ReceiptProof&) const = default;
};

std::string write_proof(const ReceiptProof& proof);
// Invalid for anything that write_proof() does not give. What it says is not verified yet.
Result<ReceiptProof> parse_proof(std::string_view text);

// The head that the proof stands under, once the log has signed that head and the leaf stands at
// its index in that tree. Invalid, with a sentence that says which of the two fails, otherwise.
Result<Checkpoint> verify_proof(const ReceiptProof& proof, const NoteVerifier& log);

// A whole receipt: the proof holds, its leaf is a `filed` leaf of this log, and the leaf commits to
// exactly this record.
Result<Checkpoint> verify_receipt(const ReceiptProof& proof, const NoteVerifier& log,
                                  std::string_view record, const Sha256& opening);

}  // namespace gongshi

#endif  // INTAKE_LOG_RECEIPT_PROOF_H_
