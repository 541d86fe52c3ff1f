// The table of quotas (名额分配表), asked by recommending unit and award.
#ifndef GENERATOR_CHECK_QUOTA_TABLE_H_
#define GENERATOR_CHECK_QUOTA_TABLE_H_

#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/load/campaign.h"

namespace gongshi {

// Views into the campaign, which must outlive the table. Immutable, so any thread may ask.
class QuotaTable {
 public:
  explicit QuotaTable(const Campaign& campaign);

  // The row whose numbers bound what `unit` proposes for `award`: the one that names the unit, else
  // the group of all others when no row of any award names it. A group that shares its numbers may
  // also be named as if it were a unit. Null when there is no row, and for a blank unit.
  const Quota* find(std::string_view unit, const AwardId& award) const;

  // Whether any row is about the award.
  bool allots(const AwardId& award) const { return awards_.contains(award); }

  // Whether a row, of whichever award, names the unit.
  bool names(std::string_view unit) const { return units_.contains(unit); }

  // Every unit that a row names.
  const std::set<std::string_view>& units() const { return units_; }

  // A row that names what an earlier row of the same award has named: a unit, or "" for the group
  // of all others.
  struct Repeat {
    const Quota* row;
    std::string_view unit;
  };
  const std::vector<Repeat>& repeats() const { return repeats_; }

 private:
  void add(const Quota& row);
  void add_unit(const Quota& row, std::string_view unit);

  std::set<AwardId> awards_;
  std::set<std::string_view> units_;
  std::map<std::pair<std::string_view, AwardId>, const Quota*> rows_;
  std::map<AwardId, const Quota*> others_;
  std::vector<Repeat> repeats_;
};

// Whether the candidate uses any quota of who recommends it: a reserve does not, nor does one who
// was cancelled or has an exemption that the campaign lists.
bool uses_quota(const Campaign& campaign, const Candidate& candidate);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_QUOTA_TABLE_H_
