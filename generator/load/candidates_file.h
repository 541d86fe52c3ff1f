// campaigns/<campaign>/candidates.csv and deeds/<candidate>.md.
//
//   id,award,name,unit,post,level,recommended_by
//   zhou-fangzhi,geren,周方志,山西省信访局,督查处处长,,山西省信访局
//
// The first line names the columns (candidate_columns.h), in any order; id, award and name must be
// there and filled in, the others may be absent or empty. Any other column is "unknown-column", or
// "forbidden-column" when its values must never be public (scan/forbidden_header.h). "consulted"
// and "honours" are lists with ； between the items; "candidacy" is empty, reserve or cancelled.
// UTF-8 with or without a byte order mark, or GB18030, as spreadsheets save it; csv.h says what a
// cell may hold. Cells are stored as written, blanks included.
#ifndef GENERATOR_LOAD_CANDIDATES_FILE_H_
#define GENERATOR_LOAD_CANDIDATES_FILE_H_

#include <string>

#include "generator/load/campaign.h"
#include "generator/load/source_tree.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

// Fills campaign.candidates, in the order of the rows. Requires the campaign's awards. A row
// without a usable id, or with one that an earlier row has, is left out. `folder` is the
// campaign's, with a slash at the end.
void load_candidates(const SourceTree& tree, const std::string& folder, Campaign& campaign,
                     Diagnostics& problems);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_CANDIDATES_FILE_H_
