#include <fmt/format.h>

#include <memory>

#include "intake/command/desk_commands.h"
#include "intake/desk/erasure.h"

namespace gongshi {
namespace {

struct EraseOptions {
  std::string number;
  std::filesystem::path data;
  Erasure erasure;
  std::optional<Instant> at;
};

int run_erase(EraseOptions& options) {
  Result<Register> reg = open_register(options.data);
  if (!reg) return refused(reg.error());
  options.erasure.at = present(options.at);
  const Result<void> erased = erase_objection(*reg, options.number, options.erasure);
  if (!erased) return refused(erased.error());
  fmt::print(
      "异议 {} 的内容、密钥、办理文字和材料已从登记簿删除，公开日志记下了依据；登记号、时间和"
      "结论还在。备份里的要另行删除\n",
      options.number);
  return kDeskDone;
}

}  // namespace

void add_erase_command(CLI::App& app, DeskCommand& chosen) {
  CLI::App* command =
      app.add_subcommand("erase", "公示办结后，保管期满或应异议人要求删除一件异议的内容；不能恢复");
  const auto options = std::make_shared<EraseOptions>();
  command->add_option("NUMBER", options->number, "登记号")->required()->option_text("*");
  add_data_option(*command, options->data);
  command
      ->add_option("--basis", options->erasure.basis,
                   "依据，记入公开日志，例如 retention-expired、on-request")
      ->required()
      ->type_name("ID");
  command->add_option("--by", options->erasure.actor, "经办人姓名")->required()->type_name("NAME");
  add_instant_option(*command, "--at", options->at, "删除的时间；不写就是现在");
  command->callback([options, &chosen] { chosen = [options] { return run_erase(*options); }; });
}

}  // namespace gongshi
