// The redacted copy (遮盖副本): what an objector wrote, for those who work on the case and need not
// know who wrote it: who investigates, who reviews, and the file that is handed over. It is a
// document of its own beside the original, which stays as it came in and is never written over; a
// case may have several copies, and the newest counts. What the side that the objection is about
// gets to read is the paraphrase (paraphrase.h): a redacted copy still has the objector's own words
// and never goes there (DOMAIN Q14).
//
// What is promised of a copy that was kept:
//   - it only removes: with something in the place of each ■■, and blanks and line ends apart, it
//   is
//     the original, letter by letter and in its order. No word is put into anybody's mouth, and
//     whatever is gone is marked;
//   - ■■ is always two characters, whatever stood there, so that its length tells nothing;
//   - neither the objector's name or unit, contact or receipt number, nor those of who objected to
//     the same in its group, nor what the search for personal data finds (generator/scan/scanner.h)
//     stands in it, however it is typed.
// Nothing else is promised: that nobody is known by what was left, a person looks after.
//
// No leaf of the log tells of a copy, as of no paraphrase: it decides nothing. It stays out of the
// papers of a closing (intake/papers), which hold nothing that anybody wrote and open without a
// key, and out of the files that are taken out: a picture cannot be looked through. Pure.
#ifndef INTAKE_DESK_REDACTION_H_
#define INTAKE_DESK_REDACTION_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/error.h"
#include "generator/notice/manifest.h"
#include "intake/desk/case_file.h"

namespace gongshi {

inline constexpr std::string_view kMask = "■■";

// An objection and nine supplements, each as long as it may be (filing/limits.h). Whoever has more
// masks whole supplements.
inline constexpr std::size_t kRedactedCopyLengthMax = 50'000;  // code points

// Every function takes an open `file` (open_case() with keys), of which nothing was erased.

// What a copy is made of: the objection, then what its objector added, with an empty line between
// them. Corrupt when its record cannot be read.
Result<std::string> original_text(const CaseFile& file);

// The original with ■■ for all that the program itself finds: what must not stand in a copy, and
// the days and times at which something came in, which may. `together` are the others of its group
// (company_of()), and `notice` the one that they are about. For a person to go on with. Keeps the
// promise above. Corrupt when a record cannot be read.
Result<std::string> proposed_redaction(const CaseFile& file, std::span<const CaseFile> together,
                                       const ManifestNotice& notice);

// Every reason why `copy` is none, each one Chinese sentence. Corrupt when a record cannot be read.
Result<std::vector<std::string>> what_forbids_copy(const CaseFile& file,
                                                   std::span<const CaseFile> together,
                                                   const ManifestNotice& notice,
                                                   std::string_view copy);

// With kMask for every row of ■, however long, and for several with blanks between them.
std::string with_equal_masks(std::string_view copy);

// Oldest first. Valid as long as the case file is.
std::vector<const ObjectionEvent*> redactions(const CaseFile& file);

}  // namespace gongshi

#endif  // INTAKE_DESK_REDACTION_H_
