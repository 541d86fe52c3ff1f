// 公示情况报告: one HTML file that stands alone and prints on A4 after GB/T 9704. Its words are in
// site-templates/papers/report.mustache.
#ifndef INTAKE_PAPERS_REPORT_PAGE_H_
#define INTAKE_PAPERS_REPORT_PAGE_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "generator/notice/closing_record.h"
#include "generator/notice/error.h"
#include "generator/notice/manifest.h"
#include "site-templates/template_set.h"

namespace gongshi {

struct ReportMatter {
  const ManifestSite& site;
  const ManifestNotice& notice;
  const ClosingRecord& record;
  std::string record_sha256;     // of closing.toml
  std::string log;               // the log's name
  std::uint64_t leaf_index = 0;  // of its leaf about the closing
};

// Everything that it states is the record's; the notice lends names and words. Numbers alone of
// those who objected (DOMAIN I10). Invalid when the template asks for what is not there, or when
// the address does not fit into a QR code.
Result<std::string> report_page(const TemplateSet& templates, const ReportMatter& matter);

}  // namespace gongshi

#endif  // INTAKE_PAPERS_REPORT_PAGE_H_
