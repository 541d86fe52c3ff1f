// The part of `gongshi-intake check` that is about files.
#ifndef INTAKE_COMMAND_CHECK_EVIDENCE_H_
#define INTAKE_COMMAND_CHECK_EVIDENCE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "generator/notice/error.h"
#include "intake/register/register.h"

namespace gongshi {

struct CheckedEvidence {
  std::size_t files = 0;   // all of them
  std::size_t sealed = 0;  // of these: whole, and only the office and their objectors read them
  std::vector<std::string> problems;  // a sentence for each file that is not what was stored
};

// Reads every file that an objection or a supplement brought: it is there with every byte that was
// stored, and if it is not sealed it opens under its key and has the SHA-256 and the size that the
// register recorded. Names the objection and the file's place, and no name that people gave. An
// error when the register itself cannot be read.
Result<CheckedEvidence> check_evidence(const Register& reg);

}  // namespace gongshi

#endif  // INTAKE_COMMAND_CHECK_EVIDENCE_H_
