#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "intake/command/check_evidence.h"
#include "intake/command/intake_commands.h"
#include "intake/register/register.h"
#include "intake/register/register_check.h"

namespace gongshi {
namespace {

int report(const std::vector<std::string>& problems) {
  for (const std::string& problem : problems) failed({ErrorKind::Corrupt, problem});
  return problems.empty() ? kIntakeDone : kIntakeFailed;
}

int run_check(const std::filesystem::path& data) {
  const auto reg = Register::open(data);
  if (!reg) return failed(reg.error());
  const auto database = check_database(data);
  if (!database) return failed(database.error());
  if (report(database->problems) != kIntakeDone) return kIntakeFailed;
  const auto evidence = check_evidence(*reg);
  if (!evidence) return failed(evidence.error());
  if (report(evidence->problems) != kIntakeDone) return kIntakeFailed;
  fmt::print("register in {} is whole: {} objections, {} files; {} leaves under {} signed heads\n",
             data.string(), database->objections, evidence->files, database->leaves,
             database->heads);
  if (evidence->sealed > 0) {
    fmt::print("{} of the files are sealed: they are whole, and only the office's key reads them\n",
               evidence->sealed);
  }
  return kIntakeDone;
}

}  // namespace

void add_check_command(CLI::App& app, IntakeCommand& chosen) {
  const auto data = std::make_shared<std::filesystem::path>();
  CLI::App& command =
      *app.add_subcommand("check", "verify a register against its log, and its files");
  add_register_option(command, *data);
  command.callback([data, &chosen] { chosen = [data] { return run_check(*data); }; });
}

}  // namespace gongshi
