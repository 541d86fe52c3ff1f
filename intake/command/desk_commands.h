// The commands of `gongshi-desk`, and what they share: options that parse to types, the register
// and the manifest they work on, and the way they say that something went wrong.
#ifndef INTAKE_COMMAND_DESK_COMMANDS_H_
#define INTAKE_COMMAND_DESK_COMMANDS_H_

#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "generator/notice/identifier.h"
#include "generator/notice/manifest.h"
#include "intake/register/register.h"

namespace gongshi {

inline constexpr int kDeskDone = 0;
inline constexpr int kDeskRefused = 1;
inline constexpr int kDeskUsage = 2;

// What the chosen command will do once the whole command line has parsed; returns the exit code.
using DeskCommand = std::function<int()>;

void add_list_command(CLI::App& app, DeskCommand& chosen);
void add_show_command(CLI::App& app, DeskCommand& chosen);
void add_register_command(CLI::App& app, DeskCommand& chosen);
// Those of handling one objection, decide and reply among them, in the order of its life.
void add_step_commands(CLI::App& app, DeskCommand& chosen);
void add_decide_command(CLI::App& app, DeskCommand& chosen);
void add_reply_command(CLI::App& app, DeskCommand& chosen);
void add_statement_request_command(CLI::App& app, DeskCommand& chosen);
void add_redact_command(CLI::App& app, DeskCommand& chosen);
void add_redacted_copy_command(CLI::App& app, DeskCommand& chosen);
void add_close_command(CLI::App& app, DeskCommand& chosen);
void add_evidence_command(CLI::App& app, DeskCommand& chosen);
void add_erase_command(CLI::App& app, DeskCommand& chosen);
void add_export_command(CLI::App& app, DeskCommand& chosen);
void add_papers_command(CLI::App& app, DeskCommand& chosen);
void add_keygen_command(CLI::App& app, DeskCommand& chosen);
void add_restore_key_command(CLI::App& app, DeskCommand& chosen);
void add_account_command(CLI::App& app, DeskCommand& chosen);
void add_serve_command(CLI::App& app, DeskCommand& chosen);

// --data DIR
void add_data_option(CLI::App& command, std::filesystem::path& data);

// An option whose text becomes a value or a usage error that quotes it: `read` returns nothing for
// a wrong word, and `expected` says what would be right.
template <class Value>
CLI::Option* add_word_option(CLI::App& command, const std::string& name, Value& value,
                             std::optional<Value> (*read)(std::string_view),
                             const std::string& expected, const std::string& help) {
  const auto take = [&value, read, name, expected](const std::string& word) {
    const std::optional<Value> parsed = read(word);
    if (!parsed) throw CLI::ValidationError(name, "“" + word + "”不对，应为 " + expected);
    value = *parsed;
  };
  return command.add_option_function<std::string>(name, take, help)->type_name(expected);
}

CLI::Option* add_notice_option(CLI::App& command, NoticeId& notice);
CLI::Option* add_instant_option(CLI::App& command, const std::string& name,
                                std::optional<Instant>& at, const std::string& help);

// --listed-reason, of what is not accepted (DOMAIN R19).
CLI::Option* add_listed_reason_option(CLI::App& command, std::optional<RefusalReason>& reason);

// The clock, read once for a command at its edge: `said`, or now.
Instant present(const std::optional<Instant>& said);

// The text that an option gave, or that stands in the file that another gave ("-": standard input);
// a byte order mark and the line end at the end are not part of it, and line ends are LF.
Result<std::string> given_text(const std::string& text, const std::string& file);

// The register in --data, with a Chinese sentence when it is not there or does not open.
Result<Register> open_register(const std::filesystem::path& data);

// public/publicity.json of a built site.
Result<Manifest> read_site_manifest(const std::filesystem::path& site);

// --site DIR, of a built site; required.
void add_site_option(CLI::App& command, std::filesystem::path& site);

// --site DIR, for the deadlines: it has the office's own periods and working days.
void add_terms_option(CLI::App& command, std::filesystem::path& site);
// What that names; an empty manifest without: then the law's times are all that is known.
Result<Manifest> read_terms(const std::filesystem::path& site);

// Prints for whom beside `number` the step was taken that was taken last, if for anybody
// (desk/grouping.h). Returns the exit code.
int say_group(const Register& reg, std::string_view number);

// Prints the sentence on standard error.
int refused(const Error& error);

}  // namespace gongshi

#endif  // INTAKE_COMMAND_DESK_COMMANDS_H_
