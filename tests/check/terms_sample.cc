#include "tests/check/terms_sample.h"

#include <fmt/format.h>

#include <vector>

namespace gongshi {
namespace {

std::vector<std::string> ids_of(std::string_view csv) {
  std::vector<std::string> ids;
  for (csv.remove_prefix(csv.find('\n') + 1); !csv.empty(); csv.remove_prefix(csv.find('\n') + 1)) {
    ids.emplace_back(csv.substr(0, csv.find(',')));
  }
  return ids;
}

}  // namespace

SourceTree sample_with(std::string_view terms, std::string_view csv) {
  SourceTree tree = sample_content();
  tree.files[kSampleCampaign] += terms;
  apply({kSampleCandidates, "", std::string(csv)}, tree);
  apply({kSampleDeeds, "", kRemoved}, tree);
  apply({"campaigns/pingxuan/deeds/yi-ju.md", "", kRemoved}, tree);
  std::string list;
  for (const std::string& id : ids_of(csv)) {
    tree.files["campaigns/pingxuan/deeds/" + id + ".md"] = "接待群众，认真负责。\n";
    list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", id);
  }
  apply({kSampleNotice, "[\"zhang-san\", \"yi-ju\"]", "[" + list + "]"}, tree);
  return tree;
}

std::string at_terms(int line, std::string_view code) {
  return fmt::format("{}:{}:1 {}", kSampleCampaign, line, code);
}

std::string at_candidate(int line, int column, std::string_view code) {
  return fmt::format("{}:{}:{} {}", kSampleCandidates, line, column, code);
}

std::string at_list(std::string_view code) {
  return fmt::format("{}:7:14 {}", kSampleNotice, code);
}

std::string still_on_list() { return at_list("candidate-was-cancelled"); }

Quota quota_row(std::string_view unit, const AwardId& award, std::optional<int> awards,
                std::optional<int> recommends) {
  Quota row;
  row.recommended_by = unit;
  row.award = award;
  row.awards = awards;
  row.recommends = recommends;
  return row;
}

}  // namespace gongshi
