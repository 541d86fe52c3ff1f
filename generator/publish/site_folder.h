// The folder of the published site, as a place that readers look at while it changes.
//
// Every file is written aside (staging.h) and, when all are there, moved into place: nobody reads
// half of one, and a build that fails on the way has changed nothing. A file whose bytes are
// already there is not touched. publicity.json, by which the daemon learns of a change, comes last.
// A file goes when the build that made it no longer does.
//
// What a build made stands in .gongshi/files, one path a line, sorted. Before the first page is
// moved the list is extended by what is about to come, so that a build that was cut off leaves no
// file behind that nobody knows. Files that are not in the list are somebody else's: they are never
// removed, and never overwritten.
//
// .gongshi/record is what the last build knew (build_record.h), for the next one to save work by.
// It is written when all else is in place. A file that a hand changed has another stamp than the
// record says, and is mended as before; only a hand that forges the record, too, is not found out.
#ifndef GENERATOR_PUBLISH_SITE_FOLDER_H_
#define GENERATOR_PUBLISH_SITE_FOLDER_H_

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "generator/notice/error.h"
#include "generator/publish/known_files.h"

namespace gongshi {

// How many files a build wrote, found unchanged, removed.
struct PublishCounts {
  int written = 0;
  int unchanged = 0;
  int removed = 0;
};

// One build's hold on the folder; a second one at the same time is refused. Without finish()
// nothing was published. Messages are Chinese: they are for the clerk who builds.
class SiteFolder {
 public:
  // Creates the folder if need be. Invalid when it is, holds, or is inside one of `sources` (the
  // content and the templates), or is not a folder; Conflict when it is not empty and no build made
  // it, or another build is at it; Unavailable when the disk refuses.
  static Result<SiteFolder> open(const std::filesystem::path& folder,
                                 std::span<const std::filesystem::path> sources);
  SiteFolder(SiteFolder&&) noexcept;
  SiteFolder& operator=(SiteFolder&&) noexcept;
  ~SiteFolder();

  // Says what will be written, all of it: paths below the folder, with '/'. Conflict, naming the
  // file, when one is there that no build made.
  Result<void> begin(std::set<std::string> paths);

  // Says that what the last build made will be there again: some files with other bytes, none more
  // and none less.
  void begin_again();

  // Sets one of the announced files aside. Any thread may call it, for different paths.
  Result<void> write(const std::string& path, std::string_view bytes);

  // Leaves one of the announced files as it is: it counts as unchanged. From any thread.
  void keep();

  // Moves what was written into place, removes what earlier builds made and this one did not
  // announce, then puts `last` there (also announced), the file that tells others of the rest.
  Result<PublishCounts> finish(const std::string& last, std::string_view bytes);

  // After finish(): everything that was announced, and the list, as it lies there now, looked at on
  // `threads` threads. Nothing when one of them is gone again. Requires begin().
  std::optional<KnownFiles> made(int threads) const;

  // After finish(): the same of what has got other bytes, judged by an earlier look.
  std::optional<KnownFiles> written(FileTime looked_at) const;

  // What of them is no longer as it was, looked at on `threads` threads.
  Differences changed_since(const KnownFiles& made, int threads) const;

  // Leaves `bytes` for the next build's record_in(). Requires that finish() succeeded, or that
  // nothing was begun.
  Result<void> keep_record(std::string_view bytes);

  // The record that the last build left in `folder`; nothing when there is none to read. Needs no
  // hold on the folder.
  static std::optional<std::string> record_in(const std::filesystem::path& folder);

 private:
  struct State;
  explicit SiteFolder(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace gongshi

#endif  // GENERATOR_PUBLISH_SITE_FOLDER_H_
