#include "generator/load/campaign_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <string>
#include <utility>

#include "generator/load/candidate_columns.h"
#include "generator/load/candidates_file.h"
#include "generator/load/conditions_tables.h"
#include "generator/load/content_path.h"
#include "generator/load/disclosure_tables.h"
#include "generator/load/fields.h"
#include "generator/load/text_file.h"
#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

constexpr std::array<Word<AwardKind>, 2> kAwardKinds = {{
    {"collective", AwardKind::Collective},
    {"individual", AwardKind::Individual},
}};
constexpr std::array<Word<StepKind>, 3> kStepKinds = {{
    {"review", StepKind::Review},
    {"publicity", StepKind::Publicity},
    {"decision", StepKind::Decision},
}};
constexpr std::array<Word<DayUnit>, 2> kDayUnits = {{
    {"workday", DayUnit::Workday},
    {"calendar-day", DayUnit::CalendarDay},
}};
constexpr std::array<Word<Length>, 2> kLengths = {{
    {"at-least", Length::AtLeast},
    {"exact", Length::Exact},
}};
constexpr std::array<Word<ListLimit>, 3> kListLimits = {{
    {"recommends", ListLimit::Recommends},
    {"awards", ListLimit::Awards},
    {"none", ListLimit::None},
}};
constexpr std::array<Word<Indexing>, 2> kIndexings = {{
    {"until-closed", Indexing::UntilClosed},
    {"always", Indexing::Always},
}};
// The vocabulary spells these, because the manifest carries them too.
const std::array<Word<IdentityPolicy>, 3> kIdentityPolicies = {{
    {to_text(IdentityPolicy::Open), IdentityPolicy::Open},
    {to_text(IdentityPolicy::EncourageRealName), IdentityPolicy::EncourageRealName},
    {to_text(IdentityPolicy::RequireRealName), IdentityPolicy::RequireRealName},
}};
const std::array<Word<LatePolicy>, 2> kLatePolicies = {{
    {to_text(LatePolicy::Refuse), LatePolicy::Refuse},
    {to_text(LatePolicy::MarkLate), LatePolicy::MarkLate},
}};

constexpr int kDeedsCharsMax = 1'000'000;
constexpr int kAwardsMax = 1'000'000;

// False for an id that is missing, or taken; the latter is a problem here.
template <class Id>
bool takes_new_id(const Id& id, KnownNames& taken, const Place& place, std::string_view what,
                  Diagnostics& problems) {
  if (id.empty()) return false;
  if (taken.insert(id.text()).second) return true;
  report_duplicate_id(problems, place, what, id.text());
  return false;
}

std::vector<Basis> read_basis(TomlTable& campaign) {
  std::vector<Basis> basis;
  for (TomlTable& table : campaign.tables("basis")) {
    basis.push_back(
        {.title = table.required_text("title"), .number = table.text("number").value_or("")});
    table.report_unknown_keys();
  }
  return basis;
}

Award read_award(TomlTable& table) {
  Award award;
  award.id = read_id<AwardId>(table, "id");
  award.title = table.required_text("title");
  table.required_text("kind");
  award.kind = read_word<AwardKind>(table, "kind", kAwardKinds, AwardKind::Individual);
  award.total = read_number(table, "total", 1, kAwardsMax);
  award.deeds_max_chars = read_number(table, "deeds_max_chars", 1, kDeedsCharsMax);
  award.deeds_about_chars = read_number(table, "deeds_about_chars", 1, kDeedsCharsMax);
  award.brief_max_chars = read_number(table, "brief_max_chars", 1, kDeedsCharsMax);
  award.performance_max_chars = read_number(table, "performance_max_chars", 1, kDeedsCharsMax);
  award.place = table.place();
  table.report_unknown_keys();
  return award;
}

// How long a publicity step runs; other steps have no length.
void read_length(TomlTable& table, Step& step) {
  if (step.kind == StepKind::Publicity && !step.held_elsewhere) {
    report_if_missing(table, "working_days");
  }
  if (step.kind != StepKind::Publicity && table.has("working_days")) {
    table.report(table.place_of("working_days"), "not-a-publicity-step",
                 "只有公示步骤（kind = \"publicity\"）才有 working_days，请删去");
  }
  step.working_days = read_number(table, "working_days", 1, kWindowDaysMax).value_or(0);
  step.unit = read_word<DayUnit>(table, "unit", kDayUnits, DayUnit::Workday);
  step.length = read_word<Length>(table, "length", kLengths, Length::AtLeast);
  const bool rolls_forward = table.boolean("roll_forward").value_or(false);
  step.last_day = rolls_forward ? LastDay::RollsForward : LastDay::Stands;
}

Step read_step(TomlTable& table) {
  Step step;
  step.id = read_id<StepId>(table, "id");
  step.title = table.required_text("title");
  table.required_text("kind");
  step.kind = read_word<StepKind>(table, "kind", kStepKinds, StepKind::Review);
  step.held_elsewhere = table.boolean("held_elsewhere").value_or(false);
  step.completed = read_date(table, "completed");
  step.list_limit = read_word<ListLimit>(table, "list_limit", kListLimits, ListLimit::Recommends);
  step.skipped_by = read_texts(table, "skipped_by");
  step.organ = table.text("organ").value_or("");
  step.scope = table.text("scope").value_or("");
  read_length(table, step);
  step.place = table.place();
  table.report_unknown_keys();
  return step;
}

std::vector<Award> read_awards(TomlTable& campaign, Diagnostics& problems) {
  std::vector<Award> awards;
  KnownNames ids;
  report_if_missing(campaign, "award");
  for (TomlTable& table : campaign.tables("award")) {
    Award award = read_award(table);
    const bool is_new = takes_new_id(award.id, ids, table.place_of("id"), "奖项", problems);
    if (is_new) awards.push_back(std::move(award));
  }
  return awards;
}

std::vector<Step> read_steps(TomlTable& campaign, Diagnostics& problems) {
  std::vector<Step> steps;
  KnownNames ids;
  report_if_missing(campaign, "step");
  for (TomlTable& table : campaign.tables("step")) {
    Step step = read_step(table);
    const bool is_new = takes_new_id(step.id, ids, table.place_of("id"), "评选步骤", problems);
    if (is_new) steps.push_back(std::move(step));
  }
  return steps;
}

// Only columns that may be shown at all can be chosen.
std::vector<std::string> read_public_fields(TomlTable& table) {
  KnownNames known;
  for (const CandidateColumn& column : candidate_columns()) {
    if (column.kind == ColumnClass::Optional) known.emplace(column.name);
  }
  std::vector<std::string> fields;
  for (auto& field : table.texts("public_fields")) {
    if (known.contains(field.value)) {
      fields.push_back(std::move(field.value));
    } else {
      table.report(field.place, "not-publishable",
                   fmt::format("“{}”不是可以选择公开的一项；可以写：{}", field.value,
                               fmt::join(known, "、")));
    }
  }
  return fields;
}

void read_policies(TomlTable& table, Campaign& campaign) {
  campaign.identity_policy = read_word<IdentityPolicy>(table, "identity_policy", kIdentityPolicies,
                                                       IdentityPolicy::EncourageRealName);
  campaign.late_policy =
      read_word<LatePolicy>(table, "late_policy", kLatePolicies, LatePolicy::Refuse);
  campaign.indexing = read_word<Indexing>(table, "indexing", kIndexings, Indexing::UntilClosed);
  campaign.substitutes = table.boolean("substitutes").value_or(false);
  campaign.sever = table.boolean("sever").value_or(false);
  campaign.quota_exemptions = read_texts(table, "quota_exemptions");
  if (table.has("public_fields")) campaign.public_fields = read_public_fields(table);
}

void read_rules(TomlTable& table, Campaign& campaign, Diagnostics& problems) {
  campaign.title = table.required_text("title");
  campaign.organisers = read_texts(table, "organisers");
  campaign.region = trim_blanks(table.text("region").value_or(""));
  campaign.basis = read_basis(table);
  campaign.awards = read_awards(table, problems);
  campaign.steps = read_steps(table, problems);
  campaign.issued = read_date(table, "issued");
  read_policies(table, campaign);
  read_conditions(table, campaign, problems);
  campaign.disclosure = read_disclosure(table);
  campaign.contacts = read_contacts(table, campaign.contact_lines);
  campaign.waivers = read_waivers(table);
  table.report_unknown_keys();
}

}  // namespace

Campaign load_campaign(const SourceTree& tree, const CampaignId& id, Diagnostics& problems) {
  Campaign campaign;
  campaign.id = id;
  const std::string folder = campaign_folder(id.text());
  const std::string rules_path = folder + "campaign.toml";
  campaign.place = {.file = tree.shown(rules_path)};
  const auto rules =
      read_required_text(tree, rules_path, "写上评选活动的名称、奖项和步骤", problems);
  if (rules) {
    auto table = parse_toml(*rules, tree.shown(rules_path), 0, problems);
    if (table) read_rules(*table, campaign, problems);
  }
  campaign.criteria_place = {.file = tree.shown(folder + "criteria.md"), .line = 1, .column = 1};
  campaign.decree_place = {.file = tree.shown(folder + "decree.md"), .line = 1, .column = 1};
  campaign.criteria =
      read_required_text(tree, folder + "criteria.md", "写上评选条件", problems).value_or("");
  campaign.decree = read_text(tree, folder + "decree.md", problems).value_or("");
  load_candidates(tree, folder, campaign, problems);
  return campaign;
}

}  // namespace gongshi
