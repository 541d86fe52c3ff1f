// A copy of a register that stands apart from it, and a register made from such a copy.
//
//   FOLDER/register.db   one file, whole, of one moment
//   FOLDER/evidence/     the files that its rows refer to, sealed as they were
//   FOLDER/checkpoint    the newest signed head in it
//   FOLDER/log.vkey      the key that verifies it
//
// The secret key log.key is not in it: it never changes, and one copy in a safe is enough; in every
// backup it would be in many places. The high-water mark is not in it either: it must not go back
// (high_water.h).
#ifndef INTAKE_REGISTER_BACKUP_H_
#define INTAKE_REGISTER_BACKUP_H_

#include <filesystem>
#include <optional>
#include <string>

#include "generator/notice/error.h"

namespace gongshi {

// Copies the register in `folder`, which may be in use. The copy is read back: it is whole, and its
// newest head fits. Conflict when there is something in `to`; what Register::open() says of the
// register; Unavailable when the disk says no. After an error nothing of it is left in `to`.
Result<void> back_up_register(const std::filesystem::path& folder, const std::filesystem::path& to);

// Makes a register in `folder` from a copy. log.key must be there. `newest_checkpoint`, the text of
// the newest signed checkpoint that anybody has of this log, becomes the mark when there is no
// log.high-water. NotFound when one of these is missing, Conflict when there is a register.db or
// its -wal already. Conflict also when the log has signed more than the copy holds: then it is
// restored all the same, to be read, and the sentence is Register::open()'s.
Result<void> restore_register(const std::filesystem::path& from,
                              const std::filesystem::path& folder,
                              const std::optional<std::string>& newest_checkpoint);

}  // namespace gongshi

#endif  // INTAKE_REGISTER_BACKUP_H_
