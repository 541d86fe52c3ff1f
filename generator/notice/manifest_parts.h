// The manifest notice by notice, for who makes it on several threads. manifest.cc has both ways,
// so that they cannot differ.
#ifndef GENERATOR_NOTICE_MANIFEST_PARTS_H_
#define GENERATOR_NOTICE_MANIFEST_PARTS_H_

#include <span>
#include <string>

#include "generator/notice/manifest.h"

namespace gongshi {

// One notice, as it stands in the manifest.
std::string write_manifest_notice(const ManifestNotice& notice);

// What write_manifest(manifest) gives, when `notices` are those of its notices, in their order.
std::string write_manifest(const Manifest& manifest, std::span<const std::string> notices);

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_MANIFEST_PARTS_H_
