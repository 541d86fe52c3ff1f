// Which program this is, down to the libraries that it runs with: another may make other pages of
// the same content.
#ifndef GENERATOR_COMMAND_PROGRAM_IDENTITY_H_
#define GENERATOR_COMMAND_PROGRAM_IDENTITY_H_

#include <string>

namespace gongshi {

// A text that changes when the program or a library is installed anew, and when the machine starts
// anew: after a power cut a disk may hold less than it said. Empty when part of it is unknown.
std::string program_identity();

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_PROGRAM_IDENTITY_H_
