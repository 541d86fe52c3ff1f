#include "generator/command/site_build.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <iterator>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "generator/check/personal_data.h"
#include "generator/command/campaign_build.h"
#include "generator/command/checked_content.h"
#include "generator/command/kept_pages.h"
#include "generator/command/options.h"
#include "generator/command/output_scan.h"
#include "generator/command/program.h"
#include "generator/load/parallel.h"
#include "generator/notice/manifest_parts.h"
#include "generator/publish/site_folder.h"
#include "generator/render/manifest_entry.h"
#include "generator/render/next_change.h"
#include "generator/render/render_site.h"

namespace gongshi {
namespace {

int jobs_of(const SiteBuildOptions& options) {
  return options.jobs > 0 ? options.jobs : processors();
}

Result<TemplateSet> templates_of(const BuildPlaces& places) {
  if (places.templates.empty()) return TemplateSet::embedded();
  return TemplateSet::load(places.templates);
}

std::set<std::string> paths_of(const std::vector<PlannedFile>& plan) {
  std::set<std::string> paths = {std::string(kManifestFileName)};
  for (const PlannedFile& file : plan) paths.insert(file.path);
  return paths;
}

// Puts aside what has to be made; what is kept stays where it is.
Result<Manifest> make_files(const SiteModel& site, std::vector<PlannedFile> plan,
                            const KeptPages& kept, int jobs, OutputScan& scan, SiteFolder& folder) {
  std::vector<ManifestNotice> entries;
  std::erase_if(plan, [&](const PlannedFile& file) {
    if (!kept.keeps(file)) return false;
    folder.keep();
    if (file.notice != nullptr) {
      entries.push_back(manifest_entry(site, *file.notice, kept.page_sha256(file)));
    }
    return true;
  });
  auto manifest =
      render_site(site, plan, jobs, [&](const std::string& path, std::string_view bytes) {
        scan.look_at(path, bytes);
        return folder.write(path, bytes);
      });
  if (!manifest) return manifest;
  std::ranges::move(entries, std::back_inserter(manifest->notices));
  std::ranges::sort(manifest->notices, {}, &ManifestNotice::id);
  return manifest;
}

// What the manifest says of one notice has nothing to do with what it says of the next.
std::string manifest_text(const Manifest& manifest, int jobs, OutputScan& scan) {
  const std::string path(kManifestFileName);
  std::vector<std::string> notices(manifest.notices.size());
  in_parallel(notices.size(), jobs, [&](std::size_t i) {
    notices[i] = write_manifest_notice(manifest.notices[i]);
    scan.look_at(path, notices[i]);
  });
  scan.look_at(path, write_manifest(manifest, {}));
  return write_manifest(manifest, notices);
}

// What a build has in hand once it knows what it read.
struct BuildInHand {
  const SiteBuildOptions& options;
  const CheckedContent& checked;
  Instant as_of;
  std::optional<LastBuild> last;
  std::optional<BuildRecord> record;  // of this one, to be left for the next
};

Result<PublishCounts> publish(BuildInHand build, OutputScan& scan) {
  const BuildPlaces& places = build.options.places;
  const auto templates = templates_of(places);
  if (!templates) return tl::unexpected<Error>(templates.error());
  const SiteModel site{.content = build.checked.content,
                       .windows = build.checked.windows,
                       .calendars = build.checked.calendars,
                       .templates = *templates};
  const KeptPages kept = kept_pages(build.last, build.record);
  auto folder = build.last ? Result<SiteFolder>(std::move(build.last->folder))
                           : SiteFolder::open(places.out, sources_of(places));
  if (!folder) return tl::unexpected<Error>(folder.error());
  auto plan = plan_site(site, build.as_of);
  if (auto begun = folder->begin(paths_of(plan)); !begun) {
    return tl::unexpected<Error>(begun.error());
  }
  const auto manifest =
      make_files(site, std::move(plan), kept, jobs_of(build.options), scan, *folder);
  if (!manifest) return tl::unexpected<Error>(manifest.error());
  const std::string text = manifest_text(*manifest, jobs_of(build.options), scan);
  if (has_errors(scan.problems())) return failure(ErrorKind::Invalid, "页面里有不得公开的内容");
  auto counts = folder->finish(std::string(kManifestFileName), text);
  if (counts && build.record) {
    finish_record(*std::move(build.record), build.checked, *manifest, jobs_of(build.options),
                  *folder);
  }
  return counts;
}

int refuse(const Diagnostics& problems, const BuildPlaces& places, const Output& output) {
  output.err << summary_of(problems) << "；没有发布，" << places.out.string() << " 保持原样。\n";
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

SiteBuilt succeed(const BuildPlaces& places, std::size_t notices, const PublishCounts& counts,
                  const std::string& next_change, const Output& output) {
  output.err << fmt::format(
      "已生成 {} 份公示的网站：{}（写入 {} 个文件，{} 个未变，删除 {} 个）。\n", notices,
      places.out.string(), counts.written, counts.unchanged, counts.removed);
  output.out << next_change;
  return {.exit_code = kExitClean, .is_changed = counts.written + counts.removed > 0};
}

// What a full build would say.
SiteBuilt say_from(const BuildRecord& record, const BuildPlaces& places,
                   const PublishCounts& counts, const Output& output) {
  report_problems(record.warnings, ReportFormat::Text, output, sources_of_warnings(places, record));
  return succeed(places, record.notices, counts, record.next_change, output);
}

SiteBuilt repeat(const BuildPlaces& places, LastBuild last, const Output& output) {
  renew_record(last);
  const PublishCounts none{.written = 0, .unchanged = last.record.files_made(), .removed = 0};
  return say_from(last.record, places, none, output);
}

SiteBuilt build_anew(const SiteBuildOptions& options, std::optional<LastBuild> last, Instant as_of,
                     const Output& output) {
  const BuildPlaces& places = options.places;
  auto record = begin_record(places, as_of);  // before anything is read
  auto checked = read_checked_content(places.content, places.published, jobs_of(options));
  if (!checked) {
    report_failure(checked.error().message, output);
    return {.exit_code = kExitUsage};  // the only failure is a folder that is not there
  }
  if (report_problems(checked->problems, ReportFormat::Text, output, checked->sources) !=
      kExitClean) {
    return {.exit_code = refuse(checked->problems, places, output)};
  }
  const auto next = next_change(checked->content, checked->windows, as_of);
  auto contacts = digests_of_contacts(checked->sources, checked->content);
  if (record && !add_what_was_read(*checked, contacts, *record)) record = std::nullopt;
  if (record && next) record->until = next->at;
  if (record) record->next_change = line_about(next);
  OutputScan scan(std::move(contacts), places.out.string());
  checked->sources.files.clear();  // the pages need the room, and nobody asks for the files again
  const auto counts = publish({.options = options,
                               .checked = *checked,
                               .as_of = as_of,
                               .last = std::move(last),
                               .record = std::move(record)},
                              scan);
  if (has_errors(scan.problems())) {
    report_problems(scan.problems(), ReportFormat::Text, output);
    return {.exit_code = refuse(scan.problems(), places, output)};
  }
  if (!counts) return {.exit_code = report_failure(counts.error().message, output)};
  return succeed(places, checked->content.notices.size(), *counts, line_about(next), output);
}

}  // namespace

void add_site_build_options(CLI::App& command, SiteBuildOptions& options) {
  add_path_option(command, "--content", options.places.content, "内容文件夹；默认 content");
  add_path_option(command, "--templates", options.places.templates,
                  "模板文件夹；默认用程序自带的模板");
  add_number_option(command, "--jobs", options.jobs, 1, kThreadsMax,
                    "同时工作的线程数；默认每核一个");
}

Instant present() {
  return {std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now())};
}

SiteBuilt build_site(const SiteBuildOptions& options, Instant as_of, const Output& output) {
  auto last = last_build(options.places, jobs_of(options));
  if (!last) return build_anew(options, std::nullopt, as_of, output);
  if (last->is_unchanged(as_of)) return repeat(options.places, *std::move(last), output);
  const auto templates = templates_of(options.places);
  const auto counts =
      templates ? build_campaigns(options.places, *templates, jobs_of(options), as_of, *last)
                : std::nullopt;
  if (counts && !*counts) return {.exit_code = report_failure(counts->error().message, output)};
  if (counts) return say_from(last->record, options.places, **counts, output);
  return build_anew(options, std::move(last), as_of, output);
}

}  // namespace gongshi
