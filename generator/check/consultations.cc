#include "generator/check/consultations.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generator/check/entries.h"
#include "generator/check/rules.h"
#include "generator/load/fields.h"
#include "generator/notice/utf8.h"
#include "generator/toml/spelling.h"

namespace gongshi {
namespace {

bool is_required(const Consultation& rule, const Candidate& candidate) {
  if (!rule.awards.empty() && std::ranges::count(rule.awards, candidate.award) == 0) return false;
  const std::string& nature = candidate.fact("nature");
  return rule.natures.empty() || nature.empty() || std::ranges::count(rule.natures, nature) > 0;
}

class ConsultationChecker {
 public:
  ConsultationChecker(const Campaign& campaign, Diagnostics& problems)
      : campaign_(campaign), problems_(problems) {
    for (const Consultation& rule : campaign.consultations) organs_.insert(rule.organ);
  }

  void check(const std::set<const Candidate*>& listed) {
    for (const Candidate& candidate : campaign_.candidates) {
      if (candidate.candidacy == Candidacy::Cancelled) continue;
      if (listed.contains(&candidate)) check_organs(candidate);
      check_hands(candidate);
      for (const std::string& organ : candidate.consulted) check_spelling(candidate, organ);
    }
  }

 private:
  void check_organs(const Candidate& candidate) {
    std::vector<std::string_view> missing;
    for (const Consultation& rule : campaign_.consultations) {
      if (!is_required(rule, candidate)) continue;
      if (std::ranges::count(candidate.consulted, rule.organ) > 0) continue;
      if (std::ranges::count(missing, rule.organ) == 0) missing.emplace_back(rule.organ);
    }
    if (missing.empty()) return;
    report_rule(problems_, candidate.place_of("consulted"), "consultation-missing",
                fmt::format("“{}”已经公示，还没有{}的意见；征求之后填进 consulted 这一格",
                            candidate.name, fmt::join(missing, "、")));
  }

  void check_hands(const Candidate& candidate) {
    const std::string_view hands = trim_blanks(candidate.consulted_by);
    if (hands.empty() || hands != trim_blanks(candidate.name)) return;
    report_rule(problems_, candidate.place_of("consulted_by"), "consultation-by-candidate",
                fmt::format("征求意见表是“{}”自己办的；请由推荐单位重新征求，改写 consulted_by",
                            candidate.name));
  }

  void check_spelling(const Candidate& candidate, const std::string& organ) {
    if (organs_.contains(organ)) return;
    const std::string slip = did_you_mean_once(organ);
    if (slip.empty()) return;
    report_rule(problems_, candidate.place_of("consulted"), "consultation-unknown-organ",
                fmt::format("“{}”的 consulted 里，活动没有要求征求“{}”的意见{}", candidate.name,
                            organ, slip));
  }

  // Comparing with every organ takes its time, and one slip may stand in many rows.
  const std::string& did_you_mean_once(const std::string& organ) {
    const auto [found, is_new] = slips_.try_emplace(organ);
    if (is_new) found->second = did_you_mean(organ, organs_);
    return found->second;
  }

  const Campaign& campaign_;
  KnownNames organs_;
  std::map<std::string, std::string> slips_;
  Diagnostics& problems_;
};

}  // namespace

void check_consultations(std::span<const Course> courses, Diagnostics& problems) {
  for (const Course& course : courses) {
    std::set<const Candidate*> listed;
    for (const Entry& entry : entries_of(course)) listed.insert(entry.candidate);
    ConsultationChecker(course.campaign(), problems).check(listed);
  }
}

}  // namespace gongshi
