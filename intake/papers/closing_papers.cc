#include "intake/papers/closing_papers.h"

#include <fmt/format.h>

#include <optional>
#include <utility>
#include <vector>

#include "generator/notice/digest.h"
#include "intake/log/note_key.h"
#include "intake/log/receipt_proof.h"
#include "intake/package/paper_files.h"
#include "intake/package/paper_names.h"
#include "intake/package/zip_package.h"
#include "intake/papers/published_notice.h"
#include "intake/papers/register_table.h"
#include "intake/papers/register_workbook.h"
#include "intake/papers/report_page.h"
#include "intake/verify/closing_record_file.h"
#include "intake/verify/papers_check.h"

namespace gongshi {
namespace {

// What the register and the log have of a closing.
struct ClosedNotice {
  std::string toml;
  ClosingRecord record;
  std::string proof_text;
  ReceiptProof proof;
  NoteVerifier log;
  std::vector<CaseFile> cases;
};

Result<ClosedNotice> read_closed(const Register& reg, const NoticeId& notice) {
  const Result<std::optional<std::string>> toml = reg.closing(notice);
  if (!toml) return tl::unexpected(toml.error());
  if (!toml->has_value()) {
    return failure(
        ErrorKind::NotFound,
        fmt::format("公示“{}”还没有办结；先用 gongshi-desk close 办结，再取文书", notice.text()));
  }
  Result<ClosingRecord> record = read_closing_record(**toml);
  if (!record) return tl::unexpected(record.error());
  Result<std::string> text = reg.closing_proof(notice);
  if (!text) return tl::unexpected(text.error());
  Result<ReceiptProof> proof = parse_proof(*text);
  if (!proof) return tl::unexpected(proof.error());
  Result<NoteVerifier> log = NoteVerifier::parse(reg.verifier_key());
  if (!log) return tl::unexpected(log.error());
  Result<std::vector<CaseFile>> cases = list_cases(reg, notice);
  if (!cases) return tl::unexpected(cases.error());
  return ClosedNotice{.toml = **toml,
                      .record = std::move(*record),
                      .proof_text = std::move(*text),
                      .proof = std::move(*proof),
                      .log = std::move(*log),
                      .cases = std::move(*cases)};
}

Result<void> add(PaperFiles& files, std::string_view name, Result<std::string> bytes) {
  if (!bytes) return tl::unexpected(bytes.error());
  files.emplace(name, std::move(*bytes));
  return {};
}

Result<void> add_made(const ClosedNotice& closed, const ManifestNotice& notice,
                      const ManifestSite& site, const TemplateSet& templates, PaperFiles& files) {
  const RegisterTable table = register_table(notice, closed.record, closed.cases);
  files.emplace(kRegisterTableName, register_csv(table));
  const ReportMatter matter{.site = site,
                            .notice = notice,
                            .record = closed.record,
                            .record_sha256 = hex(sha256(closed.toml)),
                            .log = closed.log.name(),
                            .leaf_index = closed.proof.index};
  return add(files, kReportName, report_page(templates, matter)).and_then([&] {
    return add(files, kRegisterWorkbookName,
               register_workbook(table, {.title = notice.title + " 异议登记表",
                                         .author = notice.publisher,
                                         .at = closed.record.closed_at}));
  });
}

// What the office hands out has passed the check that its readers will make.
Result<std::string> checked(Result<std::string> zip, const NoteVerifier& log) {
  if (!zip) return zip;
  const Verdict verdict = check_papers(*zip, log, nullptr);
  if (verdict.holds) return zip;
  std::string complaints;
  for (const std::string& sentence : verdict.sentences) {
    if (sentence.starts_with("不成立")) complaints += sentence;
  }
  return failure(ErrorKind::Corrupt,
                 fmt::format("文书没有写出，因为通不过核验：{}请用 gongshi-intake check 检查登记簿",
                             complaints));
}

}  // namespace

Result<std::string> closing_papers(const Register& reg, const NoticeId& notice,
                                   const PublishedSite& site, const TemplateSet& templates) {
  const ManifestNotice* published = site.manifest.find(notice);
  if (published == nullptr) {
    return failure(ErrorKind::NotFound,
                   fmt::format("网站里没有公示“{}”；请核对 --notice 和 --site", notice.text()));
  }
  const Result<ClosedNotice> closed = read_closed(reg, notice);
  if (!closed) return tl::unexpected(closed.error());
  Result<PaperFiles> files = published_notice(site.folder, *published, closed->record);
  if (!files) return tl::unexpected(files.error());
  files->emplace(kClosingRecordName, closed->toml);
  files->emplace(kClosingCheckpointName, closed->record.checkpoint);
  files->emplace(kClosingProofName, closed->proof_text);
  const Result<void> made = add_made(*closed, *published, site.manifest.site, templates, *files);
  if (!made) return tl::unexpected(made.error());
  files->emplace(kHashListName, hash_list(*files));
  return checked(pack(*files, closed->record.closed_at), closed->log);
}

}  // namespace gongshi
