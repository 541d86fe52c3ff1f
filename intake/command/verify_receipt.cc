#include <fmt/format.h>

#include <memory>

#include "intake/command/verify_commands.h"
#include "intake/log/receipt_proof.h"
#include "intake/verify/receipt_check.h"
#include "intake/verify/whole_file.h"
#include "intake/verify/witness_check.h"

namespace gongshi {
namespace {

struct ReceiptOptions {
  std::filesystem::path key;
  std::filesystem::path proof;
  std::filesystem::path record;
  std::filesystem::path opening;
  std::filesystem::path policy;
};

Result<std::optional<OpenedRecord>> read_opened(const ReceiptOptions& options) {
  if (options.record.empty()) return std::nullopt;
  Result<std::string> record = read_whole_file(options.record, kVerifiedFileBytesMax);
  if (!record) return tl::unexpected(record.error());
  const Result<std::string> text = read_whole_file(options.opening, kVerifiedFileBytesMax);
  if (!text) return tl::unexpected(text.error());
  const std::optional<Sha256> opening = parse_opening(*text);
  if (!opening) {
    return failure(ErrorKind::Invalid, fmt::format("{} 不是开启值：应为 64 位小写十六进制数字",
                                                   options.opening.string()));
  }
  return OpenedRecord{.record = *std::move(record), .opening = *opening};
}

int run_receipt(const ReceiptOptions& options) {
  const Result<NoteVerifier> key = read_key(options.key);
  if (!key) return not_checked(key.error());
  const Result<std::string> proof = read_whole_file(options.proof, kVerifiedFileBytesMax);
  if (!proof) return not_checked(proof.error());
  const auto opened = read_opened(options);
  if (!opened) return not_checked(opened.error());
  const auto policy = read_policy(options.policy);
  if (!policy) return not_checked(policy.error());
  Verdict verdict = check_receipt(*proof, *key, *opened);
  if (verdict.holds && *policy) {
    check_witnesses(parse_proof(*proof)->checkpoint, *key, **policy, verdict);
  }
  return report(verdict);
}

}  // namespace

void add_receipt_command(CLI::App& app, VerifyCommand& chosen) {
  CLI::App* command =
      app.add_subcommand("receipt", "核验收件证明：办公室确实收到，登记的就是您的那一件。不联网");
  const auto options = std::make_shared<ReceiptOptions>();
  command->add_option("PROOF", options->proof, "收件证明，以 .tlog-proof 结尾的文件")
      ->required()
      ->option_text("*");
  add_key_option(*command, options->key);
  add_policy_option(*command, options->policy);
  auto* record =
      command->add_option("--record", options->record, "异议记录，下载的原件")->type_name("FILE");
  auto* opening = command->add_option("--opening", options->opening, "开启值，64 位十六进制数字")
                      ->type_name("FILE");
  record->needs(opening);
  opening->needs(record);
  command->callback([options, &chosen] { chosen = [options] { return run_receipt(*options); }; });
}

}  // namespace gongshi
