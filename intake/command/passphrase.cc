#include "intake/command/passphrase.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>

#include "intake/desk/replace_file.h"

namespace gongshi {
namespace {

constexpr std::size_t kPassphraseFileBytesMax = 4096;
constexpr char kCtrlC = '\x03';

// The terminal, silent as long as this lives. Ctrl-C comes as a character meanwhile, so that nobody
// is left with a terminal that shows nothing.
class SilentTerminal {
 public:
  SilentTerminal() : number_(::open("/dev/tty", O_RDWR | O_CLOEXEC)) {
    if (number_ < 0 || ::tcgetattr(number_, &before_) != 0) return;
    termios silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
    ready_ = ::tcsetattr(number_, TCSAFLUSH, &silent) == 0;
  }
  SilentTerminal(const SilentTerminal&) = delete;
  SilentTerminal& operator=(const SilentTerminal&) = delete;
  ~SilentTerminal() {
    if (ready_) ::tcsetattr(number_, TCSAFLUSH, &before_);
    if (number_ >= 0) ::close(number_);
  }

  bool ready() const { return ready_; }

  void say(std::string_view text) const {
    const ssize_t ignored = ::write(number_, text.data(), text.size());
    static_cast<void>(ignored);  // who cannot read the question sees that nothing happens
  }

  std::string read_line() const {
    std::string line;
    for (char next = '\0'; next != '\n';) {
      const ssize_t got = ::read(number_, &next, 1);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) break;
      if (next != '\n') line += next;
    }
    return line;
  }

 private:
  const int number_;
  termios before_{};
  bool ready_ = false;
};

}  // namespace

Result<std::string> ask_passphrase(const std::string& question) {
  const SilentTerminal terminal;
  if (!terminal.ready()) {
    return failure(ErrorKind::Unavailable, "这里没有终端可以输入口令；请用 --passphrase-file");
  }
  terminal.say(question + "：");
  std::string line = terminal.read_line();
  terminal.say("\n");
  if (line.find(kCtrlC) == std::string::npos) return line;
  return failure(ErrorKind::Invalid, "已取消，什么也没有改动");
}

Result<std::string> given_passphrase(const std::string& file, const std::string& question) {
  if (file.empty()) return ask_passphrase(question);
  return read_file(file, kPassphraseFileBytesMax).map([](const std::string& text) {
    std::string line = text.substr(0, text.find('\n'));
    if (line.ends_with('\r')) line.pop_back();
    return line;
  });
}

Result<std::string> new_passphrase(const std::string& file) {
  return new_secret(file, "请输入新口令");
}

Result<std::string> new_secret(const std::string& file, const std::string& question) {
  Result<std::string> first = given_passphrase(file, question);
  if (!first || !file.empty()) return first;
  Result<std::string> second = ask_passphrase("请再输入一遍");
  if (!second) return second;
  if (*first == *second) return first;
  return failure(ErrorKind::Invalid, "两遍输入的口令不一样，什么也没有改动");
}

}  // namespace gongshi
