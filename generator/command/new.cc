#include "generator/command/new.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <utility>

#include "generator/command/files.h"
#include "generator/command/options.h"
#include "generator/command/report.h"
#include "generator/command/usage.h"
#include "generator/load/campaign_file.h"
#include "generator/load/content_path.h"
#include "generator/load/source_tree.h"
#include "generator/notice/utf8.h"
#include "generator/scaffold/scaffold.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

struct NewOptions {
  fs::path content = "content";
  std::string name;
  std::string title;
};

Result<SourceTree> read_content(const fs::path& folder) {
  Diagnostics ignored;  // `gongshi check` tells them
  return read_source_tree(folder, ignored);
}

bool has_folder(const SourceTree& tree, const std::string& folder) {
  const auto after = tree.files.lower_bound(folder);
  return after != tree.files.end() && after->first.starts_with(folder);
}

Result<void> write_files(const fs::path& folder, const ScaffoldFiles& files, const Output& output) {
  for (const auto& [name, bytes] : files) {
    auto written = write_new_file(folder / name, bytes);
    if (!written) return written;
    output.out << (folder / name).string() << '\n';
  }
  return {};
}

Result<void> make_campaign(const NewOptions& options, const Output& output) {
  const auto id = CampaignId::parse(options.name);
  if (!id) return tl::unexpected<Error>(id.error());
  const auto tree = read_content(options.content);
  if (!tree) return tl::unexpected<Error>(tree.error());
  const fs::path folder = options.content / campaign_folder(id->text());
  std::error_code ignored;
  if (fs::exists(folder, ignored)) {
    return failure(ErrorKind::Conflict,
                   fmt::format("已经有评选活动“{}”了，没有改动它；请换个编号", id->text()));
  }
  auto written = write_files(folder, scaffold_campaign(options.title), output);
  if (!written) return written;
  fs::create_directories(folder / "deeds", ignored);
  output.err << fmt::format(
      "接着：填写上面的文件里写着“（请填写：…）”的地方；候选对象写进 candidates.csv（汇总表可以用 "
      "gongshi import 转来），各人的主要事迹写成 deeds/编号.md；用 gongshi new notice {}/编号 "
      "起草公示；随时用 gongshi check 核对。\n",
      id->text());
  return {};
}

Result<NoticeId> new_notice_id(const SourceTree& tree, std::string_view text) {
  auto id = NoticeId::parse(text);
  if (!id) return id;
  for (const auto& [path, bytes] : tree.files) {
    const ContentPath file = classify(path);
    const bool is_notice = file.kind == FileKind::Notice || file.kind == FileKind::Closing;
    if (is_notice && file.id == text) {
      return failure(ErrorKind::Conflict,
                     fmt::format("“{}”已经是 {} 的编号；公示的编号全站不能重复，请换一个", text,
                                 tree.shown(path)));
    }
  }
  return id;
}

Result<void> make_notice(const NewOptions& options, const Output& output) {
  const std::size_t slash = options.name.find('/');
  if (slash == std::string::npos) {
    return failure(
        ErrorKind::Invalid,
        fmt::format("“{}”应当写成 评选活动/公示编号，如 pingxuan-2026/pingxuan-2026-gongshi",
                    options.name));
  }
  const auto campaign_id = CampaignId::parse(options.name.substr(0, slash));
  if (!campaign_id) return tl::unexpected<Error>(campaign_id.error());
  const auto tree = read_content(options.content);
  if (!tree) return tl::unexpected<Error>(tree.error());
  const std::string& campaign_name = campaign_id->text();
  if (!has_folder(*tree, campaign_folder(campaign_name))) {
    return failure(
        ErrorKind::NotFound,
        fmt::format("没有评选活动“{0}”；请核对编号，或者先用 gongshi new campaign {0} 新建",
                    campaign_name));
  }
  const auto id = new_notice_id(*tree, options.name.substr(slash + 1));
  if (!id) return tl::unexpected<Error>(id.error());
  Diagnostics ignored;
  const Campaign campaign = load_campaign(*tree, *campaign_id, ignored);
  const Step* step = step_to_publish(campaign);
  if (step == nullptr) {
    return failure(ErrorKind::Conflict,
                   fmt::format("评选活动“{}”没有待举行的公示；请在 campaign.toml 里加一节 kind = "
                               "\"publicity\" 的 [[step]]",
                               campaign_name));
  }
  const fs::path folder = options.content / notice_folder(campaign_name, id->text());
  auto written = write_files(folder, scaffold_notice(options.title, step->id), output);
  if (!written) return written;
  output.err << fmt::format(
      "这份公示属于步骤“{}”。接着：填写上面的文件里写着“（请填写：…）”的地方，和 published_at、on "
      "两个日期；用 gongshi check 核对。\n",
      step->id.text());
  return {};
}

using Make = Result<void> (*)(const NewOptions&, const Output&);

int run(Make make, const NewOptions& options, const Output& output) {
  if (first_control_character(options.title) || first_invalid_utf8(options.title)) {
    return report_failure("--title 里有不能显示的字符；请重新输入", output);
  }
  const auto made = make(options, output);
  return made ? kExitClean : report_failure(made.error().message, output);
}

void add_kind(CLI::App& parent, ChosenCommand& chosen, const std::string& name,
              const std::string& description, const std::string& placeholder,
              const std::string& what, Make make) {
  CLI::App& command = add_command(parent, name, description);
  const auto options = std::make_shared<NewOptions>();
  command.add_option(placeholder, options->name, what)->required()->type_name("");
  add_path_option(command, "--content", options->content, "内容文件夹；默认 content");
  add_value_option(command, "--title", "TEXT", "标题；不写则留作待填写",
                   [options](const std::string& text) -> std::optional<std::string> {
                     options->title = text;
                     return std::nullopt;
                   });
  command.footer(
      "已经有的文件不会改动。待填写的地方写着“（请填写：…）”，gongshi check 会逐一列出。");
  command.callback([&chosen, options, make] {
    chosen = [options, make] { return run(make, *options, standard_output()); };
  });
}

}  // namespace

void add_new_command(CLI::App& program, ChosenCommand& chosen) {
  CLI::App& command = add_command(program, "new", "起草新的评选活动或公示，留出待填写的地方");
  command.require_subcommand(1);
  add_kind(command, chosen, "campaign", "新建评选活动：规则、条件、候选对象表", "ID",
           "编号：小写字母、数字和连字符，如 pingxuan-2026", make_campaign);
  add_kind(command, chosen, "notice", "新建公示", "CAMPAIGN/ID",
           "评选活动的编号/公示的编号，如 pingxuan-2026/pingxuan-2026-gongshi", make_notice);
}

}  // namespace gongshi
