#include "intake/papers/report_page.h"

#include <fmt/format.h>

#include <map>
#include <utility>
#include <vector>

#include "generator/notice/json.h"
#include "site-templates/qr_code.h"

namespace gongshi {
namespace {

void add_count(std::string_view label, int number, Json& list) {
  list.push_back({{"mark", list.empty() ? "" : "、"}, {"label", label}, {"number", number}});
}

template <class Key>
Json describe_counts(const std::vector<Count<Key>>& counts) {
  Json list = Json::array();
  for (const Count<Key>& count : counts) add_count(chinese(count.key), count.number, list);
  return list;
}

// The year once, then months and days: 2017年6月21日、6月22日 …
std::string list_of_days(const std::vector<Date>& days) {
  std::string list;
  std::string year;
  for (const Date day : days) {
    const std::string whole = chinese_date(day);
    const std::size_t after_year = whole.find("年") + std::string_view("年").size();
    const bool same_year = whole.substr(0, after_year) == year;
    if (!list.empty()) list += "、";
    list += same_year ? whole.substr(after_year) : whole;
    year = whole.substr(0, after_year);
  }
  return list;
}

Json describe_channels(const TemplateSet& templates, const ManifestNotice& notice) {
  Json channels = Json::array();
  for (const Channel& channel : notice.channels) {
    channels.push_back({{"label", templates.message("channel." + channel.kind)},
                        {"value", channel.value},
                        {"hours", channel.hours}});
  }
  return channels;
}

Json describe_results(const ManifestNotice& notice, const ClosingRecord& record) {
  Json list = Json::array();
  for (const CandidateResult& result : record.results) {
    const ManifestCandidate* candidate = notice.find(result.candidate);
    const bool known = candidate != nullptr;
    list.push_back({{"ordinal", list.size() + 1},
                    {"name", known ? candidate->name : result.candidate.text()},
                    {"unit", known ? candidate->unit : ""},
                    {"award", known ? candidate->award : ""},
                    {"disposition", chinese(result.disposition)}});
  }
  return list;
}

Json describe_dispositions(const ClosingRecord& record) {
  std::map<Disposition, int> numbers;
  for (const CandidateResult& result : record.results) ++numbers[result.disposition];
  Json list = Json::array();
  for (const auto& [disposition, number] : numbers) {
    add_count(chinese(disposition), number, list);
  }
  return list;
}

std::string title_of(const TemplateSet& templates, const std::string& notice) {
  const char* key = notice.ends_with("公示") ? "report.title_of_notice" : "report.title";
  return templates.message(key, {{"title", notice}});
}

void add_objections(const ClosingRecord& record, Json& data) {
  data["sentence"] = standard_sentence(record);
  data["any_objections"] = record.objections > 0;
  data["objections"] = record.objections;
  data["named"] = record.named;
  data["anonymous"] = record.anonymous;
  data["by_medium"] = describe_counts(record.by_medium);
  data["by_outcome"] = describe_counts(record.by_outcome);
}

}  // namespace

Result<std::string> report_page(const TemplateSet& templates, const ReportMatter& matter) {
  const ManifestNotice& notice = matter.notice;
  const ClosingRecord& record = matter.record;
  const std::string address = matter.site.base_url + notice.url;
  const auto qr = qr_code(address);
  if (!qr) return tl::unexpected(qr.error());
  Json data = {{"title", title_of(templates, notice.title)},
               {"site_name", matter.site.name},
               {"notice",
                {{"id", notice.id.text()},
                 {"title", notice.title},
                 {"publisher", notice.publisher},
                 {"published", chinese_date(date_of(notice.published_at))},
                 {"address", address}}},
               {"opens", chinese_date(record.opens)},
               {"last_moment", chinese_last_moment(record.closes)},
               {"working_days", record.working_days},
               {"days", list_of_days(notice.working_days)},
               {"any_channels", !notice.channels.empty()},
               {"channels", describe_channels(templates, notice)},
               {"candidates", record.results.size()},
               {"by_disposition", describe_dispositions(record)},
               {"results", describe_results(notice, record)},
               {"page_sha256", record.page_sha256},
               {"record_sha256", matter.record_sha256},
               {"log", matter.log},
               {"leaf_index", matter.leaf_index},
               {"qr", {{"size", qr->size}, {"path", qr->path}}},
               {"handler", record.handler},
               {"approver", record.approver},
               {"closed_on", chinese_date(date_of(record.closed_at))},
               {"closed_date", to_text(date_of(record.closed_at))}};
  add_objections(record, data);
  return templates.render_paper("report", data);
}

}  // namespace gongshi
