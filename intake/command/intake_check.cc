#include <fmt/format.h>

#include <memory>

#include "intake/command/check_evidence.h"
#include "intake/command/intake_commands.h"
#include "intake/register/register.h"

namespace gongshi {
namespace {

// Opening verifies the newest tree head against what is stored; listing reads every objection, and
// each must still be provable.
Result<std::size_t> check_register(const Register& reg) {
  const auto objections = reg.list({});
  if (!objections) return tl::unexpected(objections.error());
  for (const RegisteredObjection& objection : *objections) {
    const auto proof = reg.proof(objection);
    if (!proof) return tl::unexpected(proof.error());
  }
  return objections->size();
}

int run_check(const std::filesystem::path& data) {
  const auto reg = Register::open(data);
  if (!reg) return failed(reg.error());
  const auto count = check_register(*reg);
  if (!count) return failed(count.error());
  const auto evidence = check_evidence(*reg);
  if (!evidence) return failed(evidence.error());
  for (const std::string& problem : evidence->problems) failed({ErrorKind::Corrupt, problem});
  if (!evidence->problems.empty()) return kIntakeFailed;
  fmt::print("register in {} is whole: {} objections, {} files\n", data.string(), *count,
             evidence->files);
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
