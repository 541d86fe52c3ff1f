#include "intake/office/statement_request.h"

#include <fmt/format.h>

#include "generator/notice/json.h"
#include "intake/desk/paraphrase.h"
#include "intake/office/paper_parts.h"

namespace gongshi {
Result<std::string> statement_request(const TemplateSet& templates, const Manifest& site,
                                      const CaseFile& file) {
  const std::string& number = file.objection.number;
  const ObjectionEvent* const paraphrase = newest_paraphrase(file);
  if (paraphrase == nullptr || file.objection.erased) {
    return failure(ErrorKind::Conflict,
                   fmt::format("异议 {} 没有转述，没有可以印的；请先登记转述", number));
  }
  const Result<const ManifestNotice*> notice = notice_of(site, file);
  if (!notice) return tl::unexpected(notice.error());
  return templates.render_paper(
      "statement-request",
      {{"title", templates.message("statement_request.title")},
       {"notice", {{"title", (*notice)->title}, {"publisher", (*notice)->publisher}}},
       {"candidate", describe_candidate_of(**notice, file)},
       {"paragraphs", paragraphs_of(paraphrase->text)},
       {"due", chinese_date(*paraphrase->due)}});
}

}  // namespace gongshi
