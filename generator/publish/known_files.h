// Files as they were when somebody looked at them, and whether they still are: by what the file
// system says of each, without opening it.
//
// A stamp changes with every write, rename, change of rights and restored backup; but the clock
// behind it ticks, and a second write in the same tick leaves no trace. So a stamp that was young
// when it was taken proves nothing ("not settled"), and then the bytes are asked, by their digest:
// the same trouble, and the same way out, as in the index of git.
#ifndef GENERATOR_PUBLISH_KNOWN_FILES_H_
#define GENERATOR_PUBLISH_KNOWN_FILES_H_

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/notice/digest.h"

namespace gongshi {

// Nanoseconds since 1970, by the clock that stamps files. No Instant: nobody is told of it, and a
// second is too long.
using FileTime = std::int64_t;

// The present. Read it before looking at files, not after.
FileTime file_time_now();

struct FileStamp {
  std::uint64_t inode = 0;
  std::uint32_t mode = 0;  // kind and rights
  std::int64_t bytes = 0;
  FileTime modified_at = 0;
  FileTime changed_at = 0;  // of the inode: no program sets it back
  bool operator==(const FileStamp&) const = default;
};

// Clocks for stamps tick every 10 ms or faster; FAT counts two seconds.
inline constexpr FileTime kTick = 20'000'000;
inline constexpr FileTime kCoarseTick = 2'000'000'000;

// Whether a write after `looked_at` would have changed the stamp.
bool is_settled(const FileStamp& stamp, FileTime looked_at);

struct KnownFile {
  std::string path;  // below the folder, with '/'; "" is the folder itself
  FileStamp stamp;
  // Of a file its bytes', of a folder its names'. Absent: where the stamp proves nothing, the file
  // counts as changed.
  std::optional<Sha256> digest;
  std::string note = {};  // the caller's own: what else it knows of the file
  bool operator==(const KnownFile&) const = default;
};

// A name in a folder that is nobody's business: an editor's swap file.
using IsLeftOut = std::function<bool(std::string_view name)>;

struct KnownFiles {
  FileTime looked_at = 0;
  std::vector<KnownFile> files;  // each path once, in the order of paths
  bool operator==(const KnownFiles&) const = default;

  const KnownFile* find(std::string_view path) const;  // null when it is not among them
  KnownFile* find(std::string_view path);
};

// Everything below `folder`, folders and itself included; folders have digests, files none. Nothing
// when part of it cannot be read, or is neither file nor folder.
std::optional<KnownFiles> know_folder(const std::filesystem::path& folder,
                                      const IsLeftOut& is_left_out);

// The files at `paths` below `folder`. Those that are not settled since `looked_at`, which is in
// the past, get their digest; nothing when one is no file, or cannot be read then. On `threads`
// threads.
std::optional<KnownFiles> know_files(const std::filesystem::path& folder,
                                     std::vector<std::string> paths,
                                     FileTime looked_at = file_time_now(), int threads = 1);

struct Differences {
  std::vector<std::string> changed;  // other bytes, gone, something else, or in doubt
  // Of files with the same bytes whose stamps proved nothing: their place in the list, and the
  // stamps that they had before their bytes were looked at.
  std::vector<std::pair<std::size_t, FileStamp>> renewed;
  FileTime looked_at = 0;
};

// What of `known` is not as it was, in its order. A folder with other names in it counts as
// changed; names that `is_left_out` are not looked at. On `threads` threads: asking the file system
// of many files is work of the processor, once it has them in memory.
Differences differences(const std::filesystem::path& folder, const KnownFiles& known,
                        const IsLeftOut& is_left_out, int threads = 1);

// Takes the stamps of what had only other stamps, so that its bytes need not be asked again; what
// changed stays as it was known. Requires that `found` is of these files.
void renew_stamps(KnownFiles& known, const Differences& found);

// Takes what `fresh` tells of its files. Requires that they are among the known ones, and that both
// were looked at at the same time.
void replace_files(KnownFiles& known, KnownFiles fresh);

}  // namespace gongshi

#endif  // GENERATOR_PUBLISH_KNOWN_FILES_H_
