#include <fmt/format.h>

#include <memory>

#include "intake/command/desk_commands.h"
#include "intake/command/key_options.h"
#include "intake/desk/objection_csv.h"

namespace gongshi {
namespace {

enum class ExportFormat { Csv };

std::optional<ExportFormat> parse_export_format(std::string_view text) {
  return text == "csv" ? std::optional(ExportFormat::Csv) : std::nullopt;
}

struct ExportOptions {
  KeyOptions keys;
  std::filesystem::path data;
  NoticeId notice;
  ExportFormat format = ExportFormat::Csv;
};

int run_export(const ExportOptions& options) {
  const Result<Register> reg = open_register(options.data);
  if (!reg) return refused(reg.error());
  const Result<KeyRing> keys = read_keys(options.keys);
  if (!keys) return refused(keys.error());
  const Result<std::vector<CaseFile>> cases = list_cases(*reg, options.notice, *keys);
  if (!cases) return refused(cases.error());
  switch (options.format) {
    case ExportFormat::Csv:
      fmt::print("{}", objection_csv(*cases));
  }
  return kDeskDone;
}

}  // namespace

void add_export_command(CLI::App& app, DeskCommand& chosen) {
  CLI::App* command =
      app.add_subcommand("export", "把一次公示的异议登记表输出成表格（不含异议人身份和原文）");
  const auto options = std::make_shared<ExportOptions>();
  add_data_option(*command, options->data);
  add_key_options(*command, options->keys);
  add_notice_option(*command, options->notice)->required();
  add_word_option(*command, "--format", options->format, &parse_export_format, "csv",
                  "表格的格式，Excel 可以直接打开")
      ->required();
  command->callback([options, &chosen] { chosen = [options] { return run_export(*options); }; });
}

}  // namespace gongshi
