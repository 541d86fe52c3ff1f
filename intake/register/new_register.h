// A register that does not exist yet: its folder, the key of its log, the database and the mark of
// the empty log, whole or not at all.
#ifndef INTAKE_REGISTER_NEW_REGISTER_H_
#define INTAKE_REGISTER_NEW_REGISTER_H_

#include <filesystem>
#include <string>

#include "generator/notice/error.h"

namespace gongshi {

// Makes the database `file` and all that stands beside it. Until everything is there, it has a name
// that nobody opens. The errors are those of Register::create().
Result<void> make_register(const std::filesystem::path& file, const std::string& origin);

}  // namespace gongshi

#endif  // INTAKE_REGISTER_NEW_REGISTER_H_
