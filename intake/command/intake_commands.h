// The commands of `gongshi-intake`, and how they say that something went wrong.
#ifndef INTAKE_COMMAND_INTAKE_COMMANDS_H_
#define INTAKE_COMMAND_INTAKE_COMMANDS_H_

#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <string>

#include "generator/notice/error.h"

namespace gongshi {

inline constexpr int kIntakeDone = 0;
inline constexpr int kIntakeFailed = 1;
inline constexpr int kIntakeUsage = 2;

// What the chosen command will do once the whole command line has parsed; returns the exit code.
using IntakeCommand = std::function<int()>;

void add_init_command(CLI::App& app, IntakeCommand& chosen);
void add_serve_command(CLI::App& app, IntakeCommand& chosen);
void add_check_command(CLI::App& app, IntakeCommand& chosen);
void add_backup_command(CLI::App& app, IntakeCommand& chosen);
void add_restore_command(CLI::App& app, IntakeCommand& chosen);

// --data DIR
void add_register_option(CLI::App& command, std::filesystem::path& data);

// What is said as long as the office has no key, and the way out.
std::string unsealed_warning(const std::filesystem::path& data);

// Prints the sentence on standard error.
int failed(const Error& error);

}  // namespace gongshi

#endif  // INTAKE_COMMAND_INTAKE_COMMANDS_H_
