#include <fmt/format.h>

#include <memory>

#include "intake/command/intake_commands.h"
#include "intake/register/register.h"

namespace gongshi {
namespace {

// Opening verifies the newest tree head against what is stored; listing reads every objection, and
// each must still be provable.
Result<std::size_t> check_register(const std::filesystem::path& data) {
  const auto reg = Register::open(data);
  if (!reg) return tl::unexpected(reg.error());
  const auto objections = reg->list({});
  if (!objections) return tl::unexpected(objections.error());
  for (const RegisteredObjection& objection : *objections) {
    const auto proof = reg->proof(objection);
    if (!proof) return tl::unexpected(proof.error());
  }
  return objections->size();
}

}  // namespace

void add_check_command(CLI::App& app, IntakeCommand& chosen) {
  const auto data = std::make_shared<std::filesystem::path>();
  CLI::App& command = *app.add_subcommand("check", "verify a register against its log");
  add_register_option(command, *data);
  command.callback([data, &chosen] {
    chosen = [data] {
      const auto count = check_register(*data);
      if (!count) return failed(count.error());
      fmt::print("register in {} is whole: {} objections\n", data->string(), *count);
      return kIntakeDone;
    };
  });
}

}  // namespace gongshi
