// Builds a site and says so: what `gongshi build` does once, and `gongshi watch` after every edit.
#ifndef GENERATOR_COMMAND_SITE_BUILD_H_
#define GENERATOR_COMMAND_SITE_BUILD_H_

#include <filesystem>
#include <optional>

#include "generator/command/last_build.h"
#include "generator/command/report.h"
#include "generator/notice/civil_time.h"

namespace CLI {
class App;
}

namespace gongshi {

struct SiteBuildOptions {
  BuildPlaces places;
  int jobs = 0;  // 0: one for each processor
};

// --content, --templates and --jobs. `options` must outlive the parsing.
void add_site_build_options(CLI::App& command, SiteBuildOptions& options);

struct SiteBuilt {
  int exit_code = 0;
  bool is_changed = false;  // whether a file of the site was written or removed
};

// Over an error in the content nothing is published. Prints what is wrong, what was done, and, on
// standard output, when the clock will next change a listing.
SiteBuilt build_site(const SiteBuildOptions& options, Instant as_of, const Output& output);

// The edge of the program: the one place of these commands that reads the clock.
Instant present();

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_SITE_BUILD_H_
