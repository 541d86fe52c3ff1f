#include "generator/render/result_page.h"

#include "generator/render/frame.h"
#include "generator/render/indexing.h"
#include "generator/render/notice_view.h"
#include "generator/render/site_path.h"
#include "generator/render/standing.h"

namespace gongshi {
namespace {

template <class Key>
PageData describe_counts(const std::vector<Count<Key>>& counts) {
  PageData list = PageData::array();
  for (const auto& count : counts) {
    list.push_back({{"label", chinese(count.key)}, {"number", count.number}});
  }
  return list;
}

PageData describe_results(const Campaign& campaign, const ClosingRecord& record) {
  PageData list = PageData::array();
  for (const CandidateResult& result : record.results) {
    const Candidate& candidate = *campaign.find(result.candidate);
    list.push_back({{"name", candidate.name},
                    {"url", candidate_folder(campaign, candidate)},
                    {"award", campaign.find(candidate.award)->title},
                    {"disposition", chinese(result.disposition)}});
  }
  return list;
}

std::string leaf_list(const ClosingRecord& record) {
  std::string text;
  for (const auto index : record.leaf_indices) {
    if (!text.empty()) text += "、";
    text += std::to_string(index);
  }
  return text;
}

}  // namespace

Result<std::string> render_result_page(const SiteModel& site, const Notice& notice) {
  const ClosingRecord& record = *notice.closing;
  const std::string title = site.templates.message("result.title", {{"title", notice.title}});
  PageData data =
      frame(site, {.path = index_of(result_folder(notice)),
                   .title = title,
                   .meta = {},
                   .scripts = {},
                   .article = Article{.published = record.closed_at, .source = notice.publisher},
                   .description = standard_sentence(record),
                   .noindex = is_noindex(site, notice)});
  const Campaign& campaign = site.campaign_of(notice);
  if (notice.example) data["banner"] = site.templates.message("example.banner");
  data["notice"] = describe_notice(site, notice);
  data["crumbs"] = PageData::array({crumb(campaign_page_folder(campaign), campaign.title),
                                    crumb(notice_folder(notice), notice.title)});
  data["badge"] = describe_badge(site, notice, std::nullopt);
  data["sentence"] = standard_sentence(record);
  data["opens"] = chinese_date(record.opens);
  data["closes"] = chinese_last_moment(record.closes);
  data["working_days"] = record.working_days;
  data["objections"] = record.objections;
  data["any_objections"] = record.objections > 0;
  data["named"] = record.named;
  data["anonymous"] = record.anonymous;
  data["by_medium"] = describe_counts(record.by_medium);
  data["by_outcome"] = describe_counts(record.by_outcome);
  data["results"] = describe_results(campaign, record);
  data["leaf_indices"] = leaf_list(record);
  data["page_sha256"] = record.page_sha256;
  data["checkpoint"] = record.checkpoint;
  data["handler"] = record.handler;
  data["approver"] = record.approver;
  data["closed_on"] = chinese_date(date_of(record.closed_at));
  return site.templates.render("result", data);
}

}  // namespace gongshi
