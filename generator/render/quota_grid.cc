#include "generator/render/quota_grid.h"

#include <algorithm>

namespace gongshi {
namespace {

std::optional<int> number_of(const Quota& quota, QuotaKind kind) {
  return kind == QuotaKind::Awards ? quota.awards : quota.recommends;
}

std::vector<QuotaColumn> columns_of(const Campaign& campaign) {
  std::vector<QuotaColumn> columns;
  for (const Award& award : campaign.awards) {
    for (const QuotaKind kind : {QuotaKind::Awards, QuotaKind::Recommends}) {
      const auto allocates = [&](const Quota& quota) {
        return quota.award == award.id && number_of(quota, kind);
      };
      if (std::ranges::any_of(campaign.quotas, allocates)) columns.push_back({&award, kind});
    }
  }
  return columns;
}

QuotaRow& row_of(std::vector<QuotaRow>& rows, const Quota& quota, std::size_t width) {
  const auto same = [&](const QuotaRow& row) {
    return row.head->recommended_by == quota.recommended_by;
  };
  const auto found = std::ranges::find_if(rows, same);
  if (found != rows.end()) return *found;
  rows.push_back({.head = &quota, .cells = std::vector<std::optional<int>>(width)});
  return rows.back();
}

std::vector<QuotaRow> rows_of(const Campaign& campaign, const std::vector<QuotaColumn>& columns) {
  std::vector<QuotaRow> rows;
  for (const Quota& quota : campaign.quotas) {
    QuotaRow& row = row_of(rows, quota, columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (columns[i].award->id == quota.award) row.cells[i] = number_of(quota, columns[i].kind);
    }
  }
  return rows;
}

// How often the numbers of a quota count; nothing when nobody knows.
std::optional<int> times(const Quota& quota) {
  if (!quota.for_each_unit) return 1;
  if (quota.units.empty()) return std::nullopt;
  return static_cast<int>(quota.units.size());
}

std::optional<int> sum_of(const Campaign& campaign, const QuotaColumn& column) {
  int sum = 0;
  for (const Quota& quota : campaign.quotas) {
    if (quota.award != column.award->id) continue;
    const auto number = number_of(quota, column.kind);
    const auto how_often = times(quota);
    if (!number || !how_often) return std::nullopt;
    sum += *number * *how_often;
  }
  return sum;
}

std::optional<int> total_of(const Campaign& campaign, const QuotaColumn& column) {
  const auto sum = sum_of(campaign, column);
  if (sum || column.kind == QuotaKind::Recommends) return sum;
  return column.award->total;
}

}  // namespace

QuotaGrid quota_grid(const Campaign& campaign) {
  QuotaGrid table;
  table.columns = columns_of(campaign);
  table.rows = rows_of(campaign, table.columns);
  for (const QuotaColumn& column : table.columns) {
    table.totals.push_back(total_of(campaign, column));
  }
  if (std::ranges::none_of(table.totals, [](const auto& total) { return total.has_value(); })) {
    table.totals.clear();
  }
  return table;
}

}  // namespace gongshi
