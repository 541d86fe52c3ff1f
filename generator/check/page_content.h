// R6: a notice shows its basis, its candidates and who they are. That its conditions and deeds are
// there is the loader's to say: without them a file is missing.
//
//   page-content-basis        the campaign of a notice names no document that it rests on
//   page-content-candidates   a notice lists nobody
//   page-content-unit         a person has no unit
#ifndef GENERATOR_CHECK_PAGE_CONTENT_H_
#define GENERATOR_CHECK_PAGE_CONTENT_H_

#include "generator/load/content.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

void check_page_content(const Content& content, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_PAGE_CONTENT_H_
