#include "generator/command/build.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "generator/check/personal_data.h"
#include "generator/command/checked_content.h"
#include "generator/command/last_build.h"
#include "generator/command/options.h"
#include "generator/command/output_scan.h"
#include "generator/command/report.h"
#include "generator/command/usage.h"
#include "generator/publish/site_folder.h"
#include "generator/render/next_change.h"
#include "generator/render/render_site.h"

namespace gongshi {
namespace {

constexpr int kJobsMax = 256;  // far more than a machine has; a larger number is a slip

struct BuildOptions : BuildPlaces {
  std::optional<Instant> as_of;  // absent: now
  int jobs = 0;                  // 0: one for each processor
};

Instant present() {
  return {std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())};
}

int jobs_of(const BuildOptions& options) {
  if (options.jobs > 0) return options.jobs;
  return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, kJobsMax);
}

Result<TemplateSet> templates_of(const BuildOptions& options) {
  if (options.templates.empty()) return TemplateSet::embedded();
  return TemplateSet::load(options.templates);
}

std::set<std::string> paths_of(const std::vector<PlannedFile>& plan) {
  std::set<std::string> paths = {std::string(kManifestFileName)};
  for (const PlannedFile& file : plan) paths.insert(file.path);
  return paths;
}

// Without a record when there is none to leave.
Result<PublishCounts> publish(const BuildOptions& options, const CheckedContent& checked,
                              Instant as_of, OutputScan& scan, std::optional<BuildRecord> record) {
  const auto templates = templates_of(options);
  if (!templates) return tl::unexpected<Error>(templates.error());
  const SiteModel site{
      .content = checked.content, .windows = checked.windows, .templates = *templates};
  std::vector<std::filesystem::path> sources = {options.content};
  if (!options.templates.empty()) sources.push_back(options.templates);
  auto folder = SiteFolder::open(options.out, sources);
  if (!folder) return tl::unexpected<Error>(folder.error());
  const auto plan = plan_site(site, as_of);
  if (auto begun = folder->begin(paths_of(plan)); !begun) {
    return tl::unexpected<Error>(begun.error());
  }
  const auto manifest = render_site(site, plan, jobs_of(options),
                                    [&](const std::string& path, std::string_view bytes) {
                                      scan.look_at(path, bytes);
                                      return folder->write(path, bytes);
                                    });
  if (!manifest) return tl::unexpected<Error>(manifest.error());
  const std::string manifest_text = write_manifest(*manifest);
  scan.look_at(std::string(kManifestFileName), manifest_text);
  if (has_errors(scan.problems())) return failure(ErrorKind::Invalid, "页面里有不得公开的内容");
  auto counts = folder->finish(std::string(kManifestFileName), manifest_text);
  if (counts && record) finish_record(*std::move(record), checked, *folder);
  return counts;
}

int refuse(const Diagnostics& problems, const BuildOptions& options, const Output& output) {
  output.err << summary_of(problems) << "；没有发布，" << options.out.string() << " 保持原样。\n";
  return kExitErrors;
}

std::string words_for(const NextChange& change) {
  switch (change.standing) {
    case Standing::Open:
      return change.at == change.notice->published_at ? "开始公示"
                                                      : fmt::format("还剩{}天", change.days_left);
    case Standing::LastDay:
      return "进入最后一天";
    default:
      return "公示期满";  // nothing else is the clock's to decide
  }
}

// On standard output, for whoever schedules the next build; or nothing.
std::string line_about(const std::optional<NextChange>& next) {
  if (!next) return "";
  return fmt::format("下次需要重建：{}（{}：{}）\n", to_text(next->at), next->notice->title,
                     words_for(*next));
}

int succeed(const BuildOptions& options, std::size_t notices, const PublishCounts& counts,
            const std::string& next_change, const Output& output) {
  output.err << fmt::format(
      "已生成 {} 份公示的网站：{}（写入 {} 个文件，{} 个未变，删除 {} 个）。\n", notices,
      options.out.string(), counts.written, counts.unchanged, counts.removed);
  output.out << next_change;
  return kExitClean;
}

int repeat(const BuildOptions& options, const BuildRecord& record, const Output& output) {
  report_problems(record.warnings, ReportFormat::Text, output,
                  sources_of_warnings(options, record));
  const auto files = static_cast<int>(record.site.files.size()) - 1;  // without the list of them
  return succeed(options, record.notices, {.written = 0, .unchanged = files, .removed = 0},
                 record.next_change, output);
}

int build_all(const BuildOptions& options, Instant as_of, const Output& output) {
  auto record = begin_record(options, as_of);  // before anything is read
  const auto checked = read_checked_content(options.content, options.out / kManifestFileName);
  if (!checked) {
    report_failure(checked.error().message, output);
    return kExitUsage;  // the only failure is a folder that is not there
  }
  if (report_problems(checked->problems, ReportFormat::Text, output, checked->sources) !=
      kExitClean) {
    return refuse(checked->problems, options, output);
  }
  OutputScan scan(digests_of_contacts(checked->sources, checked->content), options.out.string());
  const auto next = next_change(checked->content, checked->windows, as_of);
  if (record && next) record->until = next->at;
  if (record) record->next_change = line_about(next);
  const auto counts = publish(options, *checked, as_of, scan, std::move(record));
  if (has_errors(scan.problems())) {
    report_problems(scan.problems(), ReportFormat::Text, output);
    return refuse(scan.problems(), options, output);
  }
  if (!counts) return report_failure(counts.error().message, output);
  return succeed(options, checked->content.notices.size(), *counts, line_about(next), output);
}

int run_build(const BuildOptions& options, const Output& output) {
  const Instant as_of = options.as_of.value_or(present());
  if (const auto record = unchanged_since_last_build(options, as_of)) {
    return repeat(options, *record, output);
  }
  return build_all(options, as_of, output);
}

}  // namespace

void add_build_command(CLI::App& program, ChosenCommand& chosen) {
  CLI::App& command = add_command(program, "build", "核对内容，生成网站和 publicity.json");
  const auto options = std::make_shared<BuildOptions>();
  add_path_option(command, "--content", options->content, "内容文件夹；默认 content");
  add_path_option(command, "--templates", options->templates, "模板文件夹；默认用程序自带的模板");
  add_path_option(command, "--out", options->out, "网站写到这个文件夹；默认 public");
  add_instant_option(command, "--as-of", options->as_of,
                     "首页按这一时刻排列，如 2017-06-22T09:00:00+08:00；默认现在");
  add_number_option(command, "--jobs", options->jobs, 1, kJobsMax,
                    "同时工作的线程数；默认每核一个");
  command.footer(
      "内容有错误时什么也不写，退出码为 1；命令写错为 2。\n"
      "首页和列表随时间变化：标准输出写明下次需要重建的时刻，请安排到时再运行一次；"
      "没有这一行，就不会再随时间变化。");
  command.callback([&chosen, options] {
    chosen = [options] { return run_build(*options, standard_output()); };
  });
}

}  // namespace gongshi
