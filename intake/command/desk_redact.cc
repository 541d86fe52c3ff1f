// redact and redacted-copy: a redacted copy of an objection (desk/redaction.h), made and taken out.
#include <fmt/format.h>

#include <memory>
#include <optional>
#include <string>

#include "intake/command/case_paper.h"
#include "intake/command/desk_commands.h"
#include "intake/command/key_options.h"
#include "intake/desk/handling.h"
#include "intake/desk/plain_text.h"
#include "intake/desk/private_file.h"
#include "intake/office/redacted_copy.h"

namespace gongshi {
namespace {

struct RedactOptions {
  KeyOptions keys;
  std::string number;
  std::filesystem::path data;
  std::filesystem::path site;
  std::string text;
  std::string file;
  std::filesystem::path draft;
  std::string by;
  std::optional<Instant> at;
};

int write_draft(const RedactOptions& options, const Register& reg, const Manifest& site,
                const KeyRing& keys) {
  const Result<std::string> draft =
      open_case(reg, options.number, keys).and_then([&](const CaseFile& file) {
        return redaction_draft(reg, file, options.by, site, keys);
      });
  if (!draft) return refused(draft.error());
  const Result<void> written = write_private_file(options.draft, *draft + "\n");
  if (!written) return refused(written.error());
  fmt::print("草稿写入 {}：通读一遍，把还能认出人的换成 ■■，再用 --file 登记，登记后删除草稿\n",
             plain_line(options.draft.string()));
  return kDeskDone;
}

int keep_copy(const RedactOptions& options, Register& reg, const Manifest& site,
              const KeyRing& keys) {
  Result<std::string> text = given_text(options.text, options.file);
  if (!text) return refused(text.error());
  const OfficeStep step{.text = std::move(*text), .by = options.by, .at = present(options.at)};
  const Result<ObjectionState> state = redact(reg, options.number, step, site, keys);
  if (!state) return refused(state.error());
  fmt::print("异议 {} 的遮盖副本已登记，原件没有改动。取出：gongshi-desk redacted-copy {}\n",
             options.number, options.number);
  return kDeskDone;
}

int run_redact(const RedactOptions& options) {
  const Result<Manifest> site = read_site_manifest(options.site);
  if (!site) return refused(site.error());
  Result<Register> reg = open_register(options.data);
  if (!reg) return refused(reg.error());
  const Result<KeyRing> keys = read_keys(options.keys);
  if (!keys) return refused(keys.error());
  return options.draft.empty() ? keep_copy(options, *reg, *site, *keys)
                               : write_draft(options, *reg, *site, *keys);
}

struct RedactedCopyOptions {
  CasePaperOptions paper;
  std::filesystem::path out;
  CopyFormat format = CopyFormat::Page;
};

std::optional<CopyFormat> parse_copy_format(std::string_view word) {
  for (const CopyFormat format : {CopyFormat::Page, CopyFormat::Text}) {
    if (word == to_text(format)) return format;
  }
  return std::nullopt;
}

int run_redacted_copy(const RedactedCopyOptions& options) {
  const Result<std::string> copy =
      make_case_paper(options.paper, [&](const Manifest& site, const CaseFile& file) {
        return redacted_copy(TemplateSet::embedded(), site, file, options.format);
      });
  if (!copy) return refused(copy.error());
  const Result<void> written = write_private_file(options.out, *copy);
  if (!written) return refused(written.error());
  fmt::print("最新的遮盖副本写入 {}：内部使用，不得交给被反映的一方\n",
             plain_line(options.out.string()));
  return kDeskDone;
}

}  // namespace

void add_redact_command(CLI::App& app, DeskCommand& chosen) {
  CLI::App* command = app.add_subcommand(
      "redact", "登记遮盖副本：把能认出异议人的内容换成 ■■，供内部核查、审批和归档；原件不变");
  const auto options = std::make_shared<RedactOptions>();
  command->add_option("NUMBER", options->number, "登记号")->required()->option_text("*");
  add_data_option(*command, options->data);
  add_key_options(*command, options->keys);
  add_site_option(*command, options->site);
  CLI::Option* draft =
      command
          ->add_option("--draft", options->draft,
                       "先把草稿写到这个新文件：程序找到的已经换成 ■■，这时什么都不登记")
          ->option_text("FILE");
  CLI::Option* text =
      command->add_option("--text", options->text, "副本的文字")->option_text("TEXT");
  text->excludes(draft);
  command->add_option("--file", options->file, "副本所在的文件；- 是标准输入")
      ->option_text("FILE")
      ->excludes(text)
      ->excludes(draft);
  command->add_option("--by", options->by, "经办人姓名")->required()->type_name("NAME");
  add_instant_option(*command, "--at", options->at, "登记的时间；不写就是现在");
  command->callback([options, &chosen] { chosen = [options] { return run_redact(*options); }; });
}

void add_redacted_copy_command(CLI::App& app, DeskCommand& chosen) {
  CLI::App* command =
      app.add_subcommand("redacted-copy", "取出最新的遮盖副本，供内部使用；不交给被反映的一方");
  const auto options = std::make_shared<RedactedCopyOptions>();
  add_case_paper_options(*command, options->paper);
  add_word_option(*command, "--format", options->format, &parse_copy_format, "page|text",
                  "page 是打印用的网页（A4），text 是纯文本；不写就是 page");
  command->add_option("--out", options->out, "写到这个新文件；已有的文件不会被覆盖")
      ->required()
      ->type_name("FILE");
  command->callback(
      [options, &chosen] { chosen = [options] { return run_redacted_copy(*options); }; });
}

}  // namespace gongshi
