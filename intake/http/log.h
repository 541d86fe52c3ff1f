// Where the daemon says what it does. The program decides how that looks; this folder decides what
// is said, and it never says an address, a user agent, a receipt number, a code or a form field.
#ifndef INTAKE_HTTP_LOG_H_
#define INTAKE_HTTP_LOG_H_

#include <functional>
#include <string_view>

namespace gongshi {

enum class Severity { Info, Warning, Error };

// One line, "key=value" pairs or a sentence, without a line end. Called from several threads.
using Log = std::function<void(Severity, std::string_view line)>;

}  // namespace gongshi

#endif  // INTAKE_HTTP_LOG_H_
