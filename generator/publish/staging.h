// Where the files of a build wait until all of them are there: a tree like the site's, in the
// site's own folder, so that moving is renaming.
//
// A folder that the site does not have yet is moved as a whole, with all that is below it: the
// first build of a large site is then a handful of renames after the last page, and no window in
// which half of it stands there.
#ifndef GENERATOR_PUBLISH_STAGING_H_
#define GENERATOR_PUBLISH_STAGING_H_

#include <filesystem>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

#include "generator/notice/error.h"

namespace gongshi {

class Staging {
 public:
  // Files wait in `folder`, which is made when the first one comes, and go to `site`, on the same
  // disk. Touches nothing yet.
  Staging(std::filesystem::path folder, std::filesystem::path site)
      : folder_(std::move(folder)), site_(std::move(site)) {}
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;
  ~Staging();

  // Puts bytes at a path below the folder, where nothing is yet. Any thread may call it, for
  // different paths. Unavailable, naming the file, when the disk refuses.
  Result<void> put(const std::string& path, std::string_view bytes) const;

  // Moves what is waiting at `paths` to the same paths below the site, over what is there; requires
  // that nothing else waits but `last`, which is left. Unavailable, naming the file that could not
  // be moved; those before it have been.
  Result<void> move(const std::set<std::string>& paths, const std::string& last) const;

  // Removes what is waiting. Not while another thread puts something there.
  std::error_code sweep() const;

 private:
  int opened() const;
  Result<void> move_one(const std::string& path) const;

  std::filesystem::path folder_;
  std::filesystem::path site_;
  mutable std::mutex mutex_;  // over the next
  mutable int opened_ = -1;   // the folder: names below it are looked up from there
};

}  // namespace gongshi

#endif  // GENERATOR_PUBLISH_STAGING_H_
