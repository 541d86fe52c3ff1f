// The manifest of the site that is being served, always the newest that could be read.
#ifndef INTAKE_HTTP_MANIFEST_SOURCE_H_
#define INTAKE_HTTP_MANIFEST_SOURCE_H_

#include <cstdint>
#include <filesystem>
#include <memory>

#include "generator/notice/error.h"
#include "generator/notice/manifest.h"
#include "intake/http/log.h"

namespace gongshi {

// Threads: any may call current().
class ManifestSource {
 public:
  // Reads publicity.json in `site`. NotFound, with a sentence that says how to make one, when it is
  // not there; Invalid when it is none.
  static Result<ManifestSource> open(const std::filesystem::path& site, Log log);

  ManifestSource(ManifestSource&&) noexcept;
  ManifestSource& operator=(ManifestSource&&) noexcept;
  ~ManifestSource();

  // Looks whether the file changed (one stat) and reads it anew if so. A file that is gone or
  // broken leaves the last good manifest in place and is logged once. The caller keeps what it got
  // for the whole request; a newer one meets only later requests. Never null.
  std::shared_ptr<const Manifest> current() const;

  // Times that a changed file could not be read, since open().
  std::uint64_t count_reload_failures() const;

 private:
  struct State;
  explicit ManifestSource(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace gongshi

#endif  // INTAKE_HTTP_MANIFEST_SOURCE_H_
