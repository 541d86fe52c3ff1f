#include "generator/render/terms_view.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>

#include "generator/load/cap_limit.h"
#include "generator/render/long_list.h"
#include "generator/render/notice_view.h"
#include "generator/render/quota_grid.h"

namespace gongshi {
namespace {

std::string counted(const SiteModel& site, const Award& award, std::int64_t number) {
  const bool individual = award.kind == AwardKind::Individual;
  return site.templates.message(individual ? "count.places" : "count.collectives",
                                {{"number", std::to_string(number)}});
}

PageData describe_lengths(const SiteModel& site, const Award& award) {
  const std::pair<const char*, std::optional<int>> lengths[] = {
      {"deeds_max", award.deeds_max_chars},
      {"deeds_about", award.deeds_about_chars},
      {"brief_max", award.brief_max_chars},
      {"performance_max", award.performance_max_chars},
  };
  PageData list = PageData::array();
  for (const auto& [key, number] : lengths) {
    const std::string message = std::string("lengths.") + key;
    if (!number) continue;
    list.push_back(site.templates.message(message, {{"number", std::to_string(*number)}}));
  }
  return list;
}

std::string titles_of(const Campaign& campaign, const std::vector<AwardId>& awards) {
  std::vector<std::string> titles;
  for (const AwardId& id : awards) titles.push_back(campaign.find(id)->title);
  return joined(titles);
}

// Quotas.

std::string name_of(const SiteModel& site, QuotaKind kind) {
  return site.templates.message(kind == QuotaKind::Awards ? "quota.awards" : "quota.recommends");
}

PageData describe_heads(const QuotaGrid& table) {
  PageData heads = PageData::array();
  int span = 0;
  for (const QuotaColumn& column : table.columns) {
    const std::string& title = column.award->title;
    if (!heads.empty() && heads.back()["award"].text() == title) {
      heads.back()["span"] = ++span;
    } else {
      span = 1;
      heads.push_back({{"award", title}, {"span", span}});
    }
  }
  return heads;
}

// On a phone each row is a card, whose lines need the names of both heads.
PageData describe_cells(const SiteModel& site, const QuotaGrid& table,
                        const std::vector<std::optional<int>>& numbers) {
  PageData cells = PageData::array();
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const QuotaColumn& column = table.columns[i];
    cells.push_back({{"label", column.award->title + " " + name_of(site, column.kind)},
                     {"number", numbers[i] ? std::to_string(*numbers[i])
                                           : site.templates.message("quota.not_allocated")}});
  }
  return cells;
}

std::string unit_of(const SiteModel& site, const Quota& quota) {
  if (!quota.is_group()) return quota.recommended_by;
  return site.templates.message(quota.for_each_unit ? "quota.each" : "quota.together",
                                {{"group", quota.recommended_by}});
}

PageData describe_rows(const SiteModel& site, const QuotaGrid& table) {
  PageData rows = PageData::array();
  for (const QuotaRow& row : table.rows) {
    rows.push_back({{"unit", unit_of(site, *row.head)},
                    {"units", joined(row.head->units)},
                    {"cells", describe_cells(site, table, row.cells)}});
  }
  return rows;
}

PageData describe_rules(const SiteModel& site, const Campaign& campaign) {
  PageData rules = PageData::array();
  if (campaign.surplus) {
    rules.push_back(site.templates.message(
        "quota.surplus", {{"awards", std::to_string(campaign.surplus->awards)},
                          {"recommends", std::to_string(campaign.surplus->recommends)}}));
  }
  if (!campaign.quota_exemptions.empty()) {
    rules.push_back(site.templates.message("quota.exemptions",
                                           {{"reasons", joined(campaign.quota_exemptions)}}));
  }
  return rules;
}

// Terms.

PageData item(const std::string& sentence) {
  return {{"sentence", sentence}, {"mark", ""},  {"hard", false},
          {"applies", ""},        {"limit", ""}, {"note", ""}};
}

void set_strength(const SiteModel& site, Strength strength, PageData& item) {
  const bool hard = strength == Strength::Hard;
  item["hard"] = hard;
  item["mark"] = site.templates.message(hard ? "strength.hard" : "strength.soft");
}

std::string applies_to(const SiteModel& site, const Campaign& campaign,
                       const std::vector<AwardId>& awards,
                       const std::vector<std::string>& natures) {
  std::vector<std::string> parts;
  if (!awards.empty()) parts.push_back(titles_of(campaign, awards));
  if (!natures.empty()) parts.push_back(joined(natures));
  if (parts.empty()) return "";
  return site.templates.message("terms.applies", {{"whom", joined(parts)}});
}

std::string limit_of(const SiteModel& site, const Campaign& campaign, const Cap& cap) {
  if (cap.counted_elsewhere) return site.templates.message("cap.elsewhere");
  const auto limit = cap_limit(campaign, cap);
  if (!limit) return "";
  const Award& award = *campaign.find(cap.of_awards.front());
  return site.templates.message(cap.at_least ? "cap.at_least" : "cap.at_most",
                                {{"awards", titles_of(campaign, cap.of_awards)},
                                 {"total", counted(site, award, *denominator_of(campaign, cap))},
                                 {"percent", std::to_string(*cap.percent)},
                                 {"limit", counted(site, award, *limit)}});
}

PageData limits(const SiteModel& site, const Campaign& campaign) {
  PageData items = PageData::array();
  for (const JointLimit& limit : campaign.joint_limits) {
    items.push_back(item(limit.title));
    set_strength(site, limit.strength, items.back());
  }
  for (const Cap& cap : campaign.caps) {
    items.push_back(item(cap.title));
    set_strength(site, cap.strength, items.back());
    items.back()["limit"] = limit_of(site, campaign, cap);
    items.back()["note"] = cap.note;
  }
  return items;
}

PageData exclusions(const SiteModel& site, const Campaign& campaign) {
  PageData items = PageData::array();
  for (const Exclusion& exclusion : campaign.exclusions) {
    items.push_back(item(exclusion.title));
    set_strength(site, exclusion.strength, items.back());
    items.back()["applies"] = applies_to(site, campaign, exclusion.selector.awards, {});
  }
  return items;
}

PageData tenures(const SiteModel& site, const Campaign& campaign) {
  PageData items = PageData::array();
  for (const Tenure& tenure : campaign.tenures) {
    items.push_back(item(tenure.title));
    items.back()["applies"] = applies_to(site, campaign, tenure.awards, {});
  }
  return items;
}

PageData consultations(const SiteModel& site, const Campaign& campaign) {
  PageData items = PageData::array();
  for (const Consultation& consultation : campaign.consultations) {
    items.push_back(
        item(site.templates.message("terms.consultation", {{"organ", consultation.organ}})));
    items.back()["applies"] = applies_to(site, campaign, consultation.awards, consultation.natures);
  }
  return items;
}

}  // namespace

PageData describe_awards(const SiteModel& site, const Campaign& campaign) {
  PageData awards = PageData::array();
  for (const Award& award : campaign.awards) {
    awards.push_back({{"award", award.title},
                      {"total", award.total ? counted(site, award, *award.total) : ""},
                      {"lengths", describe_lengths(site, award)}});
  }
  return awards;
}

PageData describe_quotas(const SiteModel& site, const Campaign& campaign) {
  const QuotaGrid table = quota_grid(campaign);
  PageData columns = PageData::array();
  for (const QuotaColumn& column : table.columns) columns.push_back(name_of(site, column.kind));
  PageData rows = describe_rows(site, table);
  const bool any_total = !table.totals.empty();
  return {{"any", !table.columns.empty()},
          {"heads", describe_heads(table)},
          {"columns", std::move(columns)},
          {"long", is_long(rows)},
          {"rows", std::move(rows)},
          {"any_total", any_total},
          {"totals", any_total ? describe_cells(site, table, table.totals) : PageData::array()},
          {"rules", describe_rules(site, campaign)}};
}

PageData describe_terms(const SiteModel& site, const Campaign& campaign) {
  const std::pair<std::string, PageData> groups[] = {
      {site.templates.message("terms.limits"), limits(site, campaign)},
      {site.templates.message("terms.exclusions"), exclusions(site, campaign)},
      {site.templates.message("terms.tenures"), tenures(site, campaign)},
      {site.templates.message("terms.consultations"), consultations(site, campaign)},
  };
  PageData terms = PageData::array();
  for (const auto& [heading, items] : groups) {
    if (!items.empty()) terms.push_back({{"heading", heading}, {"items", items}});
  }
  return terms;
}

PageData describe_deadlines(const Campaign& campaign) {
  std::vector<const Deadline*> deadlines;
  for (const Deadline& deadline : campaign.deadlines) deadlines.push_back(&deadline);
  std::ranges::stable_sort(deadlines, {}, &Deadline::due);
  PageData list = PageData::array();
  for (const Deadline* deadline : deadlines) {
    list.push_back({{"due", chinese_date(deadline->due)}, {"what", deadline->title}});
  }
  return list;
}

}  // namespace gongshi
