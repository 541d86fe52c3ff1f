#include "generator/render/campaign_page.h"

#include <gmock/gmock.h>

#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;
using Pieces = std::vector<std::string>;

std::string page(const SampleSite& site) {
  auto rendered = render_campaign_page(site.model(), site.content.campaigns.front());
  return rendered ? *rendered : rendered.error().message;
}

Date date(std::string_view text) { return parse_date(text).value(); }

// The sample campaign with every kind of term that a document can set.
SampleSite full_site() {
  SampleSite site;
  Campaign& campaign = site.campaign();
  campaign.organisers = {"某省人社厅", "某省信访局"};
  campaign.issued = date("2017-05-15");
  campaign.awards[0].total = 33;
  campaign.awards[0].deeds_max_chars = 1500;
  campaign.awards[1].total = 67;
  Step review;
  review.id = StepId::parse("review").value();
  review.title = "初审";
  review.organ = "办公室";
  review.completed = date("2017-06-01");
  review.skipped_by = {"省直单位"};
  campaign.steps.front().scope = "全省范围";
  Step decision;
  decision.id = StepId::parse("decision").value();
  decision.title = "决定表彰";
  decision.kind = StepKind::Decision;
  decision.held_elsewhere = true;
  campaign.steps = {review, campaign.steps.front(), decision};
  Quota quota;
  quota.recommended_by = "各市";
  quota.units = {"太原市", "大同市"};
  quota.for_each_unit = true;
  quota.award = campaign.awards[1].id;
  quota.recommends = 3;
  campaign.quotas = {quota};
  campaign.surplus = Surplus{.awards = 5, .recommends = 6, .place = {}};
  Cap cap;
  cap.title = "县处级干部不超过20%";
  cap.percent = 20;
  cap.of_awards = {campaign.awards[1].id};
  cap.note = "从严理解。";
  campaign.caps = {cap};
  campaign.exclusions.emplace_back().title = "副厅局级不参加评选";
  campaign.tenures.emplace_back().title = "连续从事信访工作3年以上";
  campaign.tenures.back().awards = {campaign.awards[1].id};
  campaign.consultations.emplace_back().organ = "公安机关";
  campaign.consultations.back().natures = {"机关"};
  for (const auto& [title, due] :
       {std::pair{"报送正式材料", "2017-06-05"}, std::pair{"报送初步材料", "2017-05-22"}}) {
    campaign.deadlines.emplace_back().title = title;
    campaign.deadlines.back().due = date(due);
  }
  campaign.disclosure.index_number = "015000185/2021-00308";
  campaign.disclosure.openness = "此件公开发布";
  campaign.contacts.emplace_back().office = "省信访局";
  campaign.contacts.back().phones = {"0351-4019531"};
  return site;
}

TEST(CampaignPageTest, TellsTheWholeCampaignInOrder) {
  EXPECT_THAT(
      page(full_site()),
      HasInOrder(Pieces{"<title>全国信访系统先进集体和先进工作者评选",
                        "<h1>全国信访系统先进集体和先进工作者评选</h1>",
                        "进行到第2步“省级公示”（共3步）：公示截止时间为2017年6月27日24时（含当日）",
                        "某省人社厅、某省信访局",
                        "2017年5月15日",
                        "评选进程",
                        "初审",
                        "已完成",
                        "2017年6月1日",
                        "省级公示",
                        "当前步骤",
                        "2017年6月21日",
                        "至6月27日",
                        "决定表彰",
                        "其他单位办理",
                        "../../notices/shanxi-2017/",
                        "评选步骤",
                        "组织：办公室",
                        "省直单位不经过这一步。",
                        "公示范围：全省范围",
                        "公示期：不少于5个工作日",
                        "奖项和名额",
                        "33个",
                        "主要事迹不超过1500字",
                        "67名",
                        "名额分配表",
                        "推荐名额",
                        "各市（每个）",
                        "太原市、大同市",
                        "合计",
                        "6",
                        "差额比例5∶6",
                        "名额限制",
                        "一般",
                        "县处级干部不超过20%",
                        "全国信访系统先进工作者共67名，20%即不超过13名",
                        "从严理解。",
                        "不推荐的对象",
                        "硬性",
                        "副厅局级不参加评选",
                        "工作年限",
                        "适用于：全国信访系统先进工作者",
                        "征求公安机关的意见",
                        "适用于：机关",
                        "评选条件",
                        "<h3>先进集体</h3>",
                        "时间安排",
                        "2017年5月22日",
                        "2017年6月5日",
                        "人社部函〔2017〕57号",
                        "索引号",
                        "015000185/2021-00308",
                        "tel:03514019531",
                        "（此件公开发布）"}));
}

TEST(CampaignPageTest, CarriesTheMetaTagsOfGovernmentPages) {
  const std::string bytes = page(full_site());
  for (const char* meta : {"\"ArticleTitle\" content=\"全国信访系统先进集体",
                           "\"PubDate\" content=\"2017-05-15 00:00\"",
                           "\"ContentSource\" content=\"某省人社厅、某省信访局\""}) {
    EXPECT_THAT(bytes, HasSubstr(std::string("<meta name=") + meta));
  }
}

TEST(CampaignPageTest, WhatTheDocumentsLeaveOutIsNotThere) {
  const std::string bytes = page(SampleSite());
  for (const char* absent : {"名额分配表", "名额限制", "时间安排", "索引号", "联系方式", "PubDate",
                             "表彰决定</h2>", "组织单位", "硬性"}) {
    EXPECT_THAT(bytes, Not(HasSubstr(absent)));
  }
}

TEST(CampaignPageTest, SaysWhereItStandsWithoutAClock) {
  SampleSite site = full_site();
  site.notice().suspended = true;
  EXPECT_THAT(page(site), HasSubstr("公示已中止"));
  site.notice().suspended = false;
  site.notice().closing = sample_closing();
  EXPECT_THAT(page(site), HasSubstr("第2步“省级公示”已经完成（共3步），下一步是“决定表彰”。"));
  site.campaign().steps.back().completed = date("2017-08-01");
  EXPECT_THAT(page(site), HasSubstr("各步骤已经全部完成。"));
  site.campaign().decree = "# 决定\n\n授予称号。";
  EXPECT_THAT(page(site), HasInOrder(Pieces{"已经作出表彰决定", "表彰决定</h2>", "授予称号。"}));
  site.content.notices.clear();
  site.campaign().decree.clear();
  site.campaign().steps.erase(site.campaign().steps.begin());
  site.campaign().steps.back().completed.reset();
  EXPECT_THAT(page(site), HasInOrder(Pieces{"本站还没有发布它的公示", "还没有发布公示。"}));
}

TEST(CampaignPageTest, TheNewestNoticeStandsFirstAndAWithdrawnOneIsOnlyANumber) {
  SampleSite site;
  Notice& newer = site.add_notice("newer", {"zhou"});
  newer.published_at = parse_instant("2017-07-21T09:00:00+08:00").value();
  EXPECT_THAT(page(site), HasInOrder(Pieces{"公示newer", "正式推荐对象的公示"}));
  newer.withdrawal = Withdrawal{.at = newer.published_at, .reason = "x"};
  EXPECT_THAT(page(site), HasSubstr("已撤回的公示（编号 newer）"));
  EXPECT_THAT(page(site), Not(HasSubstr("公示newer")));
}

TEST(CampaignPageTest, ACapThatAnotherOfficeCountsIsNotWorkedOut) {
  SampleSite site = full_site();
  site.campaign().caps.front().counted_elsewhere = true;
  EXPECT_THAT(page(site), HasSubstr("统一掌握"));
  EXPECT_THAT(page(site), Not(HasSubstr("即不超过")));
}

TEST(CampaignPageTest, NothingThatAClerkTypesBecomesMarkup) {
  SampleSite site = full_site();
  const std::string attack = "<script>alert(1)</script>\"'><b>";
  Campaign& campaign = site.campaign();
  campaign.title = attack;
  campaign.organisers = {attack};
  campaign.criteria = attack;
  campaign.decree = attack;
  campaign.steps[0].title = campaign.steps[0].organ = attack;
  campaign.quotas[0].recommended_by = attack;
  campaign.caps[0].title = campaign.caps[0].note = attack;
  campaign.disclosure.openness = campaign.disclosure.issuer = attack;
  campaign.contacts[0].office = campaign.contacts[0].email = attack;
  EXPECT_THAT(page(site), Not(HasSubstr("<script>")));
  EXPECT_THAT(page(site), Not(HasSubstr("\"'>")));
}

}  // namespace
}  // namespace gongshi
