// R25: what the law wants in the footer of a government site (DOMAIN 4.2).
//
//   site-metadata-missing   the footer lacks ICP备案号 or 网站标识码
#ifndef GENERATOR_CHECK_SITE_METADATA_H_
#define GENERATOR_CHECK_SITE_METADATA_H_

#include "generator/load/site.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

// Said once for the site. Silent below .example: nobody can publish there, and a demonstration must
// not invent numbers.
void check_site_metadata(const Site& site, Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_SITE_METADATA_H_
