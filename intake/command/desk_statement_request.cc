#include <fmt/format.h>

#include <memory>

#include "intake/command/case_paper.h"
#include "intake/command/desk_commands.h"
#include "intake/desk/replace_file.h"
#include "intake/office/statement_request.h"

namespace gongshi {
namespace {

struct StatementRequestOptions {
  CasePaperOptions paper;
  std::filesystem::path out;
};

int run_statement_request(const StatementRequestOptions& options) {
  const Result<std::string> paper =
      make_case_paper(options.paper, [](const Manifest& site, const CaseFile& file) {
        return statement_request(TemplateSet::embedded(), site, file);
      });
  if (!paper) return refused(paper.error());
  const Result<void> written = replace_file(options.out, *paper);
  if (!written) return refused(written.error());
  fmt::print("请予说明的通知写入 {}：用浏览器打开后打印（A4），填写日期、盖章后送达\n",
             options.out.string());
  return kDeskDone;
}

}  // namespace

void add_statement_request_command(CLI::App& app, DeskCommand& chosen) {
  CLI::App* command = app.add_subcommand(
      "statement-request", "把最近一次转述印成请被反映一方说明情况的通知（没有登记号和收到时间）");
  const auto options = std::make_shared<StatementRequestOptions>();
  add_case_paper_options(*command, options->paper);
  command->add_option("--out", options->out, "写到这个文件；已有的文件会换成新的")
      ->required()
      ->type_name("FILE.html");
  command->callback(
      [options, &chosen] { chosen = [options] { return run_statement_request(*options); }; });
}

}  // namespace gongshi
