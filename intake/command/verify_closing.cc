#include <fmt/format.h>

#include <memory>

#include "intake/command/verify_commands.h"
#include "intake/log/receipt_proof.h"
#include "intake/verify/closing_check.h"
#include "intake/verify/receipt_check.h"
#include "intake/verify/whole_file.h"

namespace gongshi {
namespace {

struct ClosingOptions {
  std::filesystem::path key;
  std::filesystem::path record;
  std::filesystem::path receipt;
  std::string from;
};

int check(const std::string& record, const NoteVerifier& key, const ClosingOptions& options,
          std::optional<std::uint64_t> own_index) {
  if (options.from.empty()) return report(check_closing(record, key, {.own_index = own_index}));
  const Result<ReplayedLog> log = fetch_log(options.from, key);
  if (!log) return not_fetched(log.error());
  return report(check_closing(record, key, {.own_index = own_index, .log = &*log}));
}

int run_closing(const ClosingOptions& options) {
  const Result<NoteVerifier> key = read_key(options.key);
  if (!key) return not_checked(key.error());
  const Result<std::string> record = read_whole_file(options.record, kVerifiedFileBytesMax);
  if (!record) return not_checked(record.error());
  if (options.receipt.empty()) return check(*record, *key, options, std::nullopt);

  const Result<std::string> receipt = read_whole_file(options.receipt, kVerifiedFileBytesMax);
  if (!receipt) return not_checked(receipt.error());
  const Verdict received = check_receipt(*receipt, *key, std::nullopt);
  if (!received.holds) return report(received);
  return check(*record, *key, options, parse_proof(*receipt)->index);
}

}  // namespace

void add_closing_command(CLI::App& app, VerifyCommand& chosen) {
  CLI::App* command =
      app.add_subcommand("closing", "核验办结记录：各项合计相符，列有您的异议，与公开日志一致");
  const auto options = std::make_shared<ClosingOptions>();
  command->add_option("RECORD", options->record, "办结记录 closing.toml，下载的原件")
      ->required()
      ->option_text("*");
  add_key_option(*command, options->key);
  command->add_option("--receipt", options->receipt, "您的收件证明，看记录里有没有列出")
      ->type_name("FILE");
  add_from_option(*command, options->from);
  command->callback([options, &chosen] { chosen = [options] { return run_closing(*options); }; });
}

}  // namespace gongshi
