// The program `gongshi-verify`: anyone's, with no register and no secrets. Each command is a file
// of this folder, verify_<command>.cc; what it does lives in intake/verify.
#ifndef INTAKE_COMMAND_VERIFY_PROGRAM_H_
#define INTAKE_COMMAND_VERIFY_PROGRAM_H_

namespace gongshi {

// Exit codes: 0 everything holds; 1 something does not, and a Chinese sentence on standard output
// says what; 2 nothing was checked (command line, file, network), and one on standard error says
// why.
int run_verify(int argc, const char* const* argv);

}  // namespace gongshi

#endif  // INTAKE_COMMAND_VERIFY_PROGRAM_H_
