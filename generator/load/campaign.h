// content/campaigns/<campaign>/: one selection for an award, from its rules to its candidates.
// The number, order, names and lengths of steps are the campaign's data; nothing here is "three
// stages" (DOMAIN 1.0).
#ifndef GENERATOR_LOAD_CAMPAIGN_H_
#define GENERATOR_LOAD_CAMPAIGN_H_

#include <optional>
#include <string>
#include <vector>

#include "generator/notice/civil_time.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/identifier.h"
#include "generator/notice/policy.h"
#include "generator/notice/window.h"

namespace gongshi {

// A document on which the campaign rests: its title and its number (文号, may be empty).
struct Basis {
  std::string title;
  std::string number;
};

enum class AwardKind { Collective, Individual };

struct Award {
  AwardId id;
  std::string title;
  AwardKind kind = AwardKind::Individual;
  std::optional<int>
      deeds_max_chars;  // of the candidate's deeds, in code points that are not blank
  Place place;
};

enum class StepKind { Review, Publicity, Decision };

struct Step {
  StepId id;
  std::string title;
  StepKind kind = StepKind::Review;
  int working_days = 0;             // of a publicity step: how long each of its notices runs
  DayUnit unit = DayUnit::Workday;  // what working_days counts
  Length length = Length::AtLeast;  // whether a notice may run longer
  LastDay last_day = LastDay::Stands;
  bool held_elsewhere = false;    // another office runs it; this site has no notice for it
  std::optional<Date> completed;  // when it was, for steps without a closing record here
  Place place;
};

// A collective or a person proposed for an award, with the deeds as Markdown.
struct Candidate {
  CandidateId id;
  AwardId award;
  std::string name;
  std::string unit;            // where a person works; empty for a collective
  std::string post;            // 职务
  std::string level;           // 级别, free text; empty when not given
  std::string recommended_by;  // 推荐单位
  std::string deeds;           // deeds/<id>.md as written; empty when the file is missing
  Place place;                 // the row of candidates.csv
  Place deeds_place;           // the first line of the deeds file
};

struct Campaign {
  CampaignId id;
  std::string title;
  std::vector<std::string> organisers;
  std::vector<Basis> basis;
  std::vector<Award> awards;
  std::vector<Step> steps;  // in their order
  IdentityPolicy identity_policy = IdentityPolicy::EncourageRealName;
  LatePolicy late_policy = LatePolicy::Refuse;
  std::string criteria;  // criteria.md as written
  std::vector<Candidate> candidates;
  Place place;  // campaign.toml

  // Null when the campaign has none of that id.
  const Award* find(const AwardId& award) const;
  const Step* find(const StepId& step) const;
  const Candidate* find(const CandidateId& candidate) const;
};

}  // namespace gongshi

#endif  // GENERATOR_LOAD_CAMPAIGN_H_
