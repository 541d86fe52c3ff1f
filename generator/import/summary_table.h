// A 推荐对象汇总表, as offices send it up, becomes candidates: the header row is found below its
// titles, columns that must not be public stay behind, the others get the names that candidates.csv
// has for them (DOMAIN 1.6, 4.5). Pure.
#ifndef GENERATOR_IMPORT_SUMMARY_TABLE_H_
#define GENERATOR_IMPORT_SUMMARY_TABLE_H_

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "generator/load/campaign.h"
#include "generator/notice/error.h"
#include "generator/scan/workbook_sheets.h"

namespace gongshi {

struct ImportedCandidate {
  AwardKind kind = AwardKind::Individual;
  // By column name; never blank, and "name" is always there. As written, but for what
  // cell_repair.h mends.
  std::map<std::string, std::string, std::less<>> cells;
};

struct SummaryTable {
  std::vector<ImportedCandidate> candidates;  // in the order of the rows
  // Chinese sentences: what was dropped, not known or left out, and where. They name headers and
  // places, never a value.
  std::vector<std::string> remarks;
};

// Every table of every sheet that is not hidden; a sheet may hold several, one below the other.
//
// A header row names candidates and has two known columns more. Each row below it with a name is a
// candidate, until a note (注：…), 联系人：… or the next header row; a row with nothing but its
// number is none. Two headers with one meaning share a column, with ， between their texts. A cell
// in which scan_text() finds personal data is left blank. 推荐单位：… above a table is its rows'
// recommended_by, unless they have one of their own.
//
// Invalid, naming `file`, when no sheet has a header row.
Result<SummaryTable> read_summary_table(const std::string& file,
                                        std::span<const WorkbookSheet> sheets);

}  // namespace gongshi

#endif  // GENERATOR_IMPORT_SUMMARY_TABLE_H_
