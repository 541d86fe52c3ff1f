#include "generator/command/check.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>

#include "generator/command/checked_content.h"
#include "generator/command/options.h"
#include "generator/command/output_scan.h"
#include "generator/command/report.h"
#include "generator/command/usage.h"

namespace gongshi {
namespace {

struct CheckOptions {
  std::filesystem::path content = "content";
  std::optional<std::filesystem::path> published;
  ReportFormat format = ReportFormat::Text;
};

std::string how_much(const Content& content) {
  std::size_t candidates = 0;
  for (const Campaign& campaign : content.campaigns) candidates += campaign.candidates.size();
  return fmt::format("已检查 {} 个评选活动、{} 份公示、{} 名候选对象", content.campaigns.size(),
                     content.notices.size(), candidates);
}

int run_check(const CheckOptions& options, const Output& output) {
  const auto checked = read_checked_content(options.content, options.published);
  if (!checked) {
    report_failure(checked.error().message, output);
    return kExitUsage;  // the only failure is a folder that is not there
  }
  Diagnostics problems = checked->problems;
  if (!has_errors(problems)) {  // then there are pages to look at
    const auto of_pages = problems_of_pages(*checked);
    if (!of_pages) return report_failure(of_pages.error().message, output);
    problems.insert(problems.end(), of_pages->begin(), of_pages->end());
  }
  const int code = report_problems(problems, options.format, output, checked->sources);
  output.err << how_much(checked->content) << "，" << summary_of(problems) << "。\n";
  return code;
}

}  // namespace

void add_check_command(CLI::App& program, ChosenCommand& chosen) {
  CLI::App& command = add_command(program, "check", "核对内容，列出全部问题的文件、行和列");
  const auto options = std::make_shared<CheckOptions>();
  add_path_option(command, "--content", options->content, "内容文件夹；默认 content");
  add_value_option(command, "--published", "FILE",
                   "已经发布的 publicity.json；给出时核对发布时间和截止日有没有改动",
                   [options](const std::string& text) -> std::optional<std::string> {
                     std::error_code failed;
                     if (!std::filesystem::is_regular_file(text, failed)) return "没有这个文件";
                     options->published = text;
                     return std::nullopt;
                   });
  add_format_option(command, options->format);
  command.footer("没有错误时退出码为 0，有错误为 1，命令写错为 2。");
  command.callback([&chosen, options] {
    chosen = [options] { return run_check(*options, standard_output()); };
  });
}

}  // namespace gongshi
