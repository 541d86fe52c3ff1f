#include "generator/command/output_scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "generator/check/personal_data.h"
#include "generator/load/parallel.h"
#include "generator/render/render_site.h"
#include "generator/scan/html_text.h"
#include "generator/scan/source_text.h"

namespace gongshi {
namespace {

bool is_searched_elsewhere(std::string_view path) {
  return path.starts_with("assets/") || path.find("/attachments/") != std::string_view::npos;
}

// What a reader, and a reader of the page's source, gets to see.
std::vector<std::string> texts_of(std::string_view path, std::string_view bytes) {
  if (!path.ends_with(".html")) return {std::string(bytes)};
  HtmlText html = html_text(bytes);
  return {std::move(html.text), std::move(html.attributes), std::move(html.comments)};
}

}  // namespace

OutputScan::OutputScan(std::set<std::string> allowed, std::string folder)
    : allowed_(std::move(allowed)), folder_(std::move(folder)) {}

void OutputScan::look_at(const std::string& path, std::string_view bytes) {
  if (is_searched_elsewhere(path)) return;
  thread_local InnocentLines innocent;
  for (const std::string& text : texts_of(path, bytes)) {
    for (const Finding& finding : scan_source(text, Zone::Page, &innocent)) {
      if (finding.severity != Severity::Block || allowed_.contains(finding.digest)) continue;
      const std::lock_guard lock(mutex_);
      problems_.push_back({.place = {.file = folder_.empty() ? path : folder_ + "/" + path},
                           .code = "personal-data-in-output",
                           .message = fmt::format("生成的页面里：{}", sentence(finding))});
    }
  }
}

Diagnostics OutputScan::problems() const {
  Diagnostics sorted = problems_;
  sort_diagnostics(sorted);
  return sorted;
}

Result<Diagnostics> problems_of_pages(const CheckedContent& checked) {
  const TemplateSet templates = TemplateSet::embedded();
  const SiteModel site{.content = checked.content,
                       .windows = checked.windows,
                       .calendars = checked.calendars,
                       .templates = templates};
  OutputScan scan(digests_of_contacts(checked.sources, checked.content), "");
  const auto manifest =
      render_site(site, plan_site(site, Instant()), processors(),
                  [&](const std::string& path, std::string_view bytes) -> Result<void> {
                    scan.look_at(path, bytes);
                    return {};
                  });
  if (!manifest) return tl::unexpected<Error>(manifest.error());
  scan.look_at(std::string(kManifestFileName), write_manifest(*manifest));
  return scan.problems();
}

}  // namespace gongshi
