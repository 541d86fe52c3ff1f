#include "generator/check/caps.h"

#include <fmt/format.h>

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/check/name_list.h"
#include "generator/check/rules.h"
#include "generator/check/selector.h"
#include "generator/load/cap_limit.h"

namespace gongshi {
namespace {

// How many a cap allows, or demands, and the words for it: "67 名的 20%".
struct Limit {
  std::int64_t number = 0;
  std::string denominator;  // empty when the cap says a number
};

// Whom a cap found: in the campaign, or under one recommending unit.
struct Found {
  bool somebody = false;  // whether anyone the cap could be about is proposed
  std::vector<const Candidate*> matching;
};

bool is_kept(const Cap& cap, const Found& found, std::int64_t number) {
  const auto count = static_cast<std::int64_t>(found.matching.size());
  return cap.at_least ? !found.somebody || number <= count : count <= number;
}

class CapChecker {
 public:
  CapChecker(const Campaign& campaign, Diagnostics& problems)
      : campaign_(campaign), problems_(problems) {}

  void check(const Cap& cap) {
    if (cap.counted_elsewhere) return;
    const std::optional<Limit> limit = limit_of(cap);
    if (!limit) return;
    for (const auto& [unit, found] : find(cap)) {
      if (!is_kept(cap, found, limit->number)) report(cap, *limit, unit, found);
    }
  }

 private:
  std::optional<Limit> limit_of(const Cap& cap) {
    if (cap.count) return Limit{.number = *cap.count, .denominator = ""};
    const auto number = cap_limit(campaign_, cap);
    if (!number) return report_missing_total(cap);
    return Limit{
        .number = *number,
        .denominator = fmt::format("{} 个的 {}%，", *denominator_of(campaign_, cap), *cap.percent)};
  }

  // Nothing to say of what loading has said: a cap without a denominator, an award that is not
  // there.
  std::optional<Limit> report_missing_total(const Cap& cap) {
    for (const AwardId& id : std::set(cap.of_awards.begin(), cap.of_awards.end())) {
      const Award* award = campaign_.find(id);
      if (award == nullptr || award->total) continue;
      report_rule(problems_, cap.place, "cap-total-missing",
                  fmt::format("“{}”要按“{}”的总数计算，这个奖项没有写 total；请补上", cap.title,
                              award->title));
      break;
    }
    return std::nullopt;
  }

  // By recommending unit; under "" when the cap counts the whole campaign.
  std::map<std::string_view, Found> find(const Cap& cap) const {
    std::map<std::string_view, Found> found_by_unit;
    for (const Candidate& candidate : campaign_.candidates) {
      if (candidate.candidacy == Candidacy::Cancelled) continue;
      if (!is_about(cap.selector, candidate.award)) continue;
      Found& found = found_by_unit[cap.each_unit ? std::string_view(candidate.recommended_by) : ""];
      found.somebody = true;
      if (find_match(cap.selector, candidate)) found.matching.push_back(&candidate);
    }
    return found_by_unit;
  }

  void report(const Cap& cap, const Limit& limit, std::string_view unit, const Found& found) {
    const std::string who =
        found.matching.empty() ? "" : fmt::format("（{}）", name_list(found.matching));
    report_rule(
        problems_, cap.place, cap.strength == Strength::Hard ? "cap-exceeded" : "cap-advised",
        fmt::format("“{}”：{}有 {} 个{}，{}{} {} 个；请调整人选", cap.title,
                    cap.each_unit ? fmt::format("“{}”", unit) : "整个活动", found.matching.size(),
                    who, limit.denominator, cap.at_least ? "最少" : "最多", limit.number));
  }

  const Campaign& campaign_;
  Diagnostics& problems_;
};

// The first term of the campaign that asks for the level of candidates of the award; null for none.
const std::string* term_about_level(const Campaign& campaign, const AwardId& award) {
  for (const Cap& cap : campaign.caps) {
    const bool asks = !cap.counted_elsewhere && !cap.selector.levels.empty();
    if (asks && is_about(cap.selector, award)) return &cap.title;
  }
  for (const Exclusion& exclusion : campaign.exclusions) {
    const bool asks = !exclusion.selector.levels.empty();
    if (asks && is_about(exclusion.selector, award)) return &exclusion.title;
  }
  return nullptr;
}

void check_levels(const Campaign& campaign, Diagnostics& problems) {
  for (const Candidate& candidate : campaign.candidates) {
    if (candidate.candidacy == Candidacy::Cancelled || !candidate.fact("level").empty()) continue;
    const std::string* term = term_about_level(campaign, candidate.award);
    if (term == nullptr) continue;
    report_rule(problems, candidate.place_of("level"), "level-missing",
                fmt::format("“{}”没有写级别，无法对照“{}”；请填上 level 这一格，没有级别的写“无”",
                            candidate.name, *term));
  }
}

}  // namespace

void check_caps(const Content& content, Diagnostics& problems) {
  for (const Campaign& campaign : content.campaigns) {
    CapChecker checker(campaign, problems);
    for (const Cap& cap : campaign.caps) checker.check(cap);
    check_levels(campaign, problems);
  }
}

}  // namespace gongshi
