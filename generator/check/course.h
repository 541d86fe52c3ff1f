// The course of one campaign: its steps in their order, and which notices publish whom in which.
// The checks of the course ask it the same questions for every notice.
#ifndef GENERATOR_CHECK_COURSE_H_
#define GENERATOR_CHECK_COURSE_H_

#include <cstddef>
#include <map>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/load/content.h"

namespace gongshi {

// Points into the content, which must outlive it. Withdrawn notices are not in it: nothing of them
// is published.
class Course {
 public:
  // `notices` are those of the campaign, in the order of their ids.
  Course(const Campaign& campaign, const std::vector<const Notice*>& notices);

  const Campaign& campaign() const { return *campaign_; }
  const std::vector<const Notice*>& notices() const { return notices_; }

  // In the order of their ids; none for a step that has none here.
  std::span<const Notice* const> notices_of(const Step& step) const;
  std::span<const Notice* const> notices_with(const CandidateId& candidate) const;

  // The steps in front of the notice's; none when its step is not the campaign's.
  std::span<const Step> steps_before(const Notice& notice) const;

  // Whether a notice of the step lists the candidate.
  bool lists(const Step& step, const CandidateId& candidate) const;

  // Whether the candidate goes on without the step: because the step's skipped_by names the unit
  // that recommends the candidate, or the group of that unit in the table of quotas.
  bool skips(const CandidateId& candidate, const Step& step) const;

  // Whether everybody in the notice goes on without the step; then the notice need not wait for it.
  bool skips(const Notice& notice, const Step& step) const;

  // Null when the campaign has none of that id. Does not search all candidates, as the campaign's
  // own find() does.
  const Candidate* find(const CandidateId& candidate) const;

 private:
  void add_groups();

  const Campaign* campaign_;
  std::vector<const Notice*> notices_;
  std::map<StepId, std::size_t> step_indices_;
  std::map<StepId, std::vector<const Notice*>> by_step_;
  std::map<CandidateId, std::vector<const Notice*>> by_candidate_;
  std::set<std::pair<StepId, CandidateId>> listed_;
  std::map<CandidateId, const Candidate*> candidates_;
  std::map<std::string_view, std::set<std::string_view>> groups_;  // of each unit that a row names
  std::set<std::string_view> groups_of_others_;                    // of every unit that none names
};

// One for each campaign, in their order.
std::vector<Course> courses_of(const Content& content);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_COURSE_H_
