#include "intake/command/desk_program.h"

#include <fmt/format.h>

#include <cstdio>
#include <string>

#include "intake/command/desk_commands.h"
#include "intake/desk/plain_text.h"

namespace gongshi {
namespace {

void speak_chinese(CLI::App& app) {
  const auto formatter = app.get_formatter();
  formatter->label("Usage", "用法");
  formatter->label("OPTIONS", "选项");
  formatter->label("SUBCOMMAND", "命令");
  formatter->label("Positionals", "参数");
  formatter->label("REQUIRED", "*");  // one column wide, so that the columns stay straight
  formatter->column_width(36);
  app.set_help_flag("-h,--help", "显示这段说明");
  app.option_defaults()->group("选项");
  app.get_help_ptr()->group("选项");
}

template <class Kind>
bool is(const CLI::ParseError& error) {
  return dynamic_cast<const Kind*>(&error) != nullptr;
}

// The library says in English what is wrong, with the option's name in front: "--by is required".
std::string what_is_wrong(const CLI::ParseError& error) {
  std::string said = error.what();
  const std::string name = said.substr(0, said.find_first_of(": "));
  const std::string last_word = said.substr(said.rfind(' ') + 1);
  if (is<CLI::RequiredError>(error)) return "请写上 " + name;
  if (is<CLI::ExcludesError>(error)) return name + " 和 " + last_word + " 只能写一个";
  if (is<CLI::ExtrasError>(error)) return "“" + said.substr(said.find(": ") + 2) + "”是多余的";
  if (is<CLI::ArgumentMismatch>(error)) {
    const bool repeated = said.find("At Most") != std::string::npos;
    return name + (repeated ? " 只能写一次" : " 后面要写内容");
  }
  return said;  // a ValidationError of ours: "--at: “x”不是带时区的时刻…"
}

std::string usage_sentence(const CLI::App& app, const CLI::ParseError& error) {
  const auto commands = app.get_subcommands();
  if (!commands.empty()) {
    return fmt::format("{}；用法见 gongshi-desk {} --help", what_is_wrong(error),
                       commands.front()->get_name());
  }
  const auto words = app.remaining();
  return fmt::format("{}；用法见 gongshi-desk --help",
                     words.empty() ? "请写明要做什么" : "没有“" + words.front() + "”这个命令");
}

}  // namespace

int run_desk(int argc, const char* const* argv) {
  CLI::App app{"办理公示期间的异议：登记、作结论、答复、办结", "gongshi-desk"};
  speak_chinese(app);
  app.require_subcommand(1);
  app.set_version_flag("--version", "gongshi-desk " GONGSHI_VERSION, "显示版本");
  app.footer("每个命令的说明：gongshi-desk 命令 --help");
  DeskCommand chosen;
  add_list_command(app, chosen);
  add_show_command(app, chosen);
  add_evidence_command(app, chosen);
  add_register_command(app, chosen);
  add_decide_command(app, chosen);
  add_reply_command(app, chosen);
  add_close_command(app, chosen);
  add_export_command(app, chosen);
  for (CLI::App* command : app.get_subcommands({})) {
    command->group("命令");
    command->get_help_ptr()->group("选项");  // made before the defaults are inherited
    command->footer("带 * 的必须写");
  }
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
