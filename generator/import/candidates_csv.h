// candidates.csv, written.
#ifndef GENERATOR_IMPORT_CANDIDATES_CSV_H_
#define GENERATOR_IMPORT_CANDIDATES_CSV_H_

#include <span>
#include <string>

#include "generator/import/summary_table.h"

namespace gongshi {

// The awards that collectives and persons are proposed for.
struct ImportAwards {
  std::string collective = "collective";
  std::string individual = "individual";
};

// id, award and name, then every column that some candidate fills, in the order of
// candidate_columns(); UTF-8 with LF, as candidates_file.h reads it. The id is the award's with a
// number that counts its candidates: collective-1, individual-2. The same table has the same ids.
std::string candidates_csv(std::span<const ImportedCandidate> candidates,
                           const ImportAwards& awards);

}  // namespace gongshi

#endif  // GENERATOR_IMPORT_CANDIDATES_CSV_H_
