// The papers of a closed notice (公示文书): report, register, the notice as it was published, the
// closing record and the log's proof of it, in one package that anybody can check
// (verify/papers_check.h).
#ifndef INTAKE_PAPERS_CLOSING_PAPERS_H_
#define INTAKE_PAPERS_CLOSING_PAPERS_H_

#include <filesystem>
#include <string>

#include "generator/notice/error.h"
#include "generator/notice/identifier.h"
#include "generator/notice/manifest.h"
#include "intake/register/register.h"
#include "site-templates/template_set.h"

namespace gongshi {

struct PublishedSite {
  std::filesystem::path folder;
  Manifest manifest;  // what stands in it
};

// The bytes of the package. The same register, site and templates give the same bytes: the only
// time in it is that of the closing. Needs no key, since nothing that is sealed goes in.
//
// NotFound when the site has no such notice or the register no closing of it, Conflict when the
// site is not the one that was published (published_notice.h), Corrupt when what came out does not
// pass its own check, else what a part of it says.
Result<std::string> closing_papers(const Register& reg, const NoticeId& notice,
                                   const PublishedSite& site, const TemplateSet& templates);

}  // namespace gongshi

#endif  // INTAKE_PAPERS_CLOSING_PAPERS_H_
