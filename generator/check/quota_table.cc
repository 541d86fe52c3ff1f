#include "generator/check/quota_table.h"

#include <algorithm>
#include <string>

#include "generator/notice/utf8.h"

namespace gongshi {

QuotaTable::QuotaTable(const Campaign& campaign) {
  for (const Quota& row : campaign.quotas) add(row);
}

void QuotaTable::add(const Quota& row) {
  awards_.insert(row.award);
  if (!row.for_each_unit) add_unit(row, row.recommended_by);
  for (const std::string& unit : row.units) add_unit(row, unit);
  if (!row.other_units) return;
  const bool is_first = others_.emplace(row.award, &row).second;
  if (!is_first) repeats_.push_back({.row = &row, .unit = ""});
}

void QuotaTable::add_unit(const Quota& row, std::string_view unit) {
  if (trim_blanks(unit).empty()) return;  // loading has said so
  units_.insert(unit);
  const bool is_first = rows_.emplace(std::pair(unit, row.award), &row).second;
  if (!is_first) repeats_.push_back({.row = &row, .unit = unit});
}

const Quota* QuotaTable::find(std::string_view unit, const AwardId& award) const {
  if (trim_blanks(unit).empty()) return nullptr;
  const auto row = rows_.find({unit, award});
  if (row != rows_.end()) return row->second;
  if (names(unit)) return nullptr;
  const auto others = others_.find(award);
  return others == others_.end() ? nullptr : others->second;
}

bool uses_quota(const Campaign& campaign, const Candidate& candidate) {
  if (candidate.candidacy != Candidacy::Proposed) return false;
  const std::string& exemption = candidate.quota_exemption;
  return exemption.empty() || std::ranges::count(campaign.quota_exemptions, exemption) == 0;
}

}  // namespace gongshi
