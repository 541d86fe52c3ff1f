#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "intake/command/desk_commands.h"
#include "intake/command/key_options.h"
#include "intake/desk/case_deadline.h"
#include "intake/desk/case_sheet.h"
#include "intake/desk/grouping.h"

namespace gongshi {
namespace {

struct ShowOptions {
  KeyOptions keys;
  std::string number;
  std::filesystem::path data;
  std::filesystem::path site;
  std::optional<Instant> at;
};

int run_show(const ShowOptions& options) {
  const Result<Manifest> site = read_terms(options.site);
  if (!site) return refused(site.error());
  const Result<Register> reg = open_register(options.data);
  if (!reg) return refused(reg.error());
  const Result<KeyRing> keys = read_keys(options.keys);
  if (!keys) return refused(keys.error());
  const Result<CaseFile> file = open_case(*reg, options.number, *keys);
  if (!file) return refused(file.error());
  const Result<Group> group = group_of(*reg, file->objection.number);
  if (!group) return refused(group.error());
  std::vector<std::string> joined;
  for (const CaseFile& member : group->members) joined.push_back(member.objection.number);
  const OwnTermsOfNotices terms(*site);
  const auto deadline =
      case_deadline(*file, group->members, terms.of(file->objection.filed.notice));
  const Result<std::string> sheet = case_sheet(*file, joined, deadline, present(options.at));
  if (!sheet) return refused(sheet.error());
  fmt::print("{}", *sheet);
  return kDeskDone;
}

}  // namespace

void add_show_command(CLI::App& app, DeskCommand& chosen) {
  CLI::App* command =
      app.add_subcommand("show", "查看一件异议的内容和办理经过（含异议人身份，注意保密）");
  const auto options = std::make_shared<ShowOptions>();
  command->add_option("NUMBER", options->number, "登记号")->required()->option_text("*");
  add_data_option(*command, options->data);
  add_terms_option(*command, options->site);
  add_instant_option(*command, "--at", options->at, "按哪个时间看期限；不写就是现在");
  add_key_options(*command, options->keys);
  command->callback([options, &chosen] { chosen = [options] { return run_show(*options); }; });
}

}  // namespace gongshi
