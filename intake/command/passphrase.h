// Passphrases, from the terminal or from a file for scripts.
#ifndef INTAKE_COMMAND_PASSPHRASE_H_
#define INTAKE_COMMAND_PASSPHRASE_H_

#include <string>

#include "generator/notice/error.h"

namespace gongshi {

// Asks on the terminal, without showing what is typed, also when input and output are redirected.
// Unavailable when there is no terminal; Invalid when the one who was asked gave up with Ctrl-C.
Result<std::string> ask_passphrase(const std::string& question);

// The first line of the file that an option gave; asked for when it gave none.
Result<std::string> given_passphrase(const std::string& file, const std::string& question);

// The same for a passphrase that is made now: on the terminal it is asked for twice. Invalid when
// the two differ.
Result<std::string> new_passphrase(const std::string& file);
// The same for any other secret, with the question that asks for it.
Result<std::string> new_secret(const std::string& file, const std::string& question);

}  // namespace gongshi

#endif  // INTAKE_COMMAND_PASSPHRASE_H_
