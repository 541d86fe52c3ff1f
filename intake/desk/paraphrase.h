// A paraphrase (转述): what the side that an objection is about gets to read, so that it can answer
// to the facts. Never the objection itself: not its words, nor what tells who wrote it or when
// (DOMAIN Q14, R18; 信访工作条例 30, 46). The office writes it anew; here is what it must not hold.
// Pure.
#ifndef INTAKE_DESK_PARAPHRASE_H_
#define INTAKE_DESK_PARAPHRASE_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/error.h"
#include "generator/notice/manifest.h"
#include "intake/desk/case_file.h"

namespace gongshi {

// How many letters in a row, punctuation and blanks apart, it may have in common with what the
// objector wrote. Two people who write of one thing share terms, posts and figures, which are
// shorter; a clause of somebody else's, by which a hand is known, is longer.
inline constexpr std::size_t kSharedLettersMax = 12;

// Every reason why `text` may not go to the other side, each one Chinese sentence; none means that
// nothing was found, not that nothing is there: a person still reads it first. However it is typed
// (generator/notice/folded_text.h), it holds
//   - more than kSharedLettersMax letters in a row of what the objector wrote, then or later;
//   - the objector's name or unit, or a part of the contact;
//   - the receipt number;
//   - the day (6月22日, 六月二十二日, 2017-06-22) or the time of day at which the objector filed or
//     added something.
// The same of each of `together`, the objections with which it is handled (grouping.h), and the
// sentence names which. What the notice itself publishes, names, units, awards and its title, may
// stand there all the same and does not count. All are open (open_case() with keys), and `notice`
// is the one that they are about; of what was erased nothing is known. Corrupt when a record cannot
// be read.
Result<std::vector<std::string>> what_gives_away(const CaseFile& file,
                                                 std::span<const CaseFile> together,
                                                 const ManifestNotice& notice,
                                                 std::string_view text);

// The newest one, or null while there is none. Valid as long as the case file is.
const ObjectionEvent* newest_paraphrase(const CaseFile& file);

}  // namespace gongshi

#endif  // INTAKE_DESK_PARAPHRASE_H_
