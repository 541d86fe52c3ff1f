// Renders a plan on several threads.
#ifndef GENERATOR_RENDER_RENDER_SITE_H_
#define GENERATOR_RENDER_RENDER_SITE_H_

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "generator/notice/manifest.h"
#include "generator/render/site_plan.h"

namespace gongshi {

// Takes a finished file, at once or not at all. Called from several threads.
using FileSink = std::function<Result<void>(const std::string& path, std::string_view bytes)>;

// Gives every file of the plan to `sink`, in no particular order, from `jobs` threads (at least
// one), and returns the manifest of what it gave. The first error in the plan's order, whichever
// thread met it first; files may then be missing. Requires that `plan` is of `site`.
Result<Manifest> render_site(const SiteModel& site, std::span<const PlannedFile> plan, int jobs,
                             const FileSink& sink);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_RENDER_SITE_H_
