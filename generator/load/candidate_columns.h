// The columns that candidates.csv may have, and which of them readers may see (DOMAIN 1.6).
#ifndef GENERATOR_LOAD_CANDIDATE_COLUMNS_H_
#define GENERATOR_LOAD_CANDIDATE_COLUMNS_H_

#include <span>
#include <string_view>

namespace gongshi {

// Columns of class NEVER are not here: a file that has one is an error ("forbidden-column").
enum class ColumnClass {
  Public,    // PUB: on the page
  Optional,  // OPT: on the page when the campaign's public_fields name it
  Internal,  // INT: the checks read it, no page shows it
};

struct CandidateColumn {
  std::string_view name;   // the header in candidates.csv
  std::string_view title;  // the Chinese name, for pages and messages
  ColumnClass kind = ColumnClass::Public;
};

// In the order in which a page shows them.
std::span<const CandidateColumn> candidate_columns();

// Null when there is none of that name.
const CandidateColumn* find_candidate_column(std::string_view name);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_CANDIDATE_COLUMNS_H_
