#include "generator/check/joint_limits.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "generator/check/name_list.h"
#include "generator/check/quota_table.h"
#include "generator/check/rules.h"
#include "generator/load/fields.h"
#include "generator/notice/utf8.h"
#include "generator/toml/spelling.h"

namespace gongshi {
namespace {

// The units of the rows that have one name.
class UnitGroup {
 public:
  UnitGroup(const Campaign& campaign, std::string_view name) : name_(name) {
    for (const Quota& row : campaign.quotas) {
      if (row.recommended_by != name) continue;
      has_rows_ = true;
      takes_others_ = takes_others_ || row.other_units;
      listed_.insert(row.units.begin(), row.units.end());
    }
  }

  bool has_rows() const { return has_rows_; }

  bool contains(std::string_view unit, const QuotaTable& table) const {
    if (trim_blanks(unit).empty()) return false;
    return unit == name_ || listed_.contains(unit) || (takes_others_ && !table.names(unit));
  }

 private:
  std::string_view name_;
  std::set<std::string_view> listed_;
  bool has_rows_ = false;
  bool takes_others_ = false;
};

void report_unknown_group(const Campaign& campaign, const JointLimit& limit,
                          Diagnostics& problems) {
  KnownNames names;
  for (const Quota& row : campaign.quotas) names.insert(row.recommended_by);
  report_rule(problems, limit.place, "joint-limit-unknown-group",
              fmt::format("名额分配表里没有“{}”这一行，“{}”管不到任何单位{}", limit.recommended_by,
                          limit.title, did_you_mean(limit.recommended_by, names)));
}

void check_limit(const Campaign& campaign, const QuotaTable& table, const JointLimit& limit,
                 Diagnostics& problems) {
  const UnitGroup group(campaign, limit.recommended_by);
  if (!group.has_rows()) return report_unknown_group(campaign, limit, problems);
  std::map<std::string_view, std::vector<const Candidate*>> proposed;
  for (const Candidate& candidate : campaign.candidates) {
    if (!uses_quota(campaign, candidate)) continue;
    if (!group.contains(candidate.recommended_by, table)) continue;
    proposed[candidate.recommended_by].push_back(&candidate);
  }
  const bool is_hard = limit.strength == Strength::Hard;
  const auto most = static_cast<std::size_t>(limit.candidates);
  for (const auto& [unit, candidates] : proposed) {
    if (candidates.size() <= most) continue;
    report_rule(problems, candidates[most]->place_of("recommended_by"),
                is_hard ? "joint-limit-exceeded" : "joint-limit-advised",
                fmt::format("“{}”推荐了 {} 个（{}），各奖项合计最多 {} 个（{}）；请减去多出的",
                            unit, candidates.size(), name_list(candidates), most, limit.title));
  }
}

}  // namespace

void check_joint_limits(const Content& content, Diagnostics& problems) {
  for (const Campaign& campaign : content.campaigns) {
    const QuotaTable table(campaign);
    for (const JointLimit& limit : campaign.joint_limits) {
      check_limit(campaign, table, limit, problems);
    }
  }
}

}  // namespace gongshi
