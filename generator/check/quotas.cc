#include "generator/check/quotas.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "generator/check/quota_table.h"
#include "generator/check/rules.h"
#include "generator/load/fields.h"
#include "generator/notice/utf8.h"
#include "generator/toml/spelling.h"

namespace gongshi {
namespace {

// 6 for 5 makes (6n + 4) div 5 of n (DOMAIN R8).
std::int64_t with_surplus(int awards, const Surplus& surplus) {
  const std::int64_t product = std::int64_t{awards} * surplus.recommends;
  return (product + surplus.awards - 1) / surplus.awards;
}

// How many units have the numbers of the row; nothing when the row does not list them.
std::optional<std::int64_t> times_given(const Quota& row) {
  if (!row.for_each_unit) return 1;
  if (row.other_units) return std::nullopt;
  return static_cast<std::int64_t>(row.units.size());
}

class QuotaChecker {
 public:
  QuotaChecker(const Campaign& campaign, Diagnostics& problems)
      : campaign_(campaign), table_(campaign), problems_(problems) {}

  void check() {
    check_sums();
    check_repeats();
    if (campaign_.surplus) check_surplus(*campaign_.surplus);
    for (const Candidate& candidate : campaign_.candidates) check_candidate(candidate);
  }

 private:
  void check_sums() {
    const std::map<AwardId, std::optional<std::int64_t>> sums = sums_of_rows();
    for (const Award& award : campaign_.awards) {
      const auto sum = sums.find(award.id);
      const bool adds_up =
          sum == sums.end() || !sum->second || !award.total || *sum->second == *award.total;
      if (adds_up) continue;
      report(award.place, "quota-sum",
             fmt::format("名额分配表里“{}”的表彰名额合计 {} 个，总数是 {} 个；请核对各行和 total",
                         award.title, *sum->second, *award.total));
    }
  }

  // Nothing for an award one of whose rows does not say how many.
  std::map<AwardId, std::optional<std::int64_t>> sums_of_rows() const {
    std::map<AwardId, std::optional<std::int64_t>> sums;
    for (const Quota& row : campaign_.quotas) {
      std::optional<std::int64_t>& sum = sums.try_emplace(row.award, 0).first->second;
      const std::optional<std::int64_t> times = times_given(row);
      const bool is_known = sum && times && row.awards;
      sum = is_known ? std::optional(*sum + *row.awards * *times) : std::nullopt;
    }
    return sums;
  }

  void check_repeats() {
    for (const QuotaTable::Repeat& repeat : table_.repeats()) {
      const std::string unit =
          repeat.unit.empty() ? "其他各单位" : fmt::format("“{}”", repeat.unit);
      report(repeat.row->place, "quota-duplicate",
             fmt::format("{}在名额分配表里有两行“{}”的名额；请合成一行，或改单位名称", unit,
                         title_of(repeat.row->award)));
    }
  }

  void check_surplus(const Surplus& surplus) {
    for (const Quota& row : campaign_.quotas) {
      if (!row.awards || !row.recommends) continue;
      const std::int64_t expected = with_surplus(*row.awards, surplus);
      if (*row.recommends == expected) continue;
      report(
          row.place, "quota-surplus",
          fmt::format("“{}”的“{}”表彰 {} 个，按 {}:{} 进一取整应推荐 {} 个，这里是 {} 个；请改正",
                      row.recommended_by, title_of(row.award), *row.awards, surplus.awards,
                      surplus.recommends, expected, *row.recommends));
    }
  }

  void check_candidate(const Candidate& candidate) {
    if (candidate.candidacy == Candidacy::Cancelled) return;
    if (candidate.quota_exemption.empty()) {
      check_unit(candidate);
    } else if (!std::ranges::count(campaign_.quota_exemptions, candidate.quota_exemption)) {
      report(candidate.place_of("quota_exemption"), "quota-exemption-unknown",
             fmt::format("“{}”不占名额的理由“{}”不在 quota_exemptions 里；请改写，或补进活动",
                         candidate.name, candidate.quota_exemption));
    }
  }

  void check_unit(const Candidate& candidate) {
    if (!table_.allots(candidate.award)) return;
    if (table_.find(candidate.recommended_by, candidate.award) != nullptr) return;
    report(candidate.place_of("recommended_by"), "quota-unit-unknown", what_is_unknown(candidate));
  }

  std::string what_is_unknown(const Candidate& candidate) {
    const std::string& unit = candidate.recommended_by;
    if (trim_blanks(unit).empty()) {
      return fmt::format("“{}”没有写推荐单位，无法对照名额；请填上 recommended_by 这一格",
                         candidate.name);
    }
    if (table_.names(unit)) {
      return fmt::format("名额分配表没有给“{}”“{}”的名额；请核对“{}”的推荐单位和称号", unit,
                         title_of(candidate.award), candidate.name);
    }
    return fmt::format("名额分配表里没有“{}”这个推荐单位{}", unit, way_out(unit));
  }

  // Comparing with every unit of the table takes its time, and one slip may stand in many rows.
  const std::string& way_out(const std::string& unit) {
    const auto [found, is_new] = ways_out_.try_emplace(unit);
    if (is_new) {
      found->second = did_you_mean(unit, {table_.units().begin(), table_.units().end()});
      if (found->second.empty()) found->second = "；请改成表里的写法，或在 [[quota]] 里补上";
    }
    return found->second;
  }

  const std::string& title_of(const AwardId& id) const {
    const Award* award = campaign_.find(id);
    return award == nullptr ? id.text() : award->title;
  }

  void report(const Place& place, std::string_view code, std::string message) {
    report_rule(problems_, place, code, std::move(message));
  }

  const Campaign& campaign_;
  const QuotaTable table_;
  std::map<std::string, std::string> ways_out_;
  Diagnostics& problems_;
};

}  // namespace

void check_quotas(const Content& content, Diagnostics& problems) {
  for (const Campaign& campaign : content.campaigns) QuotaChecker(campaign, problems).check();
}

}  // namespace gongshi
