#include "generator/check/course.h"

#include <algorithm>

namespace gongshi {
namespace {

template <class Key>
std::span<const Notice* const> notices_at(const std::map<Key, std::vector<const Notice*>>& notices,
                                          const Key& key) {
  const auto found = notices.find(key);
  if (found == notices.end()) return {};
  return found->second;
}

}  // namespace

Course::Course(const Campaign& campaign, const std::vector<const Notice*>& notices)
    : campaign_(&campaign) {
  for (std::size_t i = 0; i < campaign.steps.size(); ++i) {
    step_indices_.emplace(campaign.steps[i].id, i);
  }
  for (const Candidate& candidate : campaign.candidates) {
    candidates_.emplace(candidate.id, &candidate);
  }
  for (const Notice* notice : notices) {
    if (notice->withdrawal) continue;
    notices_.push_back(notice);
    by_step_[notice->step].push_back(notice);
    for (const CandidateId& candidate : notice->candidates) {
      by_candidate_[candidate].push_back(notice);
      listed_.emplace(notice->step, candidate);
    }
  }
  add_groups();
}

void Course::add_groups() {
  for (const Quota& row : campaign_->quotas) {
    if (row.other_units) groups_of_others_.insert(row.recommended_by);
    if (!row.is_group()) groups_[row.recommended_by];  // named, though in no group
    for (const std::string& unit : row.units) groups_[unit].insert(row.recommended_by);
  }
}

std::span<const Notice* const> Course::notices_of(const Step& step) const {
  return notices_at(by_step_, step.id);
}

std::span<const Notice* const> Course::notices_with(const CandidateId& candidate) const {
  return notices_at(by_candidate_, candidate);
}

std::span<const Step> Course::steps_before(const Notice& notice) const {
  const auto index = step_indices_.find(notice.step);
  if (index == step_indices_.end()) return {};
  return std::span(campaign_->steps).first(index->second);
}

bool Course::lists(const Step& step, const CandidateId& candidate) const {
  return listed_.contains({step.id, candidate});
}

bool Course::skips(const CandidateId& id, const Step& step) const {
  const Candidate* candidate = find(id);
  if (candidate == nullptr || candidate->recommended_by.empty()) return false;
  const std::string_view unit = candidate->recommended_by;
  const auto groups = groups_.find(unit);
  const auto& of_unit = groups == groups_.end() ? groups_of_others_ : groups->second;
  return std::ranges::any_of(step.skipped_by, [&](std::string_view name) {
    return name == unit || of_unit.contains(name);
  });
}

bool Course::skips(const Notice& notice, const Step& step) const {
  if (step.skipped_by.empty() || notice.candidates.empty()) return false;
  return std::ranges::all_of(notice.candidates,
                             [&](const CandidateId& id) { return skips(id, step); });
}

const Candidate* Course::find(const CandidateId& candidate) const {
  const auto found = candidates_.find(candidate);
  return found == candidates_.end() ? nullptr : found->second;
}

std::vector<Course> courses_of(const Content& content) {
  std::map<CampaignId, std::vector<const Notice*>> notices;
  for (const Notice& notice : content.notices) notices[notice.campaign].push_back(&notice);
  std::vector<Course> courses;
  courses.reserve(content.campaigns.size());
  for (const Campaign& campaign : content.campaigns) {
    courses.emplace_back(campaign, notices[campaign.id]);
  }
  return courses;
}

}  // namespace gongshi
