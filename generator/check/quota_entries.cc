#include "generator/check/quota_entries.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "generator/check/entries.h"
#include "generator/check/name_list.h"
#include "generator/check/quota_table.h"
#include "generator/check/rules.h"

namespace gongshi {
namespace {

std::optional<int> number_of(const Quota& row, ListLimit limit) {
  switch (limit) {
    case ListLimit::Recommends:
      return row.recommends;
    case ListLimit::Awards:
      return row.awards;
    case ListLimit::None:
      return std::nullopt;
  }
  return std::nullopt;
}

// The entries that count against one number.
class Tally {
 public:
  void add(const Entry& entry, int limit) {
    listed_.push_back(entry.candidate);
    if (static_cast<std::size_t>(limit) < listed_.size() && too_many_ == nullptr) {
      too_many_ = entry.notice;
    }
  }

  // The notice that made them too many; null while they are not.
  const Notice* too_many() const { return too_many_; }
  std::size_t count() const { return listed_.size(); }
  std::string names() const { return name_list(listed_); }

 private:
  std::vector<const Candidate*> listed_;
  const Notice* too_many_ = nullptr;
};

class EntryCounter {
 public:
  EntryCounter(const Campaign& campaign, Diagnostics& problems)
      : campaign_(campaign), table_(campaign), problems_(problems) {
    for (const Step& step : campaign.steps) steps_.emplace(step.id, &step);
    for (const Award& award : campaign.awards) awards_.emplace(award.id, &award);
  }

  void count(const std::vector<Entry>& entries) {
    std::set<std::pair<const Step*, const Candidate*>> seen;
    for (const Entry& entry : entries) {
      const auto step = steps_.find(entry.notice->step);
      if (step == steps_.end() || step->second->kind != StepKind::Publicity) continue;
      if (!seen.emplace(step->second, entry.candidate).second) continue;
      count_for_unit(*step->second, entry);
      count_for_total(*step->second, entry);
    }
  }

  void report() const {
    for (const auto& [cell, tally] : by_unit_) {
      if (tally.too_many() != nullptr) report_unit(cell, tally);
    }
    for (const auto& [key, tally] : by_award_) {
      if (tally.too_many() != nullptr) report_total(*key.first, *key.second, tally);
    }
  }

 private:
  // What one number bounds: a row at a step, for one unit when the row gives it to each.
  using Cell = std::tuple<const Step*, const Quota*, std::string_view>;

  void count_for_unit(const Step& step, const Entry& entry) {
    const Candidate& candidate = *entry.candidate;
    if (!uses_quota(campaign_, candidate)) return;
    const Quota* row = table_.find(candidate.recommended_by, candidate.award);
    const auto limit = row == nullptr ? std::nullopt : number_of(*row, step.list_limit);
    if (!limit) return;
    const std::string& named = row->for_each_unit ? candidate.recommended_by : row->recommended_by;
    by_unit_[{&step, row, named}].add(entry, *limit);
  }

  // An exemption spares the unit's quota; what is given in the end stays what it is.
  void count_for_total(const Step& step, const Entry& entry) {
    if (step.list_limit != ListLimit::Awards) return;
    if (entry.candidate->candidacy != Candidacy::Proposed) return;
    const auto award = awards_.find(entry.candidate->award);
    if (award == awards_.end() || !award->second->total) return;
    by_award_[{&step, award->second}].add(entry, *award->second->total);
  }

  void report_unit(const Cell& cell, const Tally& tally) const {
    const auto& [step, row, unit] = cell;
    const auto award = awards_.find(row->award);
    const std::string& title = award == awards_.end() ? row->award.text() : award->second->title;
    const char* quota = step->list_limit == ListLimit::Awards ? "表彰名额" : "推荐名额";
    report_rule(problems_, tally.too_many()->place_of("candidates"), "quota-exceeded",
                fmt::format("“{}”名单上“{}”的“{}”有 {} 个（{}），{}是 {} 个；请减去多出的",
                            step->title, unit, title, tally.count(), tally.names(), quota,
                            *number_of(*row, step->list_limit)));
  }

  void report_total(const Step& step, const Award& award, const Tally& tally) const {
    report_rule(problems_, tally.too_many()->place_of("candidates"), "quota-total-exceeded",
                fmt::format("“{}”名单上的“{}”有 {} 个，总数是 {} 个；请减去多出的", step.title,
                            award.title, tally.count(), *award.total));
  }

  const Campaign& campaign_;
  const QuotaTable table_;
  std::map<StepId, const Step*> steps_;
  std::map<AwardId, const Award*> awards_;
  std::map<Cell, Tally> by_unit_;
  std::map<std::pair<const Step*, const Award*>, Tally> by_award_;
  Diagnostics& problems_;
};

}  // namespace

void check_quota_entries(std::span<const Course> courses, Diagnostics& problems) {
  for (const Course& course : courses) {
    EntryCounter counter(course.campaign(), problems);
    counter.count(entries_of(course));
    counter.report();
  }
}

}  // namespace gongshi
