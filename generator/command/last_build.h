// What `gongshi build` remembers from one run to the next, and when it may go by it. The promise is
// that of a clean build: whatever is remembered, the folder ends up with the bytes that a build
// into an empty one would give. Every doubt is therefore a full build.
#ifndef GENERATOR_COMMAND_LAST_BUILD_H_
#define GENERATOR_COMMAND_LAST_BUILD_H_

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "generator/command/checked_content.h"
#include "generator/command/kept_pages.h"
#include "generator/notice/manifest.h"
#include "generator/publish/build_record.h"
#include "generator/publish/site_folder.h"

namespace gongshi {

// Where a build reads and writes, as the user named it.
struct BuildPlaces {
  std::filesystem::path content = "content";
  std::filesystem::path templates;  // empty: those in the program
  std::filesystem::path out = "public";
  // The manifest that readers were told of; absent: the content is held against none.
  std::optional<std::filesystem::path> published = {};
};

// What a build reads, and must not write into.
std::vector<std::filesystem::path> sources_of(const BuildPlaces& places);

// A record that can be gone by, of the same program and places, and what no longer holds of it.
// Nobody else builds meanwhile: the folder is held.
struct LastBuild {
  BuildRecord record;
  SiteFolder folder;
  Differences content;
  Differences templates;
  Differences site;

  // Whether a build would read the same bytes, the clock has changed no listing since, and every
  // file lies there as it was left.
  bool is_unchanged(Instant as_of) const;
};

// Nothing when there is none, or the folder cannot be had: a full build says why. Looks on `jobs`
// threads.
std::optional<LastBuild> last_build(const BuildPlaces& places, int jobs = processors());

// Where stamps have gone stale over the same bytes, the record gets the new ones. Otherwise nothing
// is written. Requires that the build is unchanged.
void renew_record(LastBuild& last);

// The files that the warnings of a record are about, for their excerpts.
SourceTree sources_of_warnings(const BuildPlaces& places, const BuildRecord& record);

// Looks at what a build is about to read. Nothing when that cannot be remembered.
std::optional<BuildRecord> begin_record(const BuildPlaces& places, Instant as_of);

// Adds the digests of what has been read, and of the contacts in it (check/personal_data.h). False
// when that is not what was looked at: the record is then of no use.
bool add_what_was_read(const CheckedContent& checked, const std::set<std::string>& contacts,
                       BuildRecord& record);

// What of the last build is still right, given what has been read for this one.
KeptPages kept_pages(const std::optional<LastBuild>& last, const std::optional<BuildRecord>& now);

// Where in the site's folder the page of a notice stands.
std::string page_of(const ManifestNotice& notice);

// Notes the digests of the notices' pages at those pages, as far as they are known.
void note_pages(const std::vector<ManifestNotice>& notices, KnownFiles& site);

// Adds what came of it, looked at on `jobs` threads, and leaves the record in the folder. A record
// that cannot be completed or written is left out: then the next build does all the work.
void finish_record(BuildRecord record, const CheckedContent& checked, const Manifest& manifest,
                   int jobs, SiteFolder& folder);

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_LAST_BUILD_H_
