// The commands of `gongshi-verify`, and what they share.
#ifndef INTAKE_COMMAND_VERIFY_COMMANDS_H_
#define INTAKE_COMMAND_VERIFY_COMMANDS_H_

#include <CLI/CLI.hpp>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "generator/notice/error.h"
#include "intake/log/note_key.h"
#include "intake/log/witness_policy.h"
#include "intake/verify/replayed_log.h"
#include "intake/verify/verdict.h"

namespace gongshi {

inline constexpr int kVerifyHolds = 0;
inline constexpr int kVerifyDoesNotHold = 1;
inline constexpr int kVerifyNotChecked = 2;

// Any file that a person hands over: receipts have kilobytes, closing records some hundred.
inline constexpr std::size_t kVerifiedFileBytesMax = std::size_t{16} * 1024 * 1024;

// What the chosen command will do once the whole command line has parsed; returns the exit code.
using VerifyCommand = std::function<int()>;

void add_receipt_command(CLI::App& app, VerifyCommand& chosen);
void add_log_command(CLI::App& app, VerifyCommand& chosen);
void add_closing_command(CLI::App& app, VerifyCommand& chosen);
void add_papers_command(CLI::App& app, VerifyCommand& chosen);

// --key FILE
void add_key_option(CLI::App& command, std::filesystem::path& key);
// --from URL|DIR
CLI::Option* add_from_option(CLI::App& command, std::string& from);

// --policy FILE
void add_policy_option(CLI::App& command, std::filesystem::path& policy);
// Nothing for no file.
Result<std::optional<WitnessPolicy>> read_policy(const std::filesystem::path& file);

// The log's key out of its file, blanks around it allowed.
Result<NoteVerifier> read_key(const std::filesystem::path& file);

// Invalid is a log that does not hold; everything else one that could not be had.
Result<ReplayedLog> fetch_log(const std::string& from, const NoteVerifier& key);

// Prints what was found on standard output.
int report(const Verdict& verdict);
// Prints why nothing was found on standard error.
int not_checked(const Error& error);
// The one of the two that fits what fetch_log() says.
int not_fetched(const Error& error);

}  // namespace gongshi

#endif  // INTAKE_COMMAND_VERIFY_COMMANDS_H_
