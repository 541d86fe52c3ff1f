#include "generator/load/content_digest.h"

namespace gongshi {

void ContentDigest::add(std::string_view path, const Sha256& file) {
  lines_ += hex(file);
  lines_ += "  ";
  lines_ += path;
  lines_ += '\n';
}

std::string ContentDigest::text() const { return hex(sha256(lines_)); }

}  // namespace gongshi
