// What the program says about its own command line, in Chinese: help texts, and one sentence for
// each way to get it wrong.
#ifndef GENERATOR_COMMAND_USAGE_H_
#define GENERATOR_COMMAND_USAGE_H_

#include <string>

namespace CLI {
class App;
class ParseError;
}  // namespace CLI

namespace gongshi {

// Chinese headings for the help of `program` and its commands. Call it before adding commands.
void set_chinese_help(CLI::App& program);

// A new command with these headings. The program owns it.
CLI::App& add_command(CLI::App& program, const std::string& name, const std::string& description);

// The sentence for `error`, which parsing `program` has thrown; it names the word that is wrong and
// the help to read.
std::string usage_error(const CLI::App& program, const CLI::ParseError& error);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_USAGE_H_
