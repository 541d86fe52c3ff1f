// A collective or a person proposed for an award: one row of candidates.csv, and the deeds.
#ifndef GENERATOR_LOAD_CANDIDATE_H_
#define GENERATOR_LOAD_CANDIDATE_H_

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/identifier.h"

namespace gongshi {

// A reserve (差额、后备) is published with the others but uses none of the quota, and the page says
// which it is (DOMAIN I4). A cancelled one was proposed and is no longer (I13).
enum class Candidacy { Proposed, Reserve, Cancelled };

// Where a cell of candidates.csv stands. The column's name is that of candidate_columns().
struct CandidateCell {
  std::string_view column;
  int line = 0;
  int at = 0;  // the column on that line, in code points
};

struct Candidate {
  CandidateId id;
  AwardId award;
  std::string name;            // as written: a person's or a collective's
  std::string unit;            // where a person works; empty for a collective
  std::string post;            // 职务
  std::string recommended_by;  // 推荐单位, as the quota table spells it
  Candidacy candidacy = Candidacy::Proposed;

  // The basic facts (基本情况), by column name ("nature", "level"); blank cells are absent. Whether
  // one is shown is the campaign's public_fields (DOMAIN 1.6, class OPT).
  std::map<std::string, std::string, std::less<>> facts;

  // What the office confirmed and counts with. Never shown (class INT).
  std::optional<int> rank;             // 排序 within the recommending unit
  std::optional<int> tenure_years;     // how long in this work, as confirmed
  std::optional<Date> clean_since;     // no violations since, as confirmed
  std::vector<std::string> consulted;  // the organs that gave their opinion
  std::string consulted_by;            // who carried the consultation form
  std::string quota_exemption;         // why this one uses none of the quota; empty: it does
  std::string performance;             // 综合表现

  std::string deeds;                 // deeds/<id>.md as written; empty when the file is missing
  Place place;                       // the row of candidates.csv
  std::vector<CandidateCell> cells;  // where each of its cells stands
  Place deeds_place;                 // the first line of the deeds file

  // "" when the fact was not given.
  const std::string& fact(std::string_view column) const;
  // For diagnostics: where the column's cell stands; the row when there is no such column.
  Place place_of(std::string_view column) const;
};

// What stands between the items of a list in one cell.
inline constexpr std::string_view kListMark = "；";

// The items of such a cell, without the blanks around them; empty ones are dropped.
std::vector<std::string> split_list(std::string_view text);

}  // namespace gongshi

#endif  // GENERATOR_LOAD_CANDIDATE_H_
