#include "generator/import/candidates_csv.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "generator/load/candidate_columns.h"

namespace gongshi {
namespace {

// RFC 4180: a field with a comma, a quote or a line end stands in quotes.
std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + "\"";
}

std::vector<std::string_view> filled_columns(std::span<const ImportedCandidate> candidates) {
  std::vector<std::string_view> columns;
  for (const CandidateColumn& column : candidate_columns()) {
    const bool filled = std::ranges::any_of(candidates, [&](const ImportedCandidate& candidate) {
      return candidate.cells.contains(column.name);
    });
    if (filled) columns.push_back(column.name);
  }
  return columns;
}

}  // namespace

std::string candidates_csv(std::span<const ImportedCandidate> candidates,
                           const ImportAwards& awards) {
  const std::vector<std::string_view> columns = filled_columns(candidates);
  std::string csv = "id,award";
  for (const std::string_view column : columns) csv.append(",").append(column);
  csv += '\n';
  std::map<std::string, int> numbers;
  for (const ImportedCandidate& candidate : candidates) {
    const bool is_collective = candidate.kind == AwardKind::Collective;
    const std::string& award = is_collective ? awards.collective : awards.individual;
    csv.append(award).append("-").append(std::to_string(++numbers[award]));
    csv.append(",").append(award);
    for (const std::string_view column : columns) {
      const auto cell = candidate.cells.find(column);
      csv += ',';
      if (cell != candidate.cells.end()) csv += csv_field(cell->second);
    }
    csv += '\n';
  }
  return csv;
}

}  // namespace gongshi
