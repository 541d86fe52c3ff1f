#include <fmt/format.h>

#include <memory>

#include "intake/command/desk_commands.h"
#include "intake/desk/case_list.h"

namespace gongshi {
namespace {

enum class Format { Text, Json };

std::optional<Format> parse_format(std::string_view text) {
  if (text == "text") return Format::Text;
  if (text == "json") return Format::Json;
  return std::nullopt;
}

struct ListOptions {
  std::filesystem::path data;
  std::filesystem::path site;
  NoticeId notice;
  InboxFilter only = InboxFilter::All;
  std::optional<Instant> at;
  Format format = Format::Text;
};

int run_list(const ListOptions& options) {
  const Result<Manifest> site = read_terms(options.site);
  if (!site) return refused(site.error());
  const Result<Register> reg = open_register(options.data);
  if (!reg) return refused(reg.error());
  const auto notice = options.notice.empty() ? std::nullopt : std::optional(options.notice);
  const Result<Inbox> inbox = read_inbox(*reg, *site, notice, options.only, present(options.at));
  if (!inbox) return refused(inbox.error());
  fmt::print("{}", options.format == Format::Json ? case_json(*inbox) : case_table(*inbox));
  return kDeskDone;
}

}  // namespace

void add_list_command(CLI::App& app, DeskCommand& chosen) {
  CLI::App* command = app.add_subcommand("list", "列出异议、办理状态和期限");
  const auto options = std::make_shared<ListOptions>();
  add_data_option(*command, options->data);
  add_notice_option(*command, options->notice);
  add_word_option(*command, "--only", options->only, &parse_inbox_filter,
                  "all|new|due|overdue|alarm|blocking",
                  "只列全部、新收、两个工作日内到期、已逾期、已超法定期限、妨碍公示办结的；"
                  "每次公示的件数照样全列");
  add_terms_option(*command, options->site);
  add_instant_option(*command, "--at", options->at, "按哪个时间看期限；不写就是现在");
  add_word_option(*command, "--format", options->format, &parse_format, "text|json",
                  "输出表格（text）或 JSON");
  command->callback([options, &chosen] { chosen = [options] { return run_list(*options); }; });
}

}  // namespace gongshi
