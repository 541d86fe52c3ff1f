#include <fmt/format.h>

#include <memory>

#include "intake/command/desk_commands.h"
#include "intake/command/key_options.h"
#include "intake/desk/case_file.h"
#include "intake/desk/evidence_export.h"
#include "intake/desk/plain_text.h"

namespace gongshi {
namespace {

struct EvidenceOptions {
  KeyOptions keys;
  std::string number;
  std::filesystem::path data;
  std::filesystem::path out;
};

int run_evidence(const EvidenceOptions& options) {
  const Result<Register> reg = open_register(options.data);
  if (!reg) return refused(reg.error());
  const Result<KeyRing> keys = read_keys(options.keys);
  if (!keys) return refused(keys.error());
  const Result<CaseFile> file = open_case(*reg, options.number, *keys);
  if (!file) return refused(file.error());
  const auto written = export_evidence(*reg, *file, options.out);
  if (!written) return refused(written.error());
  if (written->empty()) fmt::print("异议 {} 没有附证据材料\n", file->objection.number);
  for (const std::filesystem::path& path : *written) fmt::print("{}\n", plain_line(path.string()));
  return kDeskDone;
}

}  // namespace

void add_evidence_command(CLI::App& app, DeskCommand& chosen) {
  CLI::App* command = app.add_subcommand(
      "evidence", "把一件异议所附的证据材料取出来（可能涉及异议人身份，注意保密）");
  const auto options = std::make_shared<EvidenceOptions>();
  command->add_option("NUMBER", options->number, "登记号")->required()->option_text("*");
  add_data_option(*command, options->data);
  add_key_options(*command, options->keys);
  command->add_option("--out", options->out, "放到哪个文件夹；已有的文件不会被覆盖")
      ->required()
      ->type_name("DIR");
  command->callback([options, &chosen] { chosen = [options] { return run_evidence(*options); }; });
}

}  // namespace gongshi
