// Strong entity tags: a name for exactly these bytes in this coding (RFC 9110 8.8.3). Pure.
#ifndef INTAKE_HTTP_ENTITY_TAG_H_
#define INTAKE_HTTP_ENTITY_TAG_H_

#include <string>
#include <string_view>

#include "generator/notice/digest.h"
#include "intake/http/content_coding.h"

namespace gongshi {

// With its quotes: 128 bits of the digest of the file, and the coding when there is one.
std::string entity_tag(const Sha256& digest, ContentCoding coding);

// Whether an If-None-Match names `tag`: in its list, weak or strong, or with "*". A header that is
// no such list names nothing.
bool names_tag(std::string_view if_none_match, std::string_view tag);

}  // namespace gongshi

#endif  // INTAKE_HTTP_ENTITY_TAG_H_
