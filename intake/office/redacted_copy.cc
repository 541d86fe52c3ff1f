#include "intake/office/redacted_copy.h"

#include <fmt/format.h>

#include <vector>

#include "generator/notice/json.h"
#include "intake/desk/redaction.h"
#include "intake/office/paper_parts.h"

namespace gongshi {

std::string_view to_text(CopyFormat format) { return format == CopyFormat::Page ? "page" : "text"; }

Result<std::string> redacted_copy(const TemplateSet& templates, const Manifest& site,
                                  const CaseFile& file, CopyFormat format) {
  const std::string& number = file.objection.number;
  const std::vector<const ObjectionEvent*> copies = redactions(file);
  if (copies.empty() || file.objection.erased) {
    return failure(ErrorKind::Conflict,
                   fmt::format("异议 {} 没有遮盖副本，没有可以取出的；请先登记遮盖副本", number));
  }
  const ObjectionEvent& newest = *copies.back();
  if (format == CopyFormat::Text) return newest.text + "\n";
  const Result<const ManifestNotice*> notice = notice_of(site, file);
  if (!notice) return tl::unexpected(notice.error());
  return templates.render_paper(
      "redacted-copy",
      {{"title", templates.message("redacted_copy.title")},
       {"notice", {{"title", (*notice)->title}, {"publisher", (*notice)->publisher}}},
       {"candidate", describe_candidate_of(**notice, file)},
       {"number", number},
       {"paragraphs", paragraphs_of(newest.text)},
       {"ordinal", std::to_string(copies.size())},
       {"by", newest.actor},
       {"at", chinese_instant(newest.at)}});
}

std::string redacted_copy_name(const CaseFile& file, CopyFormat format) {
  return fmt::format("遮盖副本-{}.{}", file.objection.number,
                     format == CopyFormat::Page ? "html" : "txt");
}

}  // namespace gongshi
