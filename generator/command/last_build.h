// What `gongshi build` remembers from one run to the next, and when it may go by it. The promise is
// that of a clean build: whatever is remembered, the folder ends up with the bytes that a build
// into an empty one would give. Every doubt is therefore a full build.
#ifndef GENERATOR_COMMAND_LAST_BUILD_H_
#define GENERATOR_COMMAND_LAST_BUILD_H_

#include <filesystem>
#include <optional>
#include <string>

#include "generator/command/checked_content.h"
#include "generator/publish/build_record.h"
#include "generator/publish/site_folder.h"

namespace gongshi {

// Where a build reads and writes, as the user named it.
struct BuildPlaces {
  std::filesystem::path content = "content";
  std::filesystem::path templates;  // empty: those in the program
  std::filesystem::path out = "public";
};

// The last build's record, when this one would read the same bytes with the same program, the clock
// has changed no listing since, and every file that it made lies there as it left it. Holds the
// folder while it looks; a record whose stamps have gone stale over the same bytes is written anew,
// otherwise nothing is written. Nothing in all other cases, a folder in use by another build
// included.
std::optional<BuildRecord> unchanged_since_last_build(const BuildPlaces& places, Instant as_of);

// The files that the warnings of a record are about, for their excerpts.
SourceTree sources_of_warnings(const BuildPlaces& places, const BuildRecord& record);

// Looks at what a build is about to read. Nothing when that cannot be remembered.
std::optional<BuildRecord> begin_record(const BuildPlaces& places, Instant as_of);

// Adds what came of it and leaves the record in the folder. A record that cannot be completed or
// written is left out: then the next build does all the work.
void finish_record(BuildRecord record, const CheckedContent& checked, SiteFolder& folder);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_LAST_BUILD_H_
