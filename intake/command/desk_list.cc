#include <fmt/format.h>

#include <memory>

#include "intake/command/desk_commands.h"
#include "intake/desk/case_list.h"

namespace gongshi {
namespace {

enum class Format { Text, Json };

std::optional<Format> parse_format(std::string_view text) {
  if (text == "text") return Format::Text;
  if (text == "json") return Format::Json;
  return std::nullopt;
}

struct ListOptions {
  std::filesystem::path data;
  NoticeId notice;
  Format format = Format::Text;
};

int run_list(const ListOptions& options) {
  const Result<Register> reg = open_register(options.data);
  if (!reg) return refused(reg.error());
  const auto notice = options.notice.empty() ? std::nullopt : std::optional(options.notice);
  const Result<std::vector<CaseFile>> cases = list_cases(*reg, notice);
  if (!cases) return refused(cases.error());
  fmt::print("{}", options.format == Format::Json ? case_json(*cases) : case_table(*cases));
  return kDeskDone;
}

}  // namespace

void add_list_command(CLI::App& app, DeskCommand& chosen) {
  CLI::App* command = app.add_subcommand("list", "列出异议和办理状态");
  const auto options = std::make_shared<ListOptions>();
  add_data_option(*command, options->data);
  add_notice_option(*command, options->notice);
  add_word_option(*command, "--format", options->format, &parse_format, "text|json",
                  "输出表格（text）或 JSON");
  command->callback([options, &chosen] { chosen = [options] { return run_list(*options); }; });
}

}  // namespace gongshi
