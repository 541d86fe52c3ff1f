#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <memory>
#include <system_error>

#include "intake/command/verify_commands.h"
#include "intake/verify/log_check.h"
#include "intake/verify/whole_file.h"
#include "intake/verify/witness_check.h"

namespace gongshi {
namespace {

constexpr int kDaysMax = 3660;

struct LogOptions {
  std::filesystem::path key;
  std::string from;
  std::filesystem::path state;
  std::filesystem::path policy;
  std::optional<int> days;
  std::optional<Date> today;
};

// Nothing when the log is looked at for the first time.
Result<std::optional<Checkpoint>> read_last_seen(const LogOptions& options,
                                                 const NoteVerifier& key) {
  if (options.state.empty()) return std::nullopt;
  const Result<std::string> note = read_whole_file(options.state, kVerifiedFileBytesMax);
  if (!note && note.error().kind == ErrorKind::NotFound) return std::nullopt;
  if (!note) return tl::unexpected(note.error());
  const Result<Checkpoint> head = open_checkpoint(*note, key);
  if (head) return *head;
  return failure(ErrorKind::Invalid,
                 fmt::format("{} 不是日志 {} 签名的检查点：请核对 --state 和 --key",
                             options.state.string(), key.name()));
}

Date today(const LogOptions& options) {
  if (options.today) return *options.today;
  return date_of({std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())});
}

int run_log(const LogOptions& options) {
  const Result<NoteVerifier> key = read_key(options.key);
  if (!key) return not_checked(key.error());
  const auto policy = read_policy(options.policy);
  if (!policy) return not_checked(policy.error());
  const auto last_seen = read_last_seen(options, *key);
  if (!last_seen) return not_checked(last_seen.error());
  const Result<ReplayedLog> log = fetch_log(options.from, *key);
  if (!log) return not_fetched(log.error());

  std::optional<Patience> patience;
  if (options.days) patience = Patience{.days = *options.days, .today = today(options)};
  Verdict verdict = check_log(*log, *last_seen, patience);
  if (*policy) check_witnesses(log->checkpoint(), *key, **policy, verdict);
  // What was seen first stays: against it everybody can see what became of the log.
  if (!options.state.empty() && continues(*log, *last_seen)) {
    const Result<void> kept = write_whole_file(options.state, log->checkpoint());
    if (!kept) return not_checked(kept.error());
  }
  return report(verdict);
}

void take_days(const std::string& text, LogOptions& options) {
  int days = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, days);
  if (error != std::errc() || stop != end || days < 0 || days > kDaysMax) {
    throw CLI::ValidationError("--days",
                               fmt::format("“{}”不对，应为 0 到 {} 的整数", text, kDaysMax));
  }
  options.days = days;
}

void take_date(const std::string& text, LogOptions& options) {
  const Result<Date> date = parse_date(text);
  if (!date) throw CLI::ValidationError("--as-of", date.error().message);
  options.today = *date;
}

}  // namespace

void add_log_command(CLI::App& app, VerifyCommand& chosen) {
  CLI::App* command =
      app.add_subcommand("log", "跟踪公开日志：以前登记的有没有少、有没有改，收到的异议有没有结论");
  const auto options = std::make_shared<LogOptions>();
  add_key_option(*command, options->key);
  add_from_option(*command, options->from)->required();
  add_policy_option(*command, options->policy);
  command->add_option("--state", options->state, "记住这次见到的检查点，下次与它比较")
      ->type_name("FILE");
  command
      ->add_option_function<std::string>(
          "--days", [options](const std::string& text) { take_days(text, *options); },
          "收到多少天仍无结论就列出来，并视为不成立")
      ->type_name("N");
  command
      ->add_option_function<std::string>(
          "--as-of", [options](const std::string& text) { take_date(text, *options); },
          "按这一天计算，默认今天")
      ->type_name("DATE");
  command->callback([options, &chosen] { chosen = [options] { return run_log(*options); }; });
}

}  // namespace gongshi
