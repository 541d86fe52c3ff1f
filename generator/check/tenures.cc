#include "generator/check/tenures.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "generator/check/rules.h"

namespace gongshi {
namespace {

// Of 29 February, the last day of February.
Date years_before(Date date, int years) {
  using std::chrono::year_month_day;
  const year_month_day day = year_month_day(date) - std::chrono::years(years);
  return Date(day.ok() ? day : day.year() / day.month() / std::chrono::last);
}

std::map<CampaignId, Date> first_publications(const Content& content) {
  std::map<CampaignId, Date> first;
  for (const Notice& notice : content.notices) {
    if (notice.published_at == Instant()) continue;  // loading has said so
    const Date published = date_of(notice.published_at);
    const auto [known, is_new] = first.try_emplace(notice.campaign, published);
    if (!is_new) known->second = std::min(known->second, published);
  }
  return first;
}

bool is_about(const Tenure& tenure, const AwardId& award) {
  return tenure.awards.empty() || std::ranges::count(tenure.awards, award) > 0;
}

class TenureChecker {
 public:
  // `counted_back_from` is where the years of a clean record end, if that is known.
  TenureChecker(const Tenure& tenure, std::optional<Date> counted_back_from, Diagnostics& problems)
      : tenure_(tenure), problems_(problems) {
    clean_since_ = tenure.clean_since;
    if (!tenure.clean_years || !counted_back_from) return;
    const Date since = years_before(*counted_back_from, *tenure.clean_years);
    clean_since_ = clean_since_ ? std::min(*clean_since_, since) : since;
  }

  void check(const Candidate& candidate) {
    check_confirmed(candidate);
    check_years(candidate);
    check_clean_record(candidate);
  }

 private:
  void check_confirmed(const Candidate& candidate) {
    const bool asks_clean_record = tenure_.clean_years || tenure_.clean_since;
    const bool years_missing = tenure_.years && !candidate.tenure_years;
    const bool since_missing = asks_clean_record && !candidate.clean_since;
    if (!years_missing && !since_missing) return;
    std::string columns = years_missing ? "tenure_years" : "";
    if (since_missing) columns += columns.empty() ? "clean_since" : " 和 clean_since";
    report(candidate, years_missing ? "tenure_years" : "clean_since", "tenure-unconfirmed",
           fmt::format("“{}”是否符合“{}”还没有确认；请核实后填上 {}", candidate.name, tenure_.title,
                       columns));
  }

  void check_years(const Candidate& candidate) {
    if (!tenure_.years || !candidate.tenure_years) return;
    if (*tenure_.years <= *candidate.tenure_years) return;
    report(candidate, "tenure_years", "tenure-too-short",
           fmt::format("“{}”确认的年数是 {} 年，“{}”要 {} 年；请核实或者撤下", candidate.name,
                       *candidate.tenure_years, tenure_.title, *tenure_.years));
  }

  void check_clean_record(const Candidate& candidate) {
    if (!clean_since_ || !candidate.clean_since) return;
    if (*candidate.clean_since <= *clean_since_) return;
    report(candidate, "clean_since", "clean-record-too-short",
           fmt::format("“{}”自 {} 起未发生违法违纪，“{}”要从 {} 或更早算起；请核实或者撤下",
                       candidate.name, to_text(*candidate.clean_since), tenure_.title,
                       to_text(*clean_since_)));
  }

  void report(const Candidate& candidate, std::string_view column, std::string_view code,
              std::string message) {
    report_rule(problems_, candidate.place_of(column), code, std::move(message));
  }

  const Tenure& tenure_;
  std::optional<Date> clean_since_;  // the latest day on which a clean record may begin
  Diagnostics& problems_;
};

}  // namespace

void check_tenures(const Content& content, Diagnostics& problems) {
  const std::map<CampaignId, Date> first = first_publications(content);
  for (const Campaign& campaign : content.campaigns) {
    const auto published = first.find(campaign.id);
    const auto announced = campaign.issued || published == first.end()
                               ? campaign.issued
                               : std::optional(published->second);
    for (const Tenure& tenure : campaign.tenures) {
      TenureChecker checker(tenure, announced, problems);
      for (const Candidate& candidate : campaign.candidates) {
        const bool is_meant = candidate.candidacy != Candidacy::Cancelled;
        if (is_meant && is_about(tenure, candidate.award)) checker.check(candidate);
      }
    }
  }
}

}  // namespace gongshi
