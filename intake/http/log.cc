#include "intake/http/log.h"

#include <algorithm>

#include "generator/notice/json.h"

namespace gongshi {
namespace {

std::string dump(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool needs_quotes(std::string_view value) {
  return value.empty() || std::ranges::any_of(value, [](char c) {
           return static_cast<unsigned char>(c) <= 0x20 || c == '"' || c == '=' || c == 0x7F;
         });
}

std::string as_text(const LogField& field) {
  if (const auto* number = std::get_if<std::int64_t>(&field.value)) return std::to_string(*number);
  const std::string value(std::get<std::string_view>(field.value));
  return needs_quotes(value) ? dump(value) : value;
}

// A sentence of another library may have line ends.
std::string on_one_line(std::string_view text) {
  std::string line(text);
  std::ranges::replace_if(
      line, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return line;
}

}  // namespace

std::string_view to_text(Severity severity) {
  switch (severity) {
    case Severity::Info:
      return "info";
    case Severity::Warning:
      return "warning";
    case Severity::Error:
      return "error";
  }
  return "error";
}

std::string to_text_line(const LogEvent& event, Instant now) {
  std::string line = to_text(now);
  line.append(" level=").append(to_text(event.severity));
  line.append(" ").append(on_one_line(event.message));
  for (const LogField& field : event.fields) {
    line.append(" ").append(field.name).append("=").append(as_text(field));
  }
  return line;
}

std::string to_json_line(const LogEvent& event, Instant now) {
  Json line = {{"time", to_text(now)},
               {"level", to_text(event.severity)},
               {"message", std::string(event.message)}};
  for (const LogField& field : event.fields) {
    std::visit([&](const auto& value) { line[std::string(field.name)] = value; }, field.value);
  }
  return dump(line);
}

}  // namespace gongshi
