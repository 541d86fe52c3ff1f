#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <vector>

#include "intake/command/desk_commands.h"
#include "intake/desk/close_notice.h"

namespace gongshi {
namespace {

struct CloseOptions {
  std::filesystem::path data;
  std::filesystem::path content;
  std::filesystem::path site;
  NoticeId notice;
  ClosingProposal proposal;
  std::optional<Instant> at;
};

// "yangquan=cancelled"
void add_disposition(const std::string& word, std::map<CandidateId, Disposition>& dispositions) {
  const std::size_t equals = word.find('=');
  const Result<CandidateId> candidate = CandidateId::parse(word.substr(0, equals));
  const auto disposition =
      equals == std::string::npos ? std::nullopt : parse_disposition(word.substr(equals + 1));
  if (!candidate || !disposition) {
    throw CLI::ValidationError(
        "--disposition",
        "“" + word + "”不对，应为 候选对象=confirmed|corrected|cancelled|deferred");
  }
  const auto [standing, is_new] = dispositions.emplace(*candidate, *disposition);
  if (!is_new && standing->second != *disposition) {
    throw CLI::ValidationError("--disposition", "“" + candidate->text() + "”写了两种处理结果");
  }
}

int say_result(const ClosingResult& result) {
  switch (result.closing) {
    case Closing::Blocked:
      fmt::print(stderr, "还不能办结：\n");
      for (const std::string& blocker : result.blockers) fmt::print(stderr, "  - {}\n", blocker);
      return kDeskRefused;
    case Closing::Done:
      fmt::print(
          "已办结，办结记录写入 {}。先用 gongshi-desk papers 取文书，再用 gongshi build "
          "重新生成网站，就有结果页\n",
          result.file.string());
      return kDeskDone;
    case Closing::Completed:
      fmt::print("此前已经办结，{} 与登记簿一致；这次写的经办人、审批人和处理结果没有采用\n",
                 result.file.string());
      return kDeskDone;
  }
  return kDeskRefused;
}

int run_close(CloseOptions& options) {
  const Result<Manifest> manifest = read_site_manifest(options.site);
  if (!manifest) return refused(manifest.error());
  const ManifestNotice* notice = manifest->find(options.notice);
  if (notice == nullptr) {
    return refused({.kind = ErrorKind::NotFound,
                    .message = fmt::format("{} 里没有公示“{}”", options.site.string(),
                                           options.notice.text())});
  }
  Result<Register> reg = open_register(options.data);
  if (!reg) return refused(reg.error());
  options.proposal.at = present(options.at);
  const auto result = close_notice(*reg, *notice, options.content, options.proposal);
  return result ? say_result(*result) : refused(result.error());
}

}  // namespace

void add_close_command(CLI::App& app, DeskCommand& chosen) {
  CLI::App* command =
      app.add_subcommand("close", "公示期满、异议办完后办结公示，写出 closing.toml");
  const auto options = std::make_shared<CloseOptions>();
  add_data_option(*command, options->data);
  command->add_option("--content", options->content, "内容文件夹")->required()->type_name("DIR");
  add_site_option(*command, options->site);
  add_notice_option(*command, options->notice)->required();
  command->add_option("--by", options->proposal.handler, "经办人姓名")
      ->required()
      ->type_name("NAME");
  command->add_option("--approved-by", options->proposal.approver, "审批人姓名，不能是经办人")
      ->required()
      ->type_name("NAME");
  command
      ->add_option_function<std::vector<std::string>>(
          "--disposition",
          [options](const std::vector<std::string>& words) {
            for (const std::string& word : words) {
              add_disposition(word, options->proposal.dispositions);
            }
          },
          "候选对象的处理结果：通过、更正后通过、取消、暂缓；可以写多次，没有写的是通过")
      ->type_name("CANDIDATE=confirmed|corrected|cancelled|deferred");
  add_instant_option(*command, "--at", options->at, "办结的时间；不写就是现在");
  command->callback([options, &chosen] { chosen = [options] { return run_close(*options); }; });
}

}  // namespace gongshi
