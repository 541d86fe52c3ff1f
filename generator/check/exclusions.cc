#include "generator/check/exclusions.h"

#include <fmt/format.h>

#include "generator/check/rules.h"
#include "generator/check/selector.h"
#include "generator/load/candidate_columns.h"

namespace gongshi {
namespace {

void check_candidate(const Candidate& candidate, const Exclusion& exclusion,
                     Diagnostics& problems) {
  const auto match = find_match(exclusion.selector, candidate);
  if (!match) return;
  const bool is_hard = exclusion.strength == Strength::Hard;
  report_rule(
      problems, candidate.place_of(match->column),
      is_hard ? "candidate-excluded" : "candidate-discouraged",
      fmt::format("“{}”的{}合于“{}”：{}；请撤下", candidate.name,
                  find_candidate_column(match->column)->title, match->word, exclusion.title));
}

}  // namespace

void check_exclusions(const Content& content, Diagnostics& problems) {
  for (const Campaign& campaign : content.campaigns) {
    for (const Candidate& candidate : campaign.candidates) {
      if (candidate.candidacy == Candidacy::Cancelled) continue;
      for (const Exclusion& exclusion : campaign.exclusions) {
        check_candidate(candidate, exclusion, problems);
      }
    }
  }
}

}  // namespace gongshi
