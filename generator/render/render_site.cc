#include "generator/render/render_site.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "generator/load/parallel.h"
#include "generator/notice/digest.h"
#include "generator/render/manifest_entry.h"

namespace gongshi {
namespace {

// What rendering one file left behind. Each thread writes only the slots of the files it took.
struct Rendered {
  std::optional<Error> error;
  std::optional<ManifestNotice> entry;
};

Rendered render_one(const SiteModel& site, const PlannedFile& file, const FileSink& sink) {
  const auto bytes = file.render();
  if (!bytes) return {.error = bytes.error(), .entry = {}};
  if (const auto sunk = sink(file.path, *bytes); !sunk) return {.error = sunk.error(), .entry = {}};
  if (file.notice == nullptr) return {};
  return {.error = {}, .entry = manifest_entry(site, *file.notice, hex(sha256(*bytes)))};
}

}  // namespace

Result<Manifest> render_site(const SiteModel& site, std::span<const PlannedFile> plan, int jobs,
                             const FileSink& sink) {
  std::vector<Rendered> outcomes(plan.size());
  in_parallel(plan.size(), jobs,
              [&](std::size_t i) { outcomes[i] = render_one(site, plan[i], sink); });
  const Site& from = site.content.site;
  Manifest manifest{.site = {.name = from.name,
                             .base_url = from.base_url,
                             .publisher = from.publisher,
                             .handling = from.handling},
                    .content_sha256 = site.content.sha256,
                    .calendars = site.calendars,
                    .notices = {}};
  for (Rendered& outcome : outcomes) {
    if (outcome.error) return tl::unexpected<Error>(std::move(*outcome.error));
    if (outcome.entry) manifest.notices.push_back(std::move(*outcome.entry));
  }
  std::ranges::sort(manifest.notices, {}, &ManifestNotice::id);
  return manifest;
}

}  // namespace gongshi
