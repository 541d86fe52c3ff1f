#include "generator/command/usage.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <set>
#include <string_view>
#include <vector>

#include "generator/toml/spelling.h"

namespace gongshi {
namespace {

constexpr const char* kOptionsHeading = "选项";

using Names = std::set<std::string, std::less<>>;

Names command_names(const CLI::App& program) {
  Names names;
  for (const CLI::App* command : program.get_subcommands(nullptr))
    names.insert(command->get_name());
  return names;
}

Names option_names(const CLI::App& command) {
  Names names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.insert("--" + name);
  }
  return names;
}

std::string suggestion(std::string_view word, const Names& known) {
  const std::string nearest = nearest_spelling(word, known);
  return nearest.empty() ? "" : fmt::format("（是不是“{}”？）", nearest);
}

// The library names the option in its English sentences: "--from is required".
std::string option_in(std::string_view sentence) {
  const std::size_t begin = sentence.find("--");
  if (begin == std::string_view::npos) return "";
  const std::size_t end = sentence.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", begin);
  return std::string(sentence.substr(begin, end - begin));
}

std::string unexpected_word(const CLI::App& command, const std::string& word) {
  const Names known = option_names(command);
  const std::string name = word.substr(0, word.find('='));
  if (word.starts_with('-'))
    return fmt::format("没有“{}”这个选项{}", name, suggestion(name, known));
  return fmt::format("“{}”是多余的", word);
}

std::string unexpected_before_command(const CLI::App& program, const std::string& word) {
  if (word.starts_with('-')) return unexpected_word(program, word);
  return fmt::format("没有“{}”这个命令{}", word, suggestion(word, command_names(program)));
}

std::string what_is_wrong(const CLI::App& command, const CLI::ParseError& error) {
  const std::string_view said = error.what();
  const std::string option = option_in(said);
  const std::vector<std::string> left = command.remaining(true);
  const bool lacks_command = !command.get_subcommands(nullptr).empty();
  if (!left.empty()) {
    return lacks_command ? unexpected_before_command(command, left.front())
                         : unexpected_word(command, left.front());
  }
  if (lacks_command) return "请写明要做什么";
  if (error.get_name() == "RequiredError")  // "FILE is required", or of an option
    return fmt::format("请写上 {}", option.empty() ? said.substr(0, said.find(' ')) : option);
  if (error.get_name() == "ArgumentMismatch") {
    const bool is_repeated = said.find("At Most") != std::string_view::npos;
    return is_repeated ? fmt::format("{} 只能写一次", option)
                       : fmt::format("{} 后面要写一个值", option);
  }
  if (error.get_name() == "ValidationError") {
    const std::string_view ours = said.substr(said.find(": ") + 2);
    return fmt::format("{} 的值不对：{}", option, ours);
  }
  return fmt::format("{} 的值不对", option.empty() ? std::string(said) : option);
}

}  // namespace

void set_chinese_help(CLI::App& program) {
  auto formatter = std::make_shared<CLI::Formatter>();
  formatter->label("Usage", "用法");
  formatter->label("OPTIONS", "选项");
  formatter->label("SUBCOMMAND", "命令");
  formatter->label("Positionals", "参数");
  formatter->label("REQUIRED", "（必填）");
  formatter->column_width(36);
  program.formatter(formatter);
  program.option_defaults()->group(kOptionsHeading);
  program.group("命令");
  program.set_help_flag("-h,--help", "显示这份说明");
}

CLI::App& add_command(CLI::App& program, const std::string& name, const std::string& description) {
  CLI::App& command = *program.add_subcommand(name, description);
  command.get_help_ptr()->group(kOptionsHeading);  // made before the defaults are inherited
  return command;
}

std::string usage_error(const CLI::App& program, const CLI::ParseError& error) {
  const std::vector<CLI::App*> chosen = program.get_subcommands();
  const std::vector<std::string> left = program.remaining(false);
  if (!left.empty() && (chosen.empty() || left.front().starts_with('-'))) {
    return unexpected_before_command(program, left.front()) + "；用法见 gongshi --help";
  }
  if (chosen.empty()) return "请写明要做什么；用法见 gongshi --help";
  const CLI::App* command = chosen.front();
  std::string words = command->get_name();
  while (!command->get_subcommands().empty()) {  // calendar import
    command = command->get_subcommands().front();
    words += " " + command->get_name();
  }
  return fmt::format("{}；用法见 gongshi {} --help", what_is_wrong(*command, error), words);
}

}  // namespace gongshi
