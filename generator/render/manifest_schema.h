// schema/publicity.v1.json: what the manifest (notice/manifest.h) looks like, for programs of
// others.
#ifndef GENERATOR_RENDER_MANIFEST_SCHEMA_H_
#define GENERATOR_RENDER_MANIFEST_SCHEMA_H_

#include <string>

#include "generator/load/site.h"

namespace gongshi {

// JSON Schema, draft 2020-12. Says what write_manifest() promises: every key is there and has its
// type. Other keys may come later in the same version, so readers ignore what they do not know.
// That a window does not end before it begins, and the order of notices, no schema can say.
std::string write_manifest_schema(const Site& site);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_MANIFEST_SCHEMA_H_
