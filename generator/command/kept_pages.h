// Which files of the last build are still right, and need not be made again.
//
// Two kinds are told apart. A campaign's own pages (PlannedFile::campaign) follow from the files of
// its folder and from what the whole site shares: site.toml, pages, calendars, templates, the
// program, and the numbers that contact blocks allow. Everything else, the listings above all,
// follows from all campaigns at once, and from the clock; but not from the words of a text: an edit
// of deeds, criteria, an attachment or a notice's body shows in no listing.
#ifndef GENERATOR_COMMAND_KEPT_PAGES_H_
#define GENERATOR_COMMAND_KEPT_PAGES_H_

#include <set>
#include <string>

#include "generator/publish/build_record.h"

namespace gongshi {

struct PlannedFile;

// Whether the two, of the same path, differ only in words that no listing shows.
bool is_text_alone(const KnownFile& before, const KnownFile& after);

class KeptPages {
 public:
  KeptPages() = default;  // keeps nothing

  // `last` tells of the site that lies there, but for what hands changed in it (`site`); it must
  // outlive the object. `now` tells of what has been read for this build, with its digests. That
  // the templates are the same is for the caller to know.
  KeptPages(const BuildRecord& last, const Differences& site, const BuildRecord& now);

  // From any thread.
  bool keeps(const PlannedFile& file) const;

  // The digest of a notice's page that is kept.
  const std::string& page_sha256(const PlannedFile& file) const;

 private:
  void compare(const KnownFiles& last, const KnownFiles& now);
  void see_change(const std::string& path, bool shows_in_listings);

  const BuildRecord* last_ = nullptr;             // null: nothing is kept
  std::set<std::string, std::less<>> touched_;    // files of the site, by hands
  std::set<std::string, std::less<>> campaigns_;  // those with a change
  bool are_listings_same_ = true;
};

}  // namespace gongshi

#endif  // GENERATOR_COMMAND_KEPT_PAGES_H_
