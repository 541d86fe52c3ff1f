#include "generator/check/attachments.h"

#include <fmt/format.h>

#include "generator/check/finding_report.h"
#include "generator/check/rules.h"
#include "generator/load/file_type.h"
#include "generator/scan/document_text.h"
#include "generator/scan/source_text.h"

namespace gongshi {
namespace {

constexpr std::string_view kOwnName = "文件名";  // the locus of a document's own name

void check_type(const Place& place, const std::string& name, std::string_view bytes,
                Diagnostics& problems) {
  const FileType type = file_type_of(bytes);
  if (is_called_well(type, name)) return;
  report_rule(problems, place, "attachment-type-mismatch",
              fmt::format("“{}”的内容是 .{} 文件，扩展名却不是；请改正扩展名，或者换成正确的文件",
                          name, to_text(type)));
}

void check_part(const Place& place, const TextPart& part, Diagnostics& problems) {
  if (part.locus == kOwnName) return;
  for (const Finding& finding : scan_source(part.text, Zone::Page)) {
    report_finding(problems, place, finding, locus_at(part, finding.offset));
  }
}

void report_remark(const Place& place, const Remark& remark, Diagnostics& problems) {
  const bool is_unseen = remark.kind == RemarkKind::Unseen;
  report_rule(problems, place, is_unseen ? "attachment-unseen" : "photo-location",
              remark.locus.empty() ? remark.sentence
                                   : fmt::format("{}：{}", remark.locus, remark.sentence));
}

}  // namespace

void check_attachment(const Place& place, const std::string& name, std::string_view bytes,
                      Diagnostics& problems) {
  check_type(place, name, bytes, problems);
  const auto document = document_text(name, bytes);
  if (!document) {
    report_rule(problems, place, "attachment-unreadable", document.error().message);
    return;
  }
  for (const TextPart& part : document->parts) check_part(place, part, problems);
  for (const Remark& remark : document->remarks) report_remark(place, remark, problems);
}

}  // namespace gongshi
