// Where each file of content/ stands (DESIGN 5). The only place that knows the layout's names.
#ifndef GENERATOR_LOAD_CONTENT_PATH_H_
#define GENERATOR_LOAD_CONTENT_PATH_H_

#include <functional>
#include <set>
#include <string>
#include <string_view>

#include "generator/load/source_tree.h"

namespace gongshi {

enum class FileKind {
  Site,        // site.toml
  Calendar,    // calendars/<id>.toml
  Page,        // pages/<id>.md
  Campaign,    // campaigns/<campaign>/campaign.toml
  Criteria,    // campaigns/<campaign>/criteria.md
  Decree,      // campaigns/<campaign>/decree.md
  Candidates,  // campaigns/<campaign>/candidates.csv
  Deeds,       // campaigns/<campaign>/deeds/<id>.md
  Notice,      // campaigns/<campaign>/notices/<id>/notice.md
  Closing,     // campaigns/<campaign>/notices/<id>/closing.toml
  Attachment,  // campaigns/<campaign>/notices/<id>/attachments/<any name>
  Other,       // anything else: nobody reads it
};

// What a path says. The names are as written: whether they are identifiers is for the caller.
struct ContentPath {
  FileKind kind = FileKind::Other;
  std::string campaign;  // of everything below campaigns/<campaign>/, also of Other
  std::string id;        // the file's own id; of everything below notices/<id>/, also of Other
};

ContentPath classify(std::string_view path);

// "x" for "campaigns/x" and everything below it; "" elsewhere.
std::string_view campaign_of(std::string_view path);

// "campaigns/<campaign>/" and "campaigns/<campaign>/notices/<notice>/".
std::string campaign_folder(std::string_view campaign);
std::string notice_folder(std::string_view campaign, std::string_view notice);

// The ids of the files in calendars/.
std::set<std::string, std::less<>> known_calendars(const SourceTree& tree);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_CONTENT_PATH_H_
