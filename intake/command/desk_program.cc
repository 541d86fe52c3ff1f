#include "intake/command/desk_program.h"

#include <fmt/format.h>

#include <cstdio>

#include "intake/command/chinese_command_line.h"
#include "intake/command/desk_commands.h"
#include "intake/desk/plain_text.h"

namespace gongshi {

int run_desk(int argc, const char* const* argv) {
  CLI::App app{"办理公示期间的异议：登记、受理、核查、作结论、处置、答复、办结", "gongshi-desk"};
  speak_chinese(app);
  app.require_subcommand(1);
  app.set_version_flag("--version", "gongshi-desk " GONGSHI_VERSION, "显示版本");
  app.footer("每个命令的说明：gongshi-desk 命令 --help");
  DeskCommand chosen;
  add_list_command(app, chosen);
  add_show_command(app, chosen);
  add_evidence_command(app, chosen);
  add_register_command(app, chosen);
  add_step_commands(app, chosen);
  add_statement_request_command(app, chosen);
  add_redact_command(app, chosen);
  add_redacted_copy_command(app, chosen);
  add_close_command(app, chosen);
  add_export_command(app, chosen);
  add_papers_command(app, chosen);
  add_erase_command(app, chosen);
  add_keygen_command(app, chosen);
  add_restore_key_command(app, chosen);
  add_account_command(app, chosen);
  add_serve_command(app, chosen);
  finish_chinese(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& help) {
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    fmt::print(stderr, "gongshi-desk：{}\n", plain_line(usage_sentence(app, error)));
    return kDeskUsage;
  }
  return chosen();
}

}  // namespace gongshi
