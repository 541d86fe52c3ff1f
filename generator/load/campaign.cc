#include "generator/load/campaign.h"

#include "generator/load/find_by_id.h"

namespace gongshi {

const Award* Campaign::find(const AwardId& award) const { return find_by_id(awards, award); }
const Step* Campaign::find(const StepId& step) const { return find_by_id(steps, step); }
const Candidate* Campaign::find(const CandidateId& candidate) const {
  return find_by_id(candidates, candidate);
}

}  // namespace gongshi
