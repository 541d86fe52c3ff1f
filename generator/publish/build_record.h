// What a build read, what it said, and what it left in the site's folder: so that the next one can
// tell that nothing changed, or how little.
//
// It is a memory, not a source: whoever has doubts throws it away and builds everything. It comes
// last, when all it tells of is in place, and is believed only whole.
#ifndef GENERATOR_PUBLISH_BUILD_RECORD_H_
#define GENERATOR_PUBLISH_BUILD_RECORD_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/diagnostic.h"
#include "generator/publish/known_files.h"

namespace gongshi {

struct BuildRecord {
  // The program, its libraries and the options, in the writer's own words: a record made by another
  // is of no use.
  std::string made_by;

  // Listings show how notices stand: they are the same from `as_of` until just before `until`, or
  // for ever.
  Instant as_of;
  std::optional<Instant> until = {};
  std::string next_change = {};  // the line that says so, or ""
  bool holds_at(Instant instant) const;

  std::uint64_t notices = 0;
  std::string root = {};  // how the content folder is shown, in front of places
  Diagnostics warnings = {};
  std::string contacts = {};  // digest of the numbers that contact blocks allow on pages

  KnownFiles content = {};    // a notice has a note of its part that listings may show
  KnownFiles templates = {};  // none of those in the program
  // Everything the build made, the list of it included. A notice's page has its SHA-256 as a note.
  KnownFiles site = {};

  // Without the list of them.
  int files_made() const { return static_cast<int>(site.files.size()) - 1; }

  bool operator==(const BuildRecord&) const = default;
};

// Ends in a digest of everything before it.
std::string write_build_record(const BuildRecord& record);

// Nothing when one byte of it is not as it was written, or another version wrote it. Of what a hand
// made that knows the format it takes any, and reads no more than there is.
std::optional<BuildRecord> read_build_record(std::string_view bytes);

}  // namespace gongshi

#endif  // GENERATOR_PUBLISH_BUILD_RECORD_H_
