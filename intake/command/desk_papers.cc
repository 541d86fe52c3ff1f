#include <fmt/format.h>

#include <memory>

#include "intake/command/desk_commands.h"
#include "intake/desk/replace_file.h"
#include "intake/papers/closing_papers.h"
#include "intake/verify/papers_check.h"
#include "site-templates/template_set.h"

namespace gongshi {
namespace {

struct PapersOptions {
  std::filesystem::path data;
  std::filesystem::path site;
  NoticeId notice;
  std::filesystem::path out;
};

// Papers that were handed out are not changed under the same name.
Result<void> write_papers(const std::filesystem::path& file, const std::string& zip) {
  const Result<std::string> before = read_file(file, kPapersBytesMax);
  if (before && *before == zip) return {};
  if (!before && before.error().kind == ErrorKind::NotFound) return replace_file(file, zip);
  return failure(ErrorKind::Conflict,
                 fmt::format("{} 已经存在，没有改动它；请用 --out 写到别的文件", file.string()));
}

int run_papers(const PapersOptions& options) {
  Result<Manifest> manifest = read_site_manifest(options.site);
  if (!manifest) return refused(manifest.error());
  const Result<Register> reg = open_register(options.data);
  if (!reg) return refused(reg.error());
  const Result<std::string> zip = closing_papers(
      *reg, options.notice, {.folder = options.site, .manifest = std::move(*manifest)},
      TemplateSet::embedded());
  if (!zip) return refused(zip.error());
  const Result<void> written = write_papers(options.out, *zip);
  if (!written) return refused(written.error());
  fmt::print(
      "文书写入 {}：公示情况报告、异议登记表、公示原件、办结记录和日志的证明\n"
      "核验：gongshi-verify papers --key log.vkey {}\n"
      "报告用浏览器打开后打印（A4），盖章上报\n",
      options.out.string(), options.out.string());
  return kDeskDone;
}

}  // namespace

void add_papers_command(CLI::App& app, DeskCommand& chosen) {
  CLI::App* command = app.add_subcommand(
      "papers",
      "把办结的公示的文书写成一个 ZIP：报告、异议登记表、公示原件、办结记录（不含异议人身份）");
  const auto options = std::make_shared<PapersOptions>();
  add_data_option(*command, options->data);
  command
      ->add_option("--site", options->site,
                   "公示期间的网站（里面有 publicity.json）；办结后先取文书，再重新生成网站")
      ->required()
      ->type_name("DIR");
  add_notice_option(*command, options->notice)->required();
  command->add_option("--out", options->out, "写到这个文件；已有的文件不会改动")
      ->required()
      ->type_name("FILE.zip");
  command->callback([options, &chosen] { chosen = [options] { return run_papers(*options); }; });
}

}  // namespace gongshi
