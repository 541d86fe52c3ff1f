// R25: everybody can read a page, with eyes or ears, and nobody else learns of it.
//
//   image-without-text     a picture has no words for those who do not see it
//   image-from-elsewhere   a picture would come from another host
//   link-without-text      a link has no words to follow it by
//   raw-html               HTML in a text: readers see the characters that were typed
#ifndef GENERATOR_CHECK_MEDIA_H_
#define GENERATOR_CHECK_MEDIA_H_

#include "generator/load/content.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

// In every text that becomes a page: notices, pages, criteria, decrees and deeds.
void check_media(const Content& content, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_MEDIA_H_
