// content/campaigns/<campaign>/: one selection for an award, from its rules to its candidates.
// The number, order, names and lengths of steps are the campaign's data; nothing here is "three
// stages" (DOMAIN 1.0).
#ifndef GENERATOR_LOAD_CAMPAIGN_H_
#define GENERATOR_LOAD_CAMPAIGN_H_

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "generator/load/candidate.h"
#include "generator/load/conditions.h"
#include "generator/load/disclosure.h"
#include "generator/load/waiver.h"
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
  std::optional<int> total;  // how many will be given

  // Lengths in code points that are not blank (DOMAIN 4.5); an absent one has no limit.
  std::optional<int> deeds_max_chars;        // 主要事迹
  std::optional<int> deeds_about_chars;      // 左右: the length that deeds should come near
  std::optional<int> brief_max_chars;        // 简要事迹
  std::optional<int> performance_max_chars;  // 综合表现
  Place place;
};

enum class StepKind { Review, Publicity, Decision };

// Which numbers of the table of quotas bound the lists of a step.
enum class ListLimit { Recommends, Awards, None };

struct Step {
  StepId id;
  std::string title;
  StepKind kind = StepKind::Review;
  int working_days = 0;             // of a publicity step: how long each of its notices runs
  DayUnit unit = DayUnit::Workday;  // what working_days counts
  Length length = Length::AtLeast;  // whether a notice may run longer
  LastDay last_day = LastDay::Stands;
  ListLimit list_limit = ListLimit::Recommends;
  bool held_elsewhere = false;          // another office runs it; this site has no notice for it
  std::vector<std::string> skipped_by;  // recommending units and groups that go on without it
  std::string organ;                    // who holds it; may be empty
  std::string scope;                    // where it is published: 本单位, 全省; may be empty
  std::optional<Date> completed;        // when it was, for steps without a closing record here
  Place place;
};

// When the pages with names ask search engines to forget them: once the notice is closed, or never.
// Those of a withdrawn notice always do.
enum class Indexing { UntilClosed, Always };

struct Campaign {
  CampaignId id;
  std::string title;
  std::vector<std::string> organisers;
  std::string region;  // the place that selects, as 山西省; empty: the whole country (全国)
  std::vector<Basis> basis;
  std::vector<Award> awards;
  std::vector<Step> steps;     // in their order
  std::optional<Date> issued;  // when the campaign was announced

  std::vector<Quota> quotas;
  std::optional<Surplus> surplus;
  std::vector<JointLimit> joint_limits;
  std::vector<std::string> quota_exemptions;  // reasons for which a candidate uses no quota
  std::vector<Cap> caps;
  std::vector<Exclusion> exclusions;
  std::vector<Tenure> tenures;
  std::vector<Consultation> consultations;
  std::vector<Deadline> deadlines;
  bool substitutes = false;  // whether a removed candidate may be replaced (不再递补: false)
  bool sever = false;        // whether others go on while one candidate is contested (DOMAIN Q4)
  std::vector<std::string> public_fields = {"gender"};  // columns of class Optional that are shown

  Disclosure disclosure;
  std::vector<Contact> contacts;
  std::vector<Waiver> waivers;
  IdentityPolicy identity_policy = IdentityPolicy::EncourageRealName;
  LatePolicy late_policy = LatePolicy::Refuse;
  Indexing indexing = Indexing::UntilClosed;
  std::string criteria;  // criteria.md as written
  std::string decree;    // decree.md, the decision; empty while there is none
  std::vector<Candidate> candidates;
  Place place;           // campaign.toml
  Place criteria_place;  // the first line of criteria.md
  Place decree_place;    // and of decree.md
  // Lines of campaign.toml that say how to reach an office: telephone numbers may stand there.
  std::set<int> contact_lines;

  // Null when the campaign has none of that id.
  const Award* find(const AwardId& award) const;
  const Step* find(const StepId& step) const;
  const Candidate* find(const CandidateId& candidate) const;
};

}  // namespace gongshi

#endif  // GENERATOR_LOAD_CAMPAIGN_H_
