// What the files are called that an office takes out about a closed notice (公示文书). The desk
// writes them, the verifier looks for them; nobody else may spell a name.
#ifndef INTAKE_PACKAGE_PAPER_NAMES_H_
#define INTAKE_PACKAGE_PAPER_NAMES_H_

#include <string_view>

namespace gongshi {

inline constexpr std::string_view kReportName = "公示情况报告.html";
inline constexpr std::string_view kRegisterWorkbookName = "异议登记表.xlsx";
inline constexpr std::string_view kRegisterTableName = "异议登记表.csv";
// The site's files as they were published, below their own paths, so that they open as they did.
inline constexpr std::string_view kOriginalFolder = "公示原件/";
inline constexpr std::string_view kClosingRecordName = "办结记录/closing.toml";
// The log's signed head that stands in the record, as a file for other people's programs.
inline constexpr std::string_view kClosingCheckpointName = "办结记录/checkpoint";
// That the log holds the record: the proof of its `closed` leaf.
inline constexpr std::string_view kClosingProofName = "办结记录/closing.tlog-proof";
// The digests of all others, as `sha256sum -c` reads them.
inline constexpr std::string_view kHashListName = "SHA256SUMS";

}  // namespace gongshi

#endif  // INTAKE_PACKAGE_PAPER_NAMES_H_
