// The files of the site, for installations without a web server in front.
#ifndef INTAKE_HTTP_STATIC_SITE_H_
#define INTAKE_HTTP_STATIC_SITE_H_

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "intake/http/demonstration.h"
#include "intake/http/file_cache.h"
#include "intake/http/message.h"

namespace gongshi {

// Looks at the disk anew for each request, so that a publication is seen at once (file_cache.h).
// Any thread may ask.
class StaticSite {
 public:
  explicit StaticSite(const std::filesystem::path& folder, const FileCacheLimits& limits = {});

  // The file that `request.path` names, index.html for a folder, 304 when the client has it
  // already, 308 to the path with a slash for a folder without one; nothing when there is no such
  // file. A path with an empty segment, or one that begins with a dot, names no file: so nothing
  // outside the folder is ever reached, and no hidden file is.
  //
  // Pages, tables and other texts go out compressed when the client takes that (content_coding.h).
  // Each coding has a strong entity tag of its own, from the digest of the file; whatever a client
  // holds is asked about again before it is used. Everything here is public and the same for
  // everybody, so that its length tells nothing.
  //
  // An attachment of a notice goes out with a type by its ending, and to be saved rather than shown
  // unless it is a PDF, a photograph or plain text: nothing of others runs as a page of ours. Texts
  // that are not UTF-8 are not called so.
  //
  // In a demonstration its banner is put in front of every HTML page of ours, with the instant as
  // data-now; such a page is nobody's to keep, and has no tag.
  std::optional<Answer> find(const Request& request,
                             const std::optional<Demonstration>& demonstration) const;

 private:
  std::optional<Answer> represent(const FoundFile& file, std::string_view path,
                                  const Request& request, Answer answer) const;
  std::optional<Answer> serve(const FoundFile& file, std::string_view path, const Request& request,
                              const std::optional<Demonstration>& demonstration) const;

  std::string folder_;
  FileCache files_;
};

}  // namespace gongshi

#endif  // INTAKE_HTTP_STATIC_SITE_H_
