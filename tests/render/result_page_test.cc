#include "generator/render/result_page.h"

#include <gmock/gmock.h>

#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;
using Pieces = std::vector<std::string>;

std::string page(const ClosingRecord& record) {
  SampleSite site;
  site.notice().closing = record;
  auto rendered = render_result_page(site.model(), site.notice());
  return rendered ? *rendered : rendered.error().message;
}

TEST(ResultPageTest, TellsWhatTheOfficeAttests) {
  EXPECT_THAT(
      page(sample_closing()),
      HasInOrder(Pieces{
          "已办结", "<h1>关于全国信访系统先进集体和先进工作者正式推荐对象的公示（公示结果）</h1>",
          "公示期间收到异议2件，经核查不影响推荐。",
          "2017年6月21日至2017年6月27日24时（含当日），共5个工作日", "阳泉市信访局", "通过",
          "周方志", "2件", "实名1件，匿名1件", "电话1件", "网络1件", "不属实2件", "0、1", "李经办",
          "赵审批", std::string(64, 'd'), "demo.example/objections", "2017年7月3日"}));
}

TEST(ResultPageTest, SaysNoObjectionOnlyWhenThereWasNone) {
  ClosingRecord record = sample_closing();
  record.objections = 0;
  record.named = record.anonymous = 0;
  record.by_medium.clear();
  record.by_outcome.clear();
  record.leaf_indices.clear();
  EXPECT_THAT(page(record), HasSubstr("公示期间未收到异议，公示无异议。"));
  EXPECT_THAT(page(record), Not(HasSubstr("实名0件")));
  EXPECT_THAT(page(sample_closing()), Not(HasSubstr("公示无异议")));
}

TEST(ResultPageTest, EachCandidateHasItsOwnResult) {
  ClosingRecord record = sample_closing();
  record.results[3].disposition = Disposition::Cancelled;
  record.results[4].disposition = Disposition::Deferred;
  EXPECT_THAT(page(record),
              HasInOrder(Pieces{"周方志", "取消", "张格平", "暂缓", "王连成", "通过"}));
}

}  // namespace
}  // namespace gongshi
