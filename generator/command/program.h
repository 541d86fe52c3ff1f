// The program `gongshi`: its commands, its help, its exit codes. Each command is a file of this
// folder that adds itself to the program; what it does lives in the layers below.
#ifndef GENERATOR_COMMAND_PROGRAM_H_
#define GENERATOR_COMMAND_PROGRAM_H_

#include <functional>

namespace CLI {
class App;
}

namespace gongshi {

// Exit codes of every command (DESIGN 8).
inline constexpr int kExitClean = 0;
inline constexpr int kExitErrors = 1;  // the content or the disk has problems; they are printed
inline constexpr int kExitUsage = 2;   // the words on the command line are wrong

// What the chosen command will do once the whole command line has parsed; returns the exit code.
using ChosenCommand = std::function<int()>;

int run_gongshi(int argc, const char* const* argv);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_PROGRAM_H_
