// Where the daemon says what it does. The program decides how that looks; this folder decides what
// is said, and it never says an address, a user agent, a receipt number, a code or a form field.
#ifndef INTAKE_HTTP_LOG_H_
#define INTAKE_HTTP_LOG_H_

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "generator/notice/civil_time.h"

namespace gongshi {

enum class Severity { Info, Warning, Error };

struct LogField {
  std::string_view name;  // a word of ours
  std::variant<std::string_view, std::int64_t> value;
};

struct LogEvent {
  Severity severity = Severity::Info;
  std::string_view message;  // a word or a sentence, without a line end
  std::span<const LogField> fields;
};

class Log {
 public:
  // Called from several threads; what the event refers to lives until it returns.
  using Sink = std::function<void(const LogEvent&)>;

  Log() = default;  // says nothing
  explicit Log(Sink sink) : sink_(std::move(sink)) {}

  void operator()(Severity severity, std::string_view message,
                  std::initializer_list<LogField> fields = {}) const {
    if (!sink_) return;
    sink_({.severity = severity, .message = message, .fields = {fields.begin(), fields.size()}});
  }

 private:
  Sink sink_;
};

// "info", "warning", "error".
std::string_view to_text(Severity severity);

// `TIME level=info message name=value name="with blanks"`: one line, whatever is in the values.
std::string to_text_line(const LogEvent& event, Instant now);

// {"time","level","message",…fields}: one line of JSON, whatever is in the values.
std::string to_json_line(const LogEvent& event, Instant now);

}  // namespace gongshi

#endif  // INTAKE_HTTP_LOG_H_
