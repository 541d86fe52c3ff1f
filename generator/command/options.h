// Options with values of our own types. A value that is not one is a usage error (exit code 2)
// whose sentence quotes it. The target must outlive the parsing, and keeps its value when the
// option is not given.
#ifndef GENERATOR_COMMAND_OPTIONS_H_
#define GENERATOR_COMMAND_OPTIONS_H_

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/command/report.h"
#include "generator/notice/civil_time.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace gongshi {

// An option whose words `take` reads; `take` returns what is wrong with them, or nothing.
// `placeholder` stands for the value in the help text: DIR, DATE.
using TakeValue = std::function<std::optional<std::string>(const std::string&)>;
CLI::Option* add_value_option(CLI::App& command, const std::string& name,
                              const std::string& placeholder, const std::string& description,
                              TakeValue take);

CLI::Option* add_path_option(CLI::App& command, const std::string& name,
                             std::filesystem::path& value, const std::string& description);
CLI::Option* add_date_option(CLI::App& command, const std::string& name, Date& value,
                             const std::string& description);
CLI::Option* add_instant_option(CLI::App& command, const std::string& name,
                                std::optional<Instant>& value, const std::string& description);
CLI::Option* add_number_option(CLI::App& command, const std::string& name, int& value, int low,
                               int high, const std::string& description);

// One word of a list; the help text and the error name them all, in this order.
template <class Value>
using Choices = std::vector<std::pair<std::string, Value>>;

template <class Value>
CLI::Option* add_choice_option(CLI::App& command, const std::string& name, Value& value,
                               const Choices<Value>& choices, const std::string& description) {
  std::string words;
  for (const auto& [word, meant] : choices) words += (words.empty() ? "" : "|") + word;
  auto take = [choices, words, &value](const std::string& text) -> std::optional<std::string> {
    for (const auto& [word, meant] : choices) {
      if (word != text) continue;
      value = meant;
      return std::nullopt;
    }
    return "“" + text + "”不在可选的 " + words + " 之中";
  };
  return add_value_option(command, name, words, description, std::move(take));
}

// --format text|json.
CLI::Option* add_format_option(CLI::App& command, ReportFormat& format);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_OPTIONS_H_
