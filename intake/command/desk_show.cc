#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "intake/command/desk_commands.h"
#include "intake/command/key_options.h"
#include "intake/desk/case_sheet.h"
#include "intake/desk/grouping.h"

namespace gongshi {
namespace {

struct ShowOptions {
  KeyOptions keys;
  std::string number;
  std::filesystem::path data;
};

int run_show(const ShowOptions& options) {
  const Result<Register> reg = open_register(options.data);
  if (!reg) return refused(reg.error());
  const Result<KeyRing> keys = read_keys(options.keys);
  if (!keys) return refused(keys.error());
  const Result<CaseFile> file = open_case(*reg, options.number, *keys);
  if (!file) return refused(file.error());
  const Result<std::vector<std::string>> joined = joined_now(*reg, file->objection.number);
  if (!joined) return refused(joined.error());
  const Result<std::string> sheet = case_sheet(*file, *joined);
  if (!sheet) return refused(sheet.error());
  fmt::print("{}", *sheet);
  return kDeskDone;
}

}  // namespace

void add_show_command(CLI::App& app, DeskCommand& chosen) {
  CLI::App* command =
      app.add_subcommand("show", "查看一件异议的内容和办理经过（含异议人身份，注意保密）");
  const auto options = std::make_shared<ShowOptions>();
  command->add_option("NUMBER", options->number, "登记号")->required()->option_text("*");
  add_data_option(*command, options->data);
  add_key_options(*command, options->keys);
  command->callback([options, &chosen] { chosen = [options] { return run_show(*options); }; });
}

}  // namespace gongshi
