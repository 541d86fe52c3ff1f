#include <fmt/format.h>

#include <memory>
#include <utility>
#include <vector>

#include "intake/command/desk_commands.h"
#include "intake/desk/evidence_import.h"
#include "intake/desk/registration.h"
#include "intake/seal/form_id.h"

namespace gongshi {
namespace {

struct LetterOptions {
  std::filesystem::path data;
  std::filesystem::path site;
  NoticeId notice;
  std::string candidate;
  Medium medium = Medium::Letter;
  std::optional<Instant> received_at;
  std::string grounds;
  std::string statement;
  std::string statement_file;
  std::string identity;
  std::string name;
  std::string contact;
  std::vector<std::filesystem::path> evidence;
  std::string by;
  bool late = false;
  std::optional<Instant> at;
};

// What the website receives is registered by the website.
std::optional<Medium> parse_offline_medium(std::string_view text) {
  const std::optional<Medium> medium = parse_medium(text);
  return medium == Medium::Online ? std::nullopt : medium;
}

OfflineObjection entry_of(const LetterOptions& options, std::string statement) {
  OfflineObjection entry{.form = {},
                         .medium = options.medium,
                         .received_at = options.received_at.value_or(Instant{}),
                         .entry = {.by = options.by, .at = present(options.at)},
                         .late = options.late ? LateEntry::Take : LateEntry::Refuse};
  const auto add = [&entry](std::string_view field, std::string value) {
    entry.form.fields.emplace(field, std::move(value));
  };
  add(field::kFormId, FormId::random().text());
  add(field::kNotice, options.notice.text());
  add(field::kCandidate, options.candidate);
  add(field::kGrounds, options.grounds);
  add(field::kStatement, std::move(statement));
  add(field::kIdentity, options.identity);
  add(field::kName, options.name);
  add(field::kContact, options.contact);
  return entry;
}

int run_register(const LetterOptions& options) {
  Result<std::string> statement = given_text(options.statement, options.statement_file);
  if (!statement) return refused(statement.error());
  const Result<Manifest> manifest = read_site_manifest(options.site);
  if (!manifest) return refused(manifest.error());
  Result<Register> reg = open_register(options.data);
  if (!reg) return refused(reg.error());
  OfflineObjection entry = entry_of(options, std::move(*statement));
  Result<std::vector<SentFile>> files = import_evidence(*reg, options.evidence);
  if (!files) return refused(files.error());
  entry.form.files = *std::move(files);
  const Result<Receipt> receipt = register_objection(*reg, *manifest, entry);
  if (!receipt) return refused(receipt.error());
  fmt::print("{}", receipt_slip(*manifest, *receipt));
  return kDeskDone;
}

void add_content_options(CLI::App& command, LetterOptions& options) {
  command.add_option("--candidate", options.candidate, "候选对象的编号；不写就是对整个公示")
      ->type_name("ID");
  command
      .add_option("--grounds", options.grounds,
                  "异议类别：资格条件、事迹不实、程序、名单错漏、廉洁违纪、个人信息泄露、其他")
      ->required()
      ->type_name("eligibility|facts|procedure|list|integrity|privacy|other");
  CLI::Option* statement =
      command.add_option("--statement", options.statement, "异议内容，照原文录入")
          ->option_text("TEXT");
  command
      .add_option("--statement-file", options.statement_file, "异议内容所在的文件；- 是标准输入")
      ->option_text("FILE")
      ->excludes(statement);
  command.add_option("--identity", options.identity, "实名个人、实名单位或匿名")
      ->required()
      ->type_name("named|organization|anonymous");
  command.add_option("--name", options.name, "异议人或单位的名称")->type_name("NAME");
  command.add_option("--contact", options.contact, "联系方式")->type_name("TEXT");
  command
      .add_option("--evidence", options.evidence,
                  "随信的证据材料，可以写几次；个数、大小和类型同网上一样")
      ->type_name("FILE")
      ->allow_extra_args(false);
}

}  // namespace

void add_register_command(CLI::App& app, DeskCommand& chosen) {
  CLI::App* command = app.add_subcommand("register", "登记来信、来电、来访等线下异议，打印回执");
  const auto options = std::make_shared<LetterOptions>();
  add_data_option(*command, options->data);
  add_site_option(*command, options->site);
  add_notice_option(*command, options->notice)->required();
  add_word_option(*command, "--medium", options->medium, &parse_offline_medium,
                  "letter|phone|fax|email|visit", "怎样收到的：来信、电话、传真、电子邮件、来访")
      ->required();
  add_instant_option(*command, "--received-at", options->received_at,
                     "办公室实际收到的时间，例如 2017-06-23T10:00:00+08:00")
      ->required();
  add_content_options(*command, *options);
  command->add_option("--by", options->by, "登记人姓名")->required()->type_name("NAME");
  command->add_flag("--late", options->late, "公示期后才收到的也登记");
  add_instant_option(*command, "--at", options->at, "登记的时间；不写就是现在");
  command->callback([options, &chosen] { chosen = [options] { return run_register(*options); }; });
}

}  // namespace gongshi
