// The program `gongshi-intake`: the daemon and what its operator does around it. Each command is a
// file of this folder, intake_<command>.cc; what it does lives in the boxes below.
#ifndef INTAKE_COMMAND_INTAKE_PROGRAM_H_
#define INTAKE_COMMAND_INTAKE_PROGRAM_H_

namespace gongshi {

// Exit codes: 0 done, or stopped by SIGTERM or SIGINT; 1 failed, and an English sentence on
// standard error says why and what to do; 2 the command line is wrong.
int run_intake(int argc, const char* const* argv);

}  // namespace gongshi

#endif  // INTAKE_COMMAND_INTAKE_PROGRAM_H_
