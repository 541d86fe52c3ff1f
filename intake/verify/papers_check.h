// Checks the papers of a closed notice (package/paper_names.h): that each file is as the list of
// digests says, that the record is the one that the log holds, and that the page among them is the
// one that the record names.
//
// What no log attests it says: report and register are the office's words.
#ifndef INTAKE_VERIFY_PAPERS_CHECK_H_
#define INTAKE_VERIFY_PAPERS_CHECK_H_

#include <cstddef>
#include <string_view>

#include "intake/log/note_key.h"
#include "intake/verify/replayed_log.h"
#include "intake/verify/verdict.h"

namespace gongshi {

// Room for a notice's page and ten attachments of the largest kind (32 MiB), and for a register of
// some hundred thousand lines.
inline constexpr std::size_t kPapersBytesMax = std::size_t{512} * 1024 * 1024;

// `zip` is the package as the desk wrote it: one that was packed again holds the same words and is
// refused all the same, because no byte is free (package/zip_package.h). `log` is compared too when
// it is given; without it the proof in the package stands for it, and the verdict says so.
Verdict check_papers(std::string_view zip, const NoteVerifier& key, const ReplayedLog* log);

}  // namespace gongshi

#endif  // INTAKE_VERIFY_PAPERS_CHECK_H_
