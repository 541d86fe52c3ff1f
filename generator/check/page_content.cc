#include "generator/check/page_content.h"

#include <fmt/format.h>

#include "generator/check/rules.h"
#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

void check_campaign(const Campaign& campaign, Diagnostics& problems) {
  if (campaign.basis.empty()) {
    report_rule(problems, campaign.place, "page-content-basis",
                "没有写评选依据；请加一节 [[basis]]，写上文件名称和文号");
  }
  for (const Candidate& candidate : campaign.candidates) {
    const Award* award = campaign.find(candidate.award);
    const bool is_person = award != nullptr && award->kind == AwardKind::Individual;
    if (!is_person || !trim_blanks(candidate.unit).empty()) continue;
    report_rule(problems, candidate.place, "page-content-unit",
                fmt::format("“{}”没有写工作单位；请填上 unit 这一格", candidate.name));
  }
}

}  // namespace

void check_page_content(const Content& content, Diagnostics& problems) {
  for (const Campaign& campaign : content.campaigns) check_campaign(campaign, problems);
  for (const Notice& notice : content.notices) {
    if (!notice.candidates.empty()) continue;
    report_rule(problems, notice.place_of("candidates"), "page-content-candidates",
                "公示里一名候选对象也没有；请在 candidates 里写上编号");
  }
}

}  // namespace gongshi
