#include "generator/load/conditions_tables.h"

#include <array>
#include <string>
#include <utility>

#include "generator/load/fields.h"

namespace gongshi {
namespace {

constexpr std::array<Word<Strength>, 2> kStrengths = {{
    {"hard", Strength::Hard},
    {"soft", Strength::Soft},
}};
constexpr std::array<Word<TenureKind>, 3> kTenureKinds = {{
    {"any", TenureKind::Any},
    {"continuous", TenureKind::Continuous},
    {"cumulative", TenureKind::Cumulative},
}};

constexpr int kQuotaMax = 1'000'000;
constexpr int kYearsMax = 100;

class ConditionsReader {
 public:
  ConditionsReader(Campaign& campaign, Diagnostics& problems)
      : campaign_(campaign), problems_(problems) {
    for (const Award& award : campaign.awards) awards_.insert(award.id.text());
    for (const Step& step : campaign.steps) steps_.insert(step.id.text());
  }

  void read(TomlTable& table) {
    each(table, "quota", campaign_.quotas, &ConditionsReader::read_quota);
    if (auto part = table.table("surplus")) campaign_.surplus = read_surplus(*part);
    each(table, "joint_limit", campaign_.joint_limits, &ConditionsReader::read_joint_limit);
    each(table, "cap", campaign_.caps, &ConditionsReader::read_cap);
    each(table, "exclusion", campaign_.exclusions, &ConditionsReader::read_exclusion);
    each(table, "tenure", campaign_.tenures, &ConditionsReader::read_tenure);
    each(table, "consultation", campaign_.consultations, &ConditionsReader::read_consultation);
    each(table, "deadline", campaign_.deadlines, &ConditionsReader::read_deadline);
  }

 private:
  template <class Term>
  void each(TomlTable& table, std::string_view key, std::vector<Term>& terms,
            Term (ConditionsReader::*read_term)(TomlTable&)) {
    for (TomlTable& part : table.tables(key)) {
      terms.push_back((this->*read_term)(part));
      terms.back().place = part.place();
      part.report_unknown_keys();
    }
  }

  Quota read_quota(TomlTable& table) {
    Quota quota;
    quota.recommended_by = table.required_text("recommended_by");
    quota.award = read_id<AwardId>(table, "award");
    check_award(quota.award, table.place_of("award"));
    quota.awards = read_number(table, "awards", 0, kQuotaMax);
    quota.recommends = read_number(table, "recommends", 0, kQuotaMax);
    quota.units = read_texts(table, "units");
    quota.other_units = table.boolean("other_units").value_or(false);
    quota.for_each_unit = table.boolean("for_each_unit").value_or(false);
    if (quota.for_each_unit && !quota.is_group()) {
      table.report(table.place_of("for_each_unit"), "quota-group",
                   "写了每个单位各有的名额，没有写是哪些单位；请写 units，或写 other_units = true");
    }
    return quota;
  }

  static Surplus read_surplus(TomlTable& table) {
    Surplus surplus;
    surplus.awards = read_required_number(table, "awards", 1, kQuotaMax);
    surplus.recommends = read_required_number(table, "recommends", 1, kQuotaMax);
    surplus.place = table.place();
    table.report_unknown_keys();
    return surplus;
  }

  JointLimit read_joint_limit(TomlTable& table) {
    return {.recommended_by = table.required_text("recommended_by"),
            .candidates = read_required_number(table, "candidates", 1, kQuotaMax),
            .strength = read_strength(table, Strength::Soft),
            .title = table.required_text("title"),
            .place = {}};
  }

  Cap read_cap(TomlTable& table) {
    Cap cap;
    cap.title = table.required_text("title");
    cap.selector = read_selector(table);
    cap.percent = read_number(table, "percent", 0, 100);
    cap.count = read_number(table, "count", 0, kQuotaMax);
    cap.at_least = table.boolean("at_least").value_or(false);
    cap.each_unit = table.boolean("each_unit").value_or(false);
    cap.of_awards = read_awards(table, "of_awards");
    cap.counted_elsewhere = table.boolean("counted_elsewhere").value_or(false);
    cap.strength = read_strength(table, Strength::Soft);
    cap.note = table.text("note").value_or("");
    check_limit(cap, table);
    return cap;
  }

  // A cap says either a number or a part of something.
  static void check_limit(const Cap& cap, const TomlTable& table) {
    if (table.has("percent") == table.has("count")) {
      table.report(table.place(), "cap-limit",
                   "一项比例或数量限制要写 percent（百分比）或 count（个数），二者写一个");
    } else if (cap.percent && cap.of_awards.empty() && !cap.counted_elsewhere) {
      table.report(table.place_of("percent"), "cap-denominator",
                   "写了百分比，没有写占什么的百分比；请在 of_awards 里写上计入总数的奖项");
    }
  }

  Exclusion read_exclusion(TomlTable& table) {
    return {.title = table.required_text("title"),
            .selector = read_selector(table),
            .strength = read_strength(table, Strength::Hard),
            .place = {}};
  }

  Tenure read_tenure(TomlTable& table) {
    return {.title = table.required_text("title"),
            .awards = read_awards(table, "awards"),
            .years = read_number(table, "years", 1, kYearsMax),
            .kind = read_word<TenureKind>(table, "kind", kTenureKinds, TenureKind::Any),
            .clean_years = read_number(table, "clean_years", 1, kYearsMax),
            .clean_since = read_date(table, "clean_since"),
            .place = {}};
  }

  Consultation read_consultation(TomlTable& table) {
    return {.organ = table.required_text("organ"),
            .awards = read_awards(table, "awards"),
            .natures = read_texts(table, "natures"),
            .place = {}};
  }

  Deadline read_deadline(TomlTable& table) {
    Deadline deadline;
    deadline.title = table.required_text("title");
    deadline.due = read_required_date(table, "due").value_or(Date());
    deadline.step = read_optional_id<StepId>(table, "step");
    if (deadline.step) {
      report_unknown_reference(problems_, table.place_of("step"), "评选步骤", deadline.step->text(),
                               steps_);
    }
    return deadline;
  }

  Selector read_selector(TomlTable& table) {
    Selector selector{.awards = read_awards(table, "awards"),
                      .levels = read_texts(table, "levels"),
                      .natures = read_texts(table, "natures"),
                      .honours = read_texts(table, "honours"),
                      .endings = read_texts(table, "endings")};
    const bool selects = !selector.levels.empty() || !selector.natures.empty() ||
                         !selector.honours.empty() || !selector.endings.empty();
    if (!selects) {
      table.report(table.place(), "selector-empty",
                   "没有写限制的是哪些对象；请在 levels、natures、honours 或 endings 里写上");
    }
    return selector;
  }

  static Strength read_strength(TomlTable& table, Strength fallback) {
    return read_word<Strength>(table, "strength", kStrengths, fallback);
  }

  std::vector<AwardId> read_awards(TomlTable& table, std::string_view key) {
    std::vector<AwardId> ids = read_ids<AwardId>(table, key);
    for (const AwardId& id : ids) check_award(id, table.place_of(key));
    return ids;
  }

  void check_award(const AwardId& id, const Place& place) {
    if (id.empty()) return;
    report_unknown_reference(problems_, place, "奖项", id.text(), awards_);
  }

  Campaign& campaign_;
  Diagnostics& problems_;
  KnownNames awards_;
  KnownNames steps_;
};

}  // namespace

void read_conditions(TomlTable& table, Campaign& campaign, Diagnostics& problems) {
  ConditionsReader(campaign, problems).read(table);
}

}  // namespace gongshi
