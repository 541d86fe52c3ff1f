// The record of an objection: the exact text that the log commits to, that the objector takes home
// and that the desk reads. Two sides can only agree on bytes, so the format is frozen:
//
//   gongshi/objection/v1
//   notice: shanxi-2017-xinfang-provincial
//   candidate:                                  (nothing after the colon: the whole notice)
//   medium: online
//   received: 2017-06-22T09:00:00+08:00
//   late: yes                                   (only on a form that came in after the window)
//   grounds: facts
//   identity: named
//   name: 李·示例                               (nothing after the colon when anonymous)
//   contact: 0351-0000000
//   evidence: 4b45…c0a1 24576 pdf 会议记录.pdf    (one for each file, none without: SHA-256 of the
//                                               file, its bytes, its type, its name)
//
//   公示材料所列数据与实际不符。
//
// Lines end in LF. The header lines stand in this order, each once but for evidence; "key: value",
// or "key:" when there is no value. After the empty line the statement follows as it was written,
// and one LF more. Header values hold no LF, and the statement is last: nothing that an objector
// writes can look like a header. JSON was considered and dropped: it has no one spelling, and
// people read this.
#ifndef INTAKE_FILING_RECORD_H_
#define INTAKE_FILING_RECORD_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/closing_record.h"
#include "generator/notice/digest.h"
#include "generator/notice/error.h"
#include "intake/filing/evidence.h"
#include "intake/filing/objection.h"
#include "intake/register/evidence_files.h"

namespace gongshi {

// What the commitment covers of a file: whoever holds the file and the receipt can tell that they
// belong together.
struct RecordedFile {
  Sha256 sha256{};
  std::uint64_t size = 0;  // 1 to kEvidenceBytesMax
  EvidenceType type = EvidenceType::Text;
  std::string name;  // as evidence_name() makes it

  bool operator==(const RecordedFile&) const = default;
};

struct Record {
  Objection objection;
  Medium medium = Medium::Online;
  Instant received_at;
  bool late = false;                        // opened in the window and sent after it
  std::vector<RecordedFile> evidence = {};  // in the order of attaching, at most kEvidenceCountMax

  bool operator==(const Record&) const = default;
};

// What the record says of the register's files.
std::vector<RecordedFile> describe_evidence(const std::vector<EvidenceFile>& files);

// Deterministic, and different records give different texts.
std::string write_record(const Record& record);

// The inverse: accepts exactly what write_record() writes. Corrupt for anything else, with a
// sentence that names the line.
Result<Record> read_record(std::string_view text);

}  // namespace gongshi

#endif  // INTAKE_FILING_RECORD_H_
