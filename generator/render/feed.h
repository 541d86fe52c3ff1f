// What a feed tells, in no format yet: the notices of the site, or of one campaign.
#ifndef GENERATOR_RENDER_FEED_H_
#define GENERATOR_RENDER_FEED_H_

#include <cstddef>
#include <string>
#include <vector>

#include "generator/render/site_model.h"

namespace gongshi {

// Readers ask every few minutes for what is new since yesterday: the archive is for the rest. Fifty
// entries are a busy office's month and about 40 KB.
inline constexpr std::size_t kFeedEntriesMax = 50;

struct FeedEntry {
  std::string address;  // of its page, absolute; the entry's id as well, for it never changes
  std::string title;
  std::string summary;  // plain text
  std::string author;   // the office that publishes
  Instant published;
  Instant updated;
};

struct Feed {
  std::string title;
  std::string author;
  std::string page_address;        // what it follows, absolute
  std::string atom_address;        // where it stands itself, absolute
  std::string json_address;        // the same in the other format
  std::vector<FeedEntry> entries;  // the latest change first
  Instant updated;                 // of the first entry; 1970 while there is none
};

// An entry for each notice, with its window in words, and a second one for its result. They carry
// what the office publishes in any case and no names of candidates: a feed is copied and kept by
// others. Of a withdrawn notice one entry says that it was withdrawn, and nothing of what it said;
// it has the same id, so that it replaces what readers have.
//
// A change moves an entry to the top: a correction, an extension or a withdrawal of an old notice
// is news, and must not fall behind the limit.
Feed site_feed(const SiteModel& site);
Feed campaign_feed(const SiteModel& site, const Campaign& campaign);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_FEED_H_
