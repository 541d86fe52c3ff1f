// The files of the site that are being read, in memory: each with the digest of its bytes, and
// compressed once somebody asks for that.
//
// A file is looked at anew (one lstat) for each request, so that a publication is seen at once.
// The generator replaces files by rename, so what is here is always the whole of one file; bytes,
// digest and what they were compressed to belong together, whatever happens on the disk meanwhile.
#ifndef INTAKE_HTTP_FILE_CACHE_H_
#define INTAKE_HTTP_FILE_CACHE_H_

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "generator/notice/digest.h"
#include "intake/http/content_coding.h"
#include "intake/http/limits.h"

namespace gongshi {

// Bytes that several answers may be giving out at the same time.
using SharedBytes = std::shared_ptr<const std::string>;

// What tells one state of a file from another. A replaced file has another inode; nobody can set
// the time at which an inode changed last, so an edit in place that sets the old time shows too.
struct FileStamp {
  dev_t device = 0;
  ino_t inode = 0;
  off_t size = 0;
  std::chrono::nanoseconds modified{};  // since 1970, by the clock of the file system
  std::chrono::nanoseconds changed{};
  bool operator==(const FileStamp&) const = default;
};

struct FoundFile {
  bool is_folder = false;  // then nothing below is set
  std::string path = {};   // as it was asked for
  FileStamp stamp = {};
  Sha256 digest{};  // of the bytes
  std::size_t size = 0;
  SharedBytes bytes = {};  // may be null when longer than kCachedFileBytesMax: FileCache::read()
};

struct FileCacheLimits {
  std::size_t bytes_max = kFileCacheBytesMax;
  std::chrono::nanoseconds settled_after = kFileSettledAfter;
};

// Threads: any may call, at the same time.
class FileCache {
 public:
  explicit FileCache(const FileCacheLimits& limits = {});
  FileCache(FileCache&&) noexcept;
  FileCache& operator=(FileCache&&) noexcept;
  ~FileCache();

  // The file, or folder, at `path`. Nothing for what is neither, such as a link or a pipe, and for
  // what cannot be read.
  std::optional<FoundFile> find(const std::string& path) const;

  // The bytes of what find() found. Null when they are not in memory and the file has changed
  // since.
  static SharedBytes read(const FoundFile& file);

  // The bytes compressed, kept from the first time on. Null when they are as short as they are,
  // when the file is not one that stays in memory, and while another file is being compressed: one
  // processor at most is busy with that. Requires that `coding` is not Identity.
  SharedBytes compressed(const FoundFile& file, ContentCoding coding) const;

  // What is held now, all told. Never more than `bytes_max`.
  std::size_t bytes_held() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gongshi

#endif  // INTAKE_HTTP_FILE_CACHE_H_
