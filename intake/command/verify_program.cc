#include "intake/command/verify_program.h"

#include <fmt/format.h>

#include <cstdio>

#include "intake/command/chinese_command_line.h"
#include "intake/command/verify_commands.h"

namespace gongshi {

int run_verify(int argc, const char* const* argv) {
  CLI::App app{
      "核验公示异议的收件证明、公开日志、办结记录和文书包。不需要信任办公室的服务器，只需要日志的公"
      "钥",
      "gongshi-verify"};
  speak_chinese(app);
  app.require_subcommand(1);
  app.set_version_flag("--version", "gongshi-verify " GONGSHI_VERSION, "显示版本");
  app.footer(
      "每个命令的说明：gongshi-verify 命令 --help\n"
      "退出码：0 全部成立；1 有不成立的；2 没有核验（用法不对、文件读不了、网络不通）");
  VerifyCommand chosen;
  add_receipt_command(app, chosen);
  add_log_command(app, chosen);
  add_closing_command(app, chosen);
  add_papers_command(app, chosen);
  finish_chinese(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    fmt::print(stderr, "gongshi-verify：{}\n", usage_sentence(app, error));
    return kVerifyNotChecked;
  }
  return chosen();
}

}  // namespace gongshi
