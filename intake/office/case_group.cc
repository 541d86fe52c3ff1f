#include "intake/office/case_group.h"

#include <utility>

#include "intake/desk/case_file.h"
#include "intake/office/desk_rules.h"
#include "intake/office/page_links.h"

namespace gongshi {
namespace {

// Who is recused is told nothing of how it stands.
Json describe_case(const Desk& desk, const CaseFile& file) {
  const bool is_told = !is_recused(file.standing, desk.account.shown);
  return {{"number", file.objection.number},
          {"url", desk_address(desk_path::kCase, {{"number", file.objection.number}})},
          {"state", is_told ? chinese(file.state()) : ""},
          {"state_word", is_told ? to_text(file.state()) : ""}};
}

Json describe_leader(const Desk& desk, const std::string& number) {
  Json cases = Json::array();
  if (const Result<CaseFile> leader = open_case(desk.reg, number)) {
    cases.push_back(describe_case(desk, *leader));
  }
  return {{"sentence", desk.frame.templates.message("desk.group.joined")}, {"cases", cases}};
}

}  // namespace

Result<CaseGroup> read_case_group(const Desk& desk, const CaseFile& file) {
  Result<Group> group = group_of(desk.reg, file.objection.number);
  if (!group) return tl::unexpected(group.error());
  CaseGroup found{.group = *std::move(group), .suggested = {}};
  if (!may_join(file.standing, found.group)) return found;
  if (!may(file.standing, HandlingStep::Join)) {  // then only one of its own may lead after it
    for (const CaseFile& member : found.group.members) {
      found.suggested.push_back(member.objection.number);
    }
    return found;
  }
  Result<std::vector<std::string>> likely = likely_duplicates(desk.reg, file);
  if (!likely) return tl::unexpected(likely.error());
  found.suggested = *std::move(likely);
  return found;
}

Json describe_group(const Desk& desk, const CaseFile& file, const CaseGroup& group) {
  const std::string& leader = file.standing.leader;
  if (!leader.empty()) return describe_leader(desk, leader);
  if (group.group.members.empty()) return false;
  Json cases = Json::array();
  for (const CaseFile& member : group.group.members) cases.push_back(describe_case(desk, member));
  const char* key = leads_on(file.standing) ? "desk.group.leads"
                    : file.standing.review  ? "desk.group.reviewed"
                                            : "desk.group.withdrawn";
  return {{"sentence", desk.frame.templates.message(key)}, {"cases", cases}};
}

}  // namespace gongshi
