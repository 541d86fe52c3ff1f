#include "intake/verify/papers_check.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "generator/notice/digest.h"
#include "intake/log/leaf.h"
#include "intake/log/receipt_proof.h"
#include "intake/package/paper_files.h"
#include "intake/package/paper_names.h"
#include "intake/package/zip_package.h"
#include "intake/verify/closing_check.h"
#include "intake/verify/closing_record_file.h"

namespace gongshi {
namespace {

constexpr std::string_view kNeeded[] = {kReportName,        kRegisterWorkbookName,
                                        kRegisterTableName, kClosingRecordName,
                                        kClosingProofName,  kClosingCheckpointName};

// The file of that name, "" when there is none.
std::string_view text_of(const PaperFiles& files, std::string_view name) {
  const auto file = files.find(std::string(name));
  return file == files.end() ? std::string_view() : file->second;
}

// Takes the list of digests out of `files`.
void check_list(PaperFiles& files, Verdict& verdict) {
  const auto node = files.extract(std::string(kHashListName));
  if (node.empty()) return verdict.deny(fmt::format("缺少摘要清单“{}”。", kHashListName));
  std::vector<std::string> problems = compare_with_hash_list(files, node.mapped());
  for (const std::string_view name : kNeeded) {
    if (!files.contains(std::string(name))) problems.push_back(fmt::format("缺少“{}”", name));
  }
  for (const std::string& problem : problems) verdict.deny(problem + "。");
  if (!problems.empty()) return;
  verdict.say(fmt::format("成立：{} 个文件都与摘要清单一致。", files.size()));
}

void check_page(const PaperFiles& files, const ClosingRecord& record, Verdict& verdict) {
  const std::string folder = fmt::format("{}notices/{}/", kOriginalFolder, record.notice.text());
  const std::string_view page = text_of(files, folder + "index.html");
  if (hex(sha256(page)) != record.page_sha256) {
    return verdict.deny("公示原件里的公示页与办结记录里的摘要不一致，不是公示期间的那一页。");
  }
  const std::string attachments = folder + "attachments/";
  std::size_t count = 0;
  for (auto file = files.lower_bound(attachments);
       file != files.end() && file->first.starts_with(attachments); ++file, ++count) {
    if (page.find(hex(sha256(file->second))) == std::string_view::npos) {
      verdict.deny(fmt::format("公示页没有列出“{}”的摘要，附件被换过。", file->first));
    }
  }
  if (verdict.holds) {
    verdict.say(fmt::format("成立：公示原件就是办结记录所指的那一页{}。",
                            count == 0 ? "" : fmt::format("，连同 {} 个附件", count)));
  }
}

void check_proof(const PaperFiles& files, const NoteVerifier& key, Verdict& verdict) {
  const Result<ReceiptProof> proof = parse_proof(text_of(files, kClosingProofName));
  if (!proof) return verdict.deny("办结证明的写法不对，或者已被改动。");
  if (!verify_proof(*proof, key)) {
    return verdict.deny(
        fmt::format("办结证明不成立：不是日志 {} 用这把公钥签名的，或者已被改动。", key.name()));
  }
  const Result<Leaf> leaf = parse_leaf(key.name(), proof->leaf);
  const auto* closed = leaf ? std::get_if<ClosedLeaf>(&*leaf) : nullptr;
  if (closed == nullptr || closed->record_sha256 != sha256(text_of(files, kClosingRecordName))) {
    return verdict.deny("日志里登记的不是这份办结记录，或者记录在登记之后被改动过。");
  }
  verdict.say(fmt::format("成立：日志 {} 的第 {} 条登记了这份办结记录（{}）。", key.name(),
                          proof->index, to_text(closed->date)));
}

void check_record(const PaperFiles& files, const ClosingRecord& record, const NoteVerifier& key,
                  const ReplayedLog* log, Verdict& verdict) {
  Verdict closing = check_closing(text_of(files, kClosingRecordName), key,
                                  {.own_index = std::nullopt, .log = log});
  verdict.holds = verdict.holds && closing.holds;
  // The proof among the papers says more than that nobody looked.
  if (log == nullptr && closing.holds) closing.sentences.pop_back();
  for (std::string& sentence : closing.sentences) verdict.say(std::move(sentence));
  if (text_of(files, kClosingCheckpointName) != record.checkpoint) {
    verdict.deny(fmt::format("“{}”不是办结记录里的检查点。", kClosingCheckpointName));
  }
}

void check_bytes(std::string_view zip, const PaperFiles& files, Instant at, Verdict& verdict) {
  const Result<std::string> again = pack(files, at);
  if (again && *again == zip) return;
  verdict.deny(
      "压缩包不是办公室写出的原样：重新打过包，或者有字节被改动。要核对里面的文件，解压后运行 "
      "sha256sum -c SHA256SUMS。");
}

}  // namespace

Verdict check_papers(std::string_view zip, const NoteVerifier& key, const ReplayedLog* log) {
  Verdict verdict;
  const Result<PaperFiles> unpacked = unpack(zip);
  if (!unpacked) {
    verdict.deny(fmt::format("这不是公示文书包，或者已被改动：{}。", unpacked.error().message));
    return verdict;
  }
  PaperFiles files = *unpacked;
  check_list(files, verdict);
  const Result<ClosingRecord> record = read_closing_record(text_of(files, kClosingRecordName));
  if (!record) {
    verdict.deny("办结记录读不懂，或者已被改动：" + record.error().message);
    return verdict;
  }
  check_page(files, *record, verdict);
  check_proof(files, key, verdict);
  check_record(files, *record, key, log, verdict);
  check_bytes(zip, *unpacked, record->closed_at, verdict);
  if (log == nullptr) {
    verdict.say("没有取公布的日志：加上 --from 还能核对列出的异议和各种结论。");
  }
  verdict.say("报告和登记表由办公室写成，日志只为办结记录和公示页作证。");
  return verdict;
}

}  // namespace gongshi
