#include <fmt/format.h>

#include <memory>

#include "intake/command/verify_commands.h"
#include "intake/verify/papers_check.h"
#include "intake/verify/whole_file.h"

namespace gongshi {
namespace {

struct PapersOptions {
  std::filesystem::path key;
  std::filesystem::path papers;
  std::string from;
};

int run_papers(const PapersOptions& options) {
  const Result<NoteVerifier> key = read_key(options.key);
  if (!key) return not_checked(key.error());
  const Result<std::string> papers = read_whole_file(options.papers, kPapersBytesMax);
  if (!papers) return not_checked(papers.error());
  if (options.from.empty()) return report(check_papers(*papers, *key, nullptr));
  const Result<ReplayedLog> log = fetch_log(options.from, *key);
  if (!log) return not_fetched(log.error());
  return report(check_papers(*papers, *key, &*log));
}

}  // namespace

void add_papers_command(CLI::App& app, VerifyCommand& chosen) {
  CLI::App* command =
      app.add_subcommand("papers", "核验公示文书包：文件没有改动，公示原件和办结记录与日志一致");
  const auto options = std::make_shared<PapersOptions>();
  command->add_option("PAPERS", options->papers, "文书包，gongshi-desk papers 写出的 ZIP 原件")
      ->required()
      ->option_text("*");
  add_key_option(*command, options->key);
  add_from_option(*command, options->from);
  command->callback([options, &chosen] { chosen = [options] { return run_papers(*options); }; });
}

}  // namespace gongshi
