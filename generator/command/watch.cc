#include "generator/command/watch.h"

#include <fmt/format.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <csignal>
#include <memory>
#include <ostream>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

#include "generator/command/options.h"
#include "generator/command/site_build.h"
#include "generator/command/usage.h"
#include "generator/preview/folder_watch.h"
#include "generator/preview/preview_server.h"

namespace gongshi {
namespace {

constexpr int kPortMax = 65535;
// The listings follow the clock as well; a minute is what people see on theirs.
constexpr std::chrono::minutes kClockIsAsked{1};

struct WatchOptions {
  SiteBuildOptions build;
  int port = 8000;
};

// Ctrl+C and the system's wish to stop, as something to wait for. Make it before any thread: they
// inherit that the signals are not delivered.
class StopSignals {
 public:
  StopSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    number_ = signalfd(-1, &signals, SFD_CLOEXEC);
  }
  ~StopSignals() { close(number_); }
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  int number() const { return number_; }

 private:
  int number_;
};

// Builds, says what came of it on the terminal, and shows it in the browser.
void rebuild(const WatchOptions& options, const Output& output, PreviewSite& site,
             std::string& problems) {
  std::ostringstream said;
  std::ostringstream ignored;  // the next change is not for the person at the screen
  const SiteBuilt built = build_site(options.build, present(), {.out = ignored, .err = said});
  const std::string wrong = built.exit_code == kExitClean ? "" : said.str();
  if (!built.is_changed && wrong == problems) return;
  output.err << said.str() << std::flush;
  problems = wrong;
  site.show(problems);
}

int run_watch(const WatchOptions& options, const Output& output) {
  std::error_code failed;
  if (!std::filesystem::is_directory(options.build.places.content, failed)) {
    report_failure(fmt::format("没有“{}”这个文件夹；请写明内容文件夹的位置",
                               options.build.places.content.string()),
                   output);
    return kExitUsage;
  }
  const StopSignals stop;
  std::vector<std::filesystem::path> sources = {options.build.places.content};
  if (!options.build.places.templates.empty()) sources.push_back(options.build.places.templates);
  auto watch = FolderWatch::on(sources);
  if (!watch) return report_failure(watch.error().message, output);
  PreviewSite site(options.build.places.out);
  auto server = PreviewServer::start(site, options.port);
  if (!server) return report_failure(server.error().message, output);
  output.out << fmt::format("http://127.0.0.1:{}/\n", server->port()) << std::flush;
  output.err << "在浏览器里打开上面的网址；保存文件后页面自己更新，按 Ctrl+C 结束。\n";
  std::string problems;
  Woken woken = Woken::Changed;
  while (woken != Woken::Stopped) {
    if (auto renewed = watch->renew(); !renewed) {
      return report_failure(renewed.error().message, output);
    }
    rebuild(options, output, site, problems);
    woken = watch->wait(stop.number(), kClockIsAsked);
  }
  return kExitClean;
}

}  // namespace

void add_watch_command(CLI::App& program, ChosenCommand& chosen) {
  CLI::App& command = add_command(program, "watch", "边写边看：保存后浏览器里的页面自己更新");
  const auto options = std::make_shared<WatchOptions>();
  options->build.places.out = "preview";
  add_site_build_options(command, options->build);
  add_path_option(command, "--out", options->build.places.out,
                  "预览写到这个文件夹，不要用发布的那个；默认 preview");
  add_value_option(command, "--published", "FILE",
                   "已经发布的 publicity.json；给出时核对发布时间和截止日有没有改动",
                   [options](const std::string& text) -> std::optional<std::string> {
                     std::error_code failed;
                     if (!std::filesystem::is_regular_file(text, failed)) return "没有这个文件";
                     options->build.places.published = text;
                     return std::nullopt;
                   });
  add_number_option(command, "--port", options->port, 0, kPortMax,
                    "只在本机打开的端口；0 由系统挑一个空的；默认 8000");
  command.footer(
      "内容有错误时页面停在上一次，错误写在终端里，也写在页面上方。\n"
      "预览只供自己看：自动更新的脚本不写进任何文件，发布请用 gongshi build。");
  command.callback([&chosen, options] {
    chosen = [options] { return run_watch(*options, standard_output()); };
  });
}

}  // namespace gongshi
