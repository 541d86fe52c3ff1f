#include "generator/render/candidate_view.h"

#include <algorithm>

#include "generator/load/candidate_columns.h"

namespace gongshi {
namespace {

bool names(const Correction& correction, const Candidate& candidate) {
  return std::ranges::find(correction.candidates, candidate.id) != correction.candidates.end();
}

const char* key_of_mark(CorrectionKind kind) {
  switch (kind) {
    case CorrectionKind::Addition:
      return "change.added";
    case CorrectionKind::Removal:
      return "change.removed";
    default:
      return "change.corrected";
  }
}

}  // namespace

PageData describe_facts(const Campaign& campaign, const Candidate& candidate) {
  PageData facts = PageData::array();
  for (const CandidateColumn& column : candidate_columns()) {
    const auto& chosen = campaign.public_fields;
    const bool shown = column.kind == ColumnClass::Optional &&
                       std::ranges::find(chosen, column.name) != chosen.end();
    const std::string& value = candidate.fact(column.name);
    if (!shown || value.empty()) continue;
    facts.push_back({{"title", column.title}, {"value", value}});
  }
  return facts;
}

const Correction* removal_of(const Candidate& candidate, const Notice& notice) {
  const auto removes = [&](const Correction& correction) {
    return correction.kind == CorrectionKind::Removal && names(correction, candidate);
  };
  const auto found = std::ranges::find_if(notice.corrections, removes);
  return found == notice.corrections.end() ? nullptr : &*found;
}

bool is_removed(const Candidate& candidate, const Notice& notice) {
  return candidate.candidacy == Candidacy::Cancelled || removal_of(candidate, notice) != nullptr;
}

bool is_removed(const Candidate& candidate, const std::vector<const Notice*>& notices) {
  return std::ranges::any_of(notices,
                             [&](const Notice* notice) { return is_removed(candidate, *notice); });
}

std::string change_mark(const SiteModel& site, const Candidate& candidate, const Notice& notice) {
  const Correction* last = nullptr;
  for (const Correction& correction : notice.corrections) {
    if (!names(correction, candidate)) continue;
    if (last == nullptr || last->at <= correction.at) last = &correction;
  }
  if (last == nullptr) return "";
  return site.templates.message(key_of_mark(last->kind),
                                {{"date", chinese_date(date_of(last->at))}});
}

std::string reserve_mark(const SiteModel& site, const Candidate& candidate) {
  const bool reserve = candidate.candidacy == Candidacy::Reserve;
  return reserve ? site.templates.message("candidacy.reserve") : "";
}

}  // namespace gongshi
