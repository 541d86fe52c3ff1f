#include "intake/command/desk_commands.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <chrono>
#include <cstddef>
#include <cstdio>
#include <utility>
#include <vector>

#include "generator/notice/utf8.h"
#include "intake/desk/grouping.h"
#include "intake/desk/plain_text.h"
#include "intake/desk/replace_file.h"

namespace gongshi {
namespace {

constexpr std::size_t kTextFileBytesMax = 1U << 20U;  // far past the longest text any field takes
constexpr std::size_t kManifestBytesMax = 1U << 30U;  // thousands of notices take megabytes
constexpr std::string_view kByteOrderMark = "\uFEFF";

std::string without_file_marks(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  std::string text = fold_line_ends(bytes);
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

}  // namespace

void add_data_option(CLI::App& command, std::filesystem::path& data) {
  command.add_option("--data", data, "登记簿所在的文件夹")->required()->type_name("DIR");
}

CLI::Option* add_notice_option(CLI::App& command, NoticeId& notice) {
  const auto take = [&notice](const std::string& text) {
    const Result<NoticeId> id = NoticeId::parse(text);
    if (!id) throw CLI::ValidationError("--notice", id.error().message);
    notice = *id;
  };
  return command.add_option_function<std::string>("--notice", take, "公示的编号")->type_name("ID");
}

CLI::Option* add_instant_option(CLI::App& command, const std::string& name,
                                std::optional<Instant>& at, const std::string& help) {
  const auto take = [&at, name](const std::string& text) {
    const Result<Instant> instant = parse_instant(text);
    if (!instant) throw CLI::ValidationError(name, instant.error().message);
    at = *instant;
  };
  return command.add_option_function<std::string>(name, take, help)->type_name("INSTANT");
}

CLI::Option* add_listed_reason_option(CLI::App& command, std::optional<RefusalReason>& reason) {
  const std::string expected =
      "window_over|out_of_scope|no_clue|impersonation|vague_anonymous|already_concluded";
  const auto take = [&reason, expected](const std::string& word) {
    reason = parse_refusal_reason(word);
    if (reason) return;
    throw CLI::ValidationError("--listed-reason", "“" + word + "”不对，应为 " + expected);
  };
  return command
      .add_option_function<std::string>(
          "--listed-reason", take,
          "不予受理的理由：超过公示期、不属于异议范围、没有证据也没有线索、冒用他人名义、"
          "匿名且内容笼统、同一事实已有结论")
      ->type_name(expected);
}

Instant present(const std::optional<Instant>& said) {
  if (said) return *said;
  return {std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())};
}

Result<std::string> given_text(const std::string& text, const std::string& file) {
  if (file.empty()) return fold_line_ends(text);
  const Result<std::string> bytes = read_file(file == "-" ? "/dev/stdin" : file, kTextFileBytesMax);
  if (!bytes) return tl::unexpected(bytes.error());
  return without_file_marks(*bytes);
}

Result<Register> open_register(const std::filesystem::path& data) {
  Result<Register> opened = Register::open(data, {.read_when_behind = true});
  if (opened) return opened;
  if (opened.error().kind == ErrorKind::NotFound) {
    return failure(
        ErrorKind::NotFound,
        fmt::format("{} 里没有登记簿；请核对 --data，新的登记簿用 gongshi-intake init 建立",
                    data.string()));
  }
  return failure(opened.error().kind,
                 fmt::format("{} 里的登记簿打不开：{}", data.string(), opened.error().message));
}

Result<Manifest> read_site_manifest(const std::filesystem::path& site) {
  const std::filesystem::path file = site / kManifestFileName;
  const Result<std::string> text = read_file(file, kManifestBytesMax);
  if (!text && text.error().kind == ErrorKind::NotFound) {
    return failure(
        ErrorKind::NotFound,
        fmt::format("{}；请核对 --site，或先用 gongshi build 生成网站", text.error().message));
  }
  if (!text) return tl::unexpected(text.error());
  Result<Manifest> manifest = read_manifest(*text);
  if (manifest) return manifest;
  return failure(manifest.error().kind,
                 fmt::format("{}：{}", file.string(), manifest.error().message));
}

void add_site_option(CLI::App& command, std::filesystem::path& site) {
  command.add_option("--site", site, "生成的网站（里面有 publicity.json）")
      ->required()
      ->type_name("DIR");
}

void add_terms_option(CLI::App& command, std::filesystem::path& site) {
  command
      .add_option(
          "--site", site,
          "生成的网站（里面有 publicity.json），按本单位的工作日期限提醒；不写就只看法定期限")
      ->type_name("DIR");
}

Result<Manifest> read_terms(const std::filesystem::path& site) {
  return site.empty() ? Result<Manifest>(Manifest()) : read_site_manifest(site);
}

int say_group(const Register& reg, std::string_view number) {
  const Result<std::vector<std::string>> numbers = told_together(reg, number);
  if (!numbers) return refused(numbers.error());
  if (!numbers->empty()) {
    fmt::print("并案的{}件一并登记：{}\n", numbers->size(), fmt::join(*numbers, "、"));
  }
  return kDeskDone;
}

int refused(const Error& error) {
  fmt::print(stderr, "gongshi-desk：{}\n", plain_text(error.message));
  return kDeskRefused;
}

}  // namespace gongshi
