// One digest of everything that a site was built from: the manifest's content_sha256.
//
// It is the SHA-256 of what `sha256sum` prints for the files of the content folder, named from
// there, in the order of the bytes of their paths: whoever has the content computes it with the
// tools of any system. (Those tools mark a name with a backslash or a line break in it; here names
// stand as they are.) Hidden files and editors' backups do not count.
//
// It is made from the digests of the files, not from their bytes: after an edit nobody reads the
// others again.
#ifndef GENERATOR_LOAD_CONTENT_DIGEST_H_
#define GENERATOR_LOAD_CONTENT_DIGEST_H_

#include <string>
#include <string_view>

#include "generator/notice/digest.h"

namespace gongshi {

class ContentDigest {
 public:
  // In the order of paths, each once.
  void add(std::string_view path, const Sha256& file);

  // Lower-case hexadecimal, of what was added.
  std::string text() const;

 private:
  std::string lines_;
};

}  // namespace gongshi

#endif  // GENERATOR_LOAD_CONTENT_DIGEST_H_
