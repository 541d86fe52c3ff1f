// The whole of content/: what parsed, and every problem of what did not.
#ifndef GENERATOR_LOAD_CONTENT_H_
#define GENERATOR_LOAD_CONTENT_H_

#include <string>
#include <vector>

#include "generator/load/campaign.h"
#include "generator/load/notice.h"
#include "generator/load/site.h"
#include "generator/load/source_tree.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/digest.h"
#include "generator/notice/source_file.h"

namespace gongshi {

// pages/<id>.md: about, how to object, privacy, accessibility. The first heading is the title.
struct Page {
  std::string id;
  std::string title;
  std::string body;       // Markdown without the title
  Place body_place = {};  // its first line
  Place place;
};

// Campaigns and notices are in the order of their ids. `calendars` are the files of calendars/,
// not yet read: the calendar layer reads them.
struct Content {
  Site site;
  std::vector<SourceFile> calendars;
  std::vector<Campaign> campaigns;
  std::vector<Notice> notices;
  std::vector<Page> pages;
  std::vector<Sha256> digests;  // of each file of the tree, in its order
  std::string sha256;           // of all of them (content_digest.h)

  const Campaign* find(const CampaignId& campaign) const;  // null when there is none
  const Notice* find(const NoticeId& notice) const;
};

// Reads everything in the tree. Does not fail: what cannot be read is a problem, and reading goes
// on. A notice whose front matter does not parse is absent; one with a missing key is present with
// an empty value, and the problem says so. On `jobs` threads: each takes one campaign after the
// other, with all its notices; what comes of it is the same on any number of them.
Content load_content(const SourceTree& tree, Diagnostics& problems, int jobs = 1);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_CONTENT_H_
