#include "intake/command/verify_commands.h"

#include <fmt/format.h>

#include <cstdio>
#include <string_view>

#include "generator/notice/utf8.h"
#include "intake/verify/whole_file.h"

namespace gongshi {

void add_key_option(CLI::App& command, std::filesystem::path& key) {
  command.add_option("--key", key, "日志的公钥文件，如 log.vkey；要从可信的地方取得")
      ->required()
      ->type_name("FILE");
}

CLI::Option* add_from_option(CLI::App& command, std::string& from) {
  return command
      .add_option("--from", from, "公开日志的网址，如 https://主机/log，或者抄录它的文件夹")
      ->type_name("URL|DIR");
}

Result<NoteVerifier> read_key(const std::filesystem::path& file) {
  const Result<std::string> text = read_whole_file(file, kVerifiedFileBytesMax);
  if (!text) return tl::unexpected(text.error());
  Result<NoteVerifier> key = NoteVerifier::parse(trim_blanks(*text));
  if (key) return key;
  return failure(
      ErrorKind::Invalid,
      fmt::format("{} 不是日志的公钥，或者已被改动：应为一行“名称+8位数字+编码”", file.string()));
}

void add_policy_option(CLI::App& command, std::filesystem::path& policy) {
  command
      .add_option("--policy", policy,
                  "见证规则文件（C2SP tlog-policy）：哪些见证人签名才算数；没有则不看见证签名")
      ->type_name("FILE");
}

Result<std::optional<WitnessPolicy>> read_policy(const std::filesystem::path& file) {
  if (file.empty()) return std::nullopt;
  const Result<std::string> text = read_whole_file(file, kVerifiedFileBytesMax);
  if (!text) return tl::unexpected(text.error());
  Result<WitnessPolicy> policy = WitnessPolicy::parse(*text);
  if (policy) return *std::move(policy);
  return failure(ErrorKind::Invalid,
                 fmt::format("{} 不是见证规则：{}", file.string(), policy.error().message));
}

Result<ReplayedLog> fetch_log(const std::string& from, const NoteVerifier& key) {
  const Result<LogSource> source = open_log_source(from);
  if (!source) return failure(ErrorKind::NotFound, source.error().message);
  return ReplayedLog::fetch(*source, key);
}

int report(const Verdict& verdict) {
  for (const std::string& sentence : verdict.sentences) fmt::print("{}\n", sentence);
  return verdict.holds ? kVerifyHolds : kVerifyDoesNotHold;
}

int not_checked(const Error& error) {
  fmt::print(stderr, "gongshi-verify：没有核验：{}\n", error.message);
  return kVerifyNotChecked;
}

int not_fetched(const Error& error) {
  if (error.kind != ErrorKind::Invalid) return not_checked(error);
  Verdict verdict;
  verdict.deny(error.message);
  return report(verdict);
}

}  // namespace gongshi
