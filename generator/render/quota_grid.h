// The table of quotas (名额分配表) as people know it: recommending units down, awards across.
#ifndef GENERATOR_RENDER_QUOTA_GRID_H_
#define GENERATOR_RENDER_QUOTA_GRID_H_

#include <optional>
#include <string>
#include <vector>

#include "generator/load/campaign.h"

namespace gongshi {

enum class QuotaKind { Awards, Recommends };  // 表彰名额, 推荐名额

struct QuotaColumn {
  const Award* award = nullptr;
  QuotaKind kind = QuotaKind::Awards;
};

struct QuotaRow {
  const Quota* head = nullptr;            // the row's first quota: whose it is
  std::vector<std::optional<int>> cells;  // one for each column; nothing: not allocated
};

struct QuotaGrid {
  std::vector<QuotaColumn> columns;        // those that allocate anything, by award
  std::vector<QuotaRow> rows;              // in the order of the campaign's quotas
  std::vector<std::optional<int>> totals;  // one for each column; empty when none can be told
};

// A total counts a group that has a number for each of its units as often as it has units. It
// cannot be told where a unit shares in an award without a number of its own, or where nobody says
// how many units a group has; then the award's own total stands for 表彰名额, if it has one.
QuotaGrid quota_grid(const Campaign& campaign);

}  // namespace gongshi

#endif  // GENERATOR_RENDER_QUOTA_GRID_H_
