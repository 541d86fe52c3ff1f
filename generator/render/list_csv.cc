#include "generator/render/list_csv.h"

#include <algorithm>

#include "generator/load/candidate_columns.h"
#include "generator/notice/spreadsheet_csv.h"
#include "generator/render/candidate_view.h"
#include "generator/render/notice_view.h"

namespace gongshi {
namespace {

std::vector<const CandidateColumn*> chosen_columns(const Campaign& campaign) {
  std::vector<const CandidateColumn*> chosen;
  const auto& fields = campaign.public_fields;
  for (const CandidateColumn& column : candidate_columns()) {
    if (column.kind == ColumnClass::Optional &&
        std::ranges::find(fields, column.name) != fields.end()) {
      chosen.push_back(&column);
    }
  }
  return chosen;
}

std::string title_of(std::string_view column) {
  return std::string(find_candidate_column(column)->title);
}

CsvCells headings(const SiteModel& site, const std::vector<const CandidateColumn*>& chosen) {
  CsvCells cells;
  for (const char* column : {"id", "award", "name", "unit", "post", "recommended_by"}) {
    cells.push_back(title_of(column));
  }
  cells.push_back(site.templates.message("list.standing"));
  for (const CandidateColumn* column : chosen) cells.emplace_back(column->title);
  return cells;
}

CsvCells row_of(const SiteModel& site, const Notice& notice, const Award& award,
                const Candidate& candidate, const std::vector<const CandidateColumn*>& chosen) {
  const bool removed = is_removed(candidate, notice);
  CsvCells cells = {
      candidate.id.text(),
      award.title,
      candidate.name,
      candidate.unit,
      candidate.post,
      candidate.recommended_by,
      removed ? site.templates.message("candidacy.removed") : reserve_mark(site, candidate)};
  for (const CandidateColumn* column : chosen) {
    cells.push_back(removed ? "" : candidate.fact(column->name));
  }
  return cells;
}

}  // namespace

std::string render_list_csv(const SiteModel& site, const Notice& notice) {
  const Campaign& campaign = site.campaign_of(notice);
  const auto chosen = chosen_columns(campaign);
  std::vector<CsvCells> rows = {headings(site, chosen)};
  for (const Group& group : groups_of(campaign, notice)) {
    for (const Candidate* candidate : group.candidates) {
      rows.push_back(row_of(site, notice, *group.award, *candidate, chosen));
    }
  }
  return spreadsheet_csv(rows);
}

}  // namespace gongshi
