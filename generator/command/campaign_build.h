// A build after an edit of words that no listing shows: of the campaigns with the edit, alone.
//
// Whoever writes deeds or a notice waits for them to be on the page. A campaign's own pages follow
// from its folder and from what the whole site shares, and from nothing else (kept_pages.h); so do
// its problems. Hence the shared files and those campaigns are read, checked, rendered and scanned
// as if they were the whole site; the rest is as the last build left it, and in the manifest only
// digests change.
#ifndef GENERATOR_COMMAND_CAMPAIGN_BUILD_H_
#define GENERATOR_COMMAND_CAMPAIGN_BUILD_H_

#include <optional>

#include "generator/command/last_build.h"
#include "generator/notice/civil_time.h"
#include "generator/notice/error.h"
#include "generator/publish/site_folder.h"

namespace gongshi {

class TemplateSet;

// Nothing, and nothing written, when the edit is of another kind, when anything is wrong in what it
// left, and when there is any doubt: then all has to be built. Otherwise `last` tells of this
// build, its record lies in the folder, and the bytes there are those of a clean build. The error
// is the disk's. Requires that `templates` are those at `places`.
std::optional<Result<PublishCounts>> build_campaigns(const BuildPlaces& places,
                                                     const TemplateSet& templates, int jobs,
                                                     Instant as_of, LastBuild& last);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_CAMPAIGN_BUILD_H_
