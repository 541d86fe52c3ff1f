// The command line of a program that offices and citizens type: CLI11's help and errors in Chinese.
#ifndef INTAKE_COMMAND_CHINESE_COMMAND_LINE_H_
#define INTAKE_COMMAND_CHINESE_COMMAND_LINE_H_

#include <CLI/CLI.hpp>
#include <string>

namespace gongshi {

// Before commands are added.
void speak_chinese(CLI::App& app);
// After: their headings and footers.
void finish_chinese(CLI::App& app);

// What is wrong with the words that were typed, and where the help is.
std::string usage_sentence(const CLI::App& app, const CLI::ParseError& error);

}  // namespace gongshi

#endif  // INTAKE_COMMAND_CHINESE_COMMAND_LINE_H_
