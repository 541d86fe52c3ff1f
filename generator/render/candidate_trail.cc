#include "generator/render/candidate_trail.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "generator/render/candidate_view.h"
#include "generator/render/notice_view.h"
#include "generator/render/site_path.h"
#include "generator/render/standing.h"
#include "generator/render/steps_view.h"

namespace gongshi {
namespace {

template <class Items, class Item>
bool contains(const Items& items, const Item& item) {
  return std::ranges::find(items, item) != std::ranges::end(items);
}

bool names_unit(const Quota& row, const std::string& unit) {
  return (!row.for_each_unit && row.recommended_by == unit) || contains(row.units, unit);
}

// Whether `name` is the unit, or the group of the table of quotas that the unit belongs to.
bool covers(const Campaign& campaign, std::string_view name, const std::string& unit) {
  if (name == unit) return true;
  const bool in_no_row = std::ranges::none_of(
      campaign.quotas, [&](const Quota& row) { return names_unit(row, unit); });
  return std::ranges::any_of(campaign.quotas, [&](const Quota& row) {
    const bool has_unit = contains(row.units, unit) || (row.other_units && in_no_row);
    return row.recommended_by == name && has_unit;
  });
}

bool skips(const Campaign& campaign, const Candidate& candidate, const Step& step) {
  if (candidate.recommended_by.empty()) return false;
  return std::ranges::any_of(step.skipped_by, [&](const std::string& name) {
    return covers(campaign, name, candidate.recommended_by);
  });
}

bool ends_with(const Notice& notice, const Candidate& candidate) {
  const CandidateResult* result = result_of(notice, candidate);
  return removal_of(candidate, notice) != nullptr ||
         (result != nullptr && result->disposition == Disposition::Cancelled);
}

std::vector<const Notice*> listing(const std::vector<const Notice*>& notices,
                                   const Candidate& candidate) {
  std::vector<const Notice*> found;
  std::ranges::copy_if(notices, std::back_inserter(found), [&](const Notice* notice) {
    return contains(notice->candidates, candidate.id);
  });
  return found;
}

Passage passage_of(const TrailStep& step, bool any_notice, bool skipped, bool ended) {
  if (!step.notices.empty()) return Passage::Listed;
  if (skipped) return Passage::Skipped;
  if (ended && step.state != StepState::Done) return Passage::Ended;
  return any_notice ? Passage::Unlisted : Passage::Untold;
}

std::string word_for(const SiteModel& site, const TrailStep& step) {
  switch (step.passage) {
    case Passage::Unlisted:
      return site.templates.message("trail.unlisted");
    case Passage::Skipped:
      return site.templates.message("trail.skipped");
    case Passage::Ended:
      return site.templates.message("trail.ended");
    case Passage::Listed:
    case Passage::Untold:
      break;
  }
  return site.templates.message("step." + std::string(key_of(step.state)));
}

std::string outcome_of(const SiteModel& site, const Notice& notice, const Candidate& candidate) {
  const CandidateResult* result = result_of(notice, candidate);
  if (result == nullptr) return "";
  return site.templates.message("trail.outcome",
                                {{"disposition", std::string(chinese(result->disposition))},
                                 {"date", chinese_date(date_of(notice.closing->closed_at))}});
}

std::string removed_at(const Candidate& candidate, const Notice& notice) {
  const Correction* removal = removal_of(candidate, notice);
  return removal == nullptr ? "" : chinese_instant(removal->at);
}

PageData describe_appearance(const SiteModel& site, const Notice& notice,
                             const Candidate& candidate, bool removed) {
  const bool takes_objections = notice.state() == NoticeState::Published && !removed;
  PageData appearance = describe_notice(site, notice);
  appearance["window"] = describe_window(site, notice);
  appearance["badge"] = describe_badge(site, notice, std::nullopt);
  appearance["outcome"] = outcome_of(site, notice, candidate);
  appearance["result_url"] = notice.closing ? result_folder(notice) : "";
  appearance["removed_at"] = removed_at(candidate, notice);
  appearance["objection_url"] = takes_objections ? objection_form(notice, candidate) : "";
  return appearance;
}

}  // namespace

const CandidateResult* result_of(const Notice& notice, const Candidate& candidate) {
  if (!notice.closing) return nullptr;
  const auto& results = notice.closing->results;
  const auto found = std::ranges::find(results, candidate.id, &CandidateResult::candidate);
  return found == results.end() ? nullptr : &*found;
}

std::vector<TrailStep> candidate_trail(const Campaign& campaign, const Candidate& candidate,
                                       const std::vector<StepProgress>& steps) {
  std::vector<TrailStep> trail;
  bool ended = false;
  for (const StepProgress& progress : steps) {
    TrailStep step{.step = progress.step,
                   .state = progress.state,
                   .passage = Passage::Untold,
                   .notices = listing(progress.notices, candidate)};
    if (!step.notices.empty()) step.state = state_by(step.notices);
    step.passage = passage_of(step, !progress.notices.empty(),
                              skips(campaign, candidate, *progress.step), ended);
    const auto ends = [&](const Notice* notice) { return ends_with(*notice, candidate); };
    ended = ended || std::ranges::any_of(step.notices, ends);
    trail.push_back(std::move(step));
  }
  return trail;
}

PageData describe_trail(const SiteModel& site, const Campaign& campaign, const Candidate& candidate,
                        const std::vector<StepProgress>& steps) {
  const auto trail = candidate_trail(campaign, candidate, steps);
  bool removed = candidate.candidacy == Candidacy::Cancelled;
  for (const TrailStep& step : trail) {
    for (const Notice* notice : step.notices) removed = removed || is_removed(candidate, *notice);
  }
  PageData list = PageData::array();
  for (const TrailStep& step : trail) {
    const bool dated = step.passage == Passage::Untold && step.step->completed;
    PageData appearances = PageData::array();
    for (const Notice* notice : step.notices) {
      appearances.push_back(describe_appearance(site, *notice, candidate, removed));
    }
    list.push_back({{"name", step.step->title},
                    {"state", key_of(step.state)},
                    {"mark", describe_mark(step.state)},
                    {"word", word_for(site, step)},
                    {"date", dated ? chinese_date(*step.step->completed) : ""},
                    {"appearances", std::move(appearances)}});
  }
  return list;
}

}  // namespace gongshi
