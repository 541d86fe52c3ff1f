// The program `gongshi-desk`: the office's side of objections, as commands. Each command is a file
// of this folder, desk_<command>.cc, but for the steps of handling, which share desk_steps.cc; what
// it does lives in intake/desk.
#ifndef INTAKE_COMMAND_DESK_PROGRAM_H_
#define INTAKE_COMMAND_DESK_PROGRAM_H_

namespace gongshi {

// Exit codes: 0 done; 1 refused or failed, and a Chinese sentence on standard error says why and
// what to do; 2 the command line is wrong. Results go to standard output.
int run_desk(int argc, const char* const* argv);

}  // namespace gongshi

#endif  // INTAKE_COMMAND_DESK_PROGRAM_H_
