#include "intake/office/statement_request.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/notice/json.h"
#include "generator/notice/utf8.h"
#include "intake/desk/paraphrase.h"

namespace gongshi {
namespace {

Json paragraphs_of(std::string_view text) {
  Json paragraphs = Json::array();
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (!trim_blanks(line).empty()) paragraphs.push_back(std::string(trim_blanks(line)));
  }
  return paragraphs;
}

Json describe_candidate(const ManifestCandidate* candidate) {
  if (candidate == nullptr) return false;
  return {{"name", candidate->name}, {"unit", candidate->unit}, {"award", candidate->award}};
}

}  // namespace

Result<std::string> statement_request(const TemplateSet& templates, const Manifest& site,
                                      const CaseFile& file) {
  const std::string& number = file.objection.number;
  const ObjectionEvent* const paraphrase = newest_paraphrase(file);
  if (paraphrase == nullptr || file.objection.erased) {
    return failure(ErrorKind::Conflict,
                   fmt::format("异议 {} 没有转述，没有可以印的；请先登记转述", number));
  }
  const NewObjection& filed = file.objection.filed;
  const ManifestNotice* const notice = site.find(filed.notice);
  if (notice == nullptr) {
    return failure(
        ErrorKind::NotFound,
        fmt::format("网站上没有公示“{}”，请先生成网站（gongshi build）", filed.notice.text()));
  }
  return templates.render_paper(
      "statement-request",
      {{"title", templates.message("statement_request.title")},
       {"notice", {{"title", notice->title}, {"publisher", notice->publisher}}},
       {"candidate",
        describe_candidate(filed.candidate.empty() ? nullptr : notice->find(filed.candidate))},
       {"paragraphs", paragraphs_of(paraphrase->text)},
       {"due", chinese_date(*paraphrase->due)}});
}

}  // namespace gongshi
