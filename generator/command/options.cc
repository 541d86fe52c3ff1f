#include "generator/command/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>

namespace gongshi {

CLI::Option* add_value_option(CLI::App& command, const std::string& name,
                              const std::string& placeholder, const std::string& description,
                              TakeValue take) {
  auto parse = [name, take = std::move(take)](const std::string& text) {
    if (const auto wrong = take(text)) throw CLI::ValidationError(name, *wrong);
  };
  return command.add_option_function<std::string>(name, parse, description)->type_name(placeholder);
}

CLI::Option* add_path_option(CLI::App& command, const std::string& name,
                             std::filesystem::path& value, const std::string& description) {
  return add_value_option(command, name, "DIR", description,
                          [&value](const std::string& text) -> std::optional<std::string> {
                            if (text.empty()) return "文件夹的名称是空的";
                            value = text;
                            return std::nullopt;
                          });
}

CLI::Option* add_date_option(CLI::App& command, const std::string& name, Date& value,
                             const std::string& description) {
  return add_value_option(command, name, "DATE", description,
                          [&value](const std::string& text) -> std::optional<std::string> {
                            const Result<Date> date = parse_date(text);
                            if (!date) return date.error().message;
                            value = *date;
                            return std::nullopt;
                          });
}

CLI::Option* add_instant_option(CLI::App& command, const std::string& name,
                                std::optional<Instant>& value, const std::string& description) {
  return add_value_option(command, name, "INSTANT", description,
                          [&value](const std::string& text) -> std::optional<std::string> {
                            const Result<Instant> instant = parse_instant(text);
                            if (!instant) return instant.error().message;
                            value = *instant;
                            return std::nullopt;
                          });
}

CLI::Option* add_number_option(CLI::App& command, const std::string& name, int& value, int low,
                               int high, const std::string& description) {
  return add_value_option(
      command, name, "N", description,
      [&value, low, high](const std::string& text) -> std::optional<std::string> {
        int number = 0;
        const char* end = text.data() + text.size();
        const auto [stopped, failed] = std::from_chars(text.data(), end, number);
        const bool is_number = failed == std::errc() && stopped == end;
        if (!is_number || number < low || high < number) {
          return fmt::format("“{}”应当是 {} 到 {} 之间的整数", text, low, high);
        }
        value = number;
        return std::nullopt;
      });
}

CLI::Option* add_format_option(CLI::App& command, ReportFormat& format) {
  return add_choice_option<ReportFormat>(
      command, "--format", format, {{"text", ReportFormat::Text}, {"json", ReportFormat::Json}},
      "问题的写法：text 给人看，json 给程序用；默认 text");
}

}  // namespace gongshi
