#include "intake/command/chinese_command_line.h"

#include <fmt/format.h>

namespace gongshi {
namespace {

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

}  // namespace

void speak_chinese(CLI::App& app) {
  const auto formatter = app.get_formatter();
  formatter->label("Usage", "用法");
  formatter->label("OPTIONS", "选项");
  formatter->label("SUBCOMMAND", "命令");
  formatter->label("Positionals", "参数");
  formatter->label("Needs", "须同时写");
  formatter->label("REQUIRED", "*");  // one column wide, so that the columns stay straight
  formatter->column_width(36);
  app.set_help_flag("-h,--help", "显示这段说明");
  app.option_defaults()->group("选项");
  app.get_help_ptr()->group("选项");
}

void finish_chinese(CLI::App& app) {
  for (CLI::App* command : app.get_subcommands({})) {
    command->group("命令");
    command->get_help_ptr()->group("选项");  // made before the defaults are inherited
    command->footer("带 * 的必须写");
  }
}

std::string usage_sentence(const CLI::App& app, const CLI::ParseError& error) {
  const auto commands = app.get_subcommands();
  if (!commands.empty()) {
    return fmt::format("{}；用法见 {} {} --help", what_is_wrong(error), app.get_name(),
                       commands.front()->get_name());
  }
  const auto words = app.remaining();
  return fmt::format("{}；用法见 {} --help",
                     words.empty() ? "请写明要做什么" : "没有“" + words.front() + "”这个命令",
                     app.get_name());
}

}  // namespace gongshi
