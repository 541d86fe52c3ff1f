#include "generator/render/notice_page.h"

#include <gmock/gmock.h>

#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;
using Pieces = std::vector<std::string>;

std::string page(SampleSite& site) {
  auto rendered = render_notice_page(site.model(), site.notice());
  return rendered ? *rendered : rendered.error().message;
}

TEST(NoticePageTest, TellsEverythingInTheOrderThatAReaderNeeds) {
  SampleSite site;
  EXPECT_THAT(page(site),
              HasInOrder(Pieces{"<html lang=\"zh-CN\">",
                                "<title>关于全国信访系统",
                                "<h1>关于全国信访系统先进集体和先进工作者正式推荐对象的公示</h1>",
                                "2017年6月27日24时（含当日）",
                                "2017年6月21日（星期三）至2017年6月27日（星期二），共5个工作日",
                                "山西省推荐评选领导小组办公室",
                                "../../objections/new?notice=shanxi-2017",
                                "经全省范围逐级推荐评选",
                                "全国信访系统先进集体",
                                "3个",
                                "candidates/yangquan/",
                                "阳泉市信访局",
                                "全国信访系统先进工作者",
                                "3人",
                                "candidates/zhou/",
                                "周方志",
                                "省信访局督查处",
                                "处长",
                                "怎样提出异议",
                                "tel:03514019050",
                                "mailto:office@example.cn",
                                "以到达日邮戳为准",
                                "提倡实名",
                                "公示期逐日",
                                "<caption>2017年6月</caption>",
                                "<time datetime=\"2017-06-21\">21</time><b>第1日</b><i>发布</i>",
                                "24</time><span>周末</span>",
                                "27</time><b>第5日</b><i>截止</i>",
                                "评选条件",
                                "<h3>先进集体</h3>",
                                "人社部函〔2017〕57号",
                                "省级公示",
                                "山西省推荐评选领导小组办公室<br>2017年6月21日"}));
}

TEST(NoticePageTest, CarriesTheMetaTagsOfGovernmentPages) {
  SampleSite site;
  for (const char* meta :
       {"\"SiteName\" content=\"示例公示网\"", "\"SiteDomain\" content=\"gongshi.example\"",
        "\"SiteIDCode\" content=\"1400000000\"", "\"ArticleTitle\" content=\"关于全国",
        "\"PubDate\" content=\"2017-06-21 09:00\"",
        "\"ContentSource\" content=\"山西省推荐评选领导小组办公室\""}) {
    EXPECT_THAT(page(site), HasSubstr(std::string("<meta name=") + meta));
  }
}

TEST(NoticePageTest, NothingThatAClerkTypesBecomesMarkup) {
  SampleSite site;
  const std::string attack = "<script>alert(1)</script>\"'><b>";
  site.notice().title = attack;
  site.notice().publisher = attack;
  site.notice().body = attack;
  site.notice().channels = {{.kind = "email", .value = attack, .hours = attack}};
  site.notice().corrections = {{.at = site.notice().published_at, .what = attack}};
  site.campaign().title = attack;
  site.campaign().criteria = attack;
  site.campaign().basis = {{.title = attack, .number = attack}};
  site.campaign().awards[1].title = attack;
  site.campaign().candidates[3].name = attack;
  site.campaign().candidates[3].unit = attack;
  site.content.site.name = attack;
  EXPECT_THAT(page(site), Not(HasSubstr("<script>")));
  EXPECT_THAT(page(site), Not(HasSubstr("<b>alert")));
  EXPECT_THAT(page(site), Not(HasSubstr("\"'>")));
}

TEST(NoticePageTest, RareCharactersAndTemplateBracesStayAsWritten) {
  SampleSite site;
  site.campaign().candidates[3].name = "𬱖㛃〇·买买提{{title}}";
  EXPECT_THAT(page(site), HasSubstr(">𬱖㛃〇·买买提{{title}}</a>"));
}

TEST(NoticePageTest, SaysWhatTheCampaignAsksOfAnObjector) {
  SampleSite site;
  site.campaign().identity_policy = IdentityPolicy::Open;
  EXPECT_THAT(page(site), HasSubstr("可以署名，也可以不署名"));
  site.campaign().identity_policy = IdentityPolicy::RequireRealName;
  EXPECT_THAT(page(site), HasSubstr("请署真实姓名"));
  EXPECT_THAT(page(site), Not(HasSubstr("提倡实名")));
}

TEST(NoticePageTest, TellsCorrectionsAndExtensions) {
  SampleSite site;
  Notice& notice = site.notice();
  EXPECT_THAT(page(site), Not(HasSubstr("更正")));
  const auto at = [](const char* text) { return parse_instant(text).value(); };
  notice.corrections = {{.at = at("2017-06-23T10:00:00+08:00"), .what = "职务更正为“局长”。"}};
  notice.extensions = {{.closes = parse_date("2017-06-30").value(),
                        .at = at("2017-06-22T15:30:00+08:00"),
                        .reason = "电话故障。",
                        .place = {}}};
  EXPECT_THAT(page(site),
              HasInOrder(Pieces{">已更正</span>", ">已延长</span>", "<h1>",
                                "已更正</strong>（2017年6月23日 10:00）",
                                "已延长</strong>（2017年6月22日 15:30）", "href=\"#changes\"",
                                "id=\"changes\"", "2017年6月22日 15:30", "延长公示期", "电话故障。",
                                "截止时间延长至2017年6月30日24时（含当日）。",
                                "2017年6月23日 10:00", "更正（笔误）", "职务更正为“局长”。"}));
}

TEST(NoticePageTest, WhatIsPublishedAnewSaysFromWhenAndUntilWhen) {
  SampleSite site;
  const CandidateId zhou = site.campaign().candidates[3].id;
  Correction correction{.at = parse_instant("2017-06-22T10:00:00+08:00").value(),
                        .what = "单位有误。",
                        .kind = CorrectionKind::Substantive,
                        .candidates = {zhou}};
  site.notice().corrections = {correction};
  const std::string restart = "自2017年6月22日起重新公示，截止：2017年6月27日24时（含当日）。";
  EXPECT_THAT(page(site), HasInOrder(Pieces{"周方志</a>", "（2017年6月22日更正）",
                                            "更正（实质）：周方志", "单位有误。", restart}));
  site.notice().corrections.front().kind = CorrectionKind::Removal;
  EXPECT_THAT(page(site), HasInOrder(Pieces{"<s>周方志</s>", "已取消公示", "（2017年6月22日）",
                                            "取消公示：周方志"}));
  EXPECT_THAT(page(site), Not(HasSubstr("重新公示")));
}

TEST(NoticePageTest, ColumnsThatNobodyFillsAreLeftOut) {
  SampleSite site;
  EXPECT_THAT(page(site), Not(HasSubstr("推荐单位")));
  site.campaign().candidates[4].recommended_by = "长治市";
  EXPECT_THAT(page(site), HasSubstr("<th scope=\"col\">推荐单位</th>"));
}

TEST(NoticePageTest, OffersTheFormOnlyWhileObjectionsAreTaken) {
  SampleSite site;
  site.notice().suspended = true;
  EXPECT_THAT(page(site), Not(HasSubstr("objections/new")));
  EXPECT_THAT(page(site), HasSubstr("已中止"));
  site.notice().suspended = false;
  site.notice().closing = sample_closing();
  EXPECT_THAT(page(site), Not(HasSubstr("objections/new")));
  EXPECT_THAT(page(site), HasSubstr("../../notices/shanxi-2017/result/"));
  EXPECT_THAT(page(site), HasSubstr("已办结"));
}

TEST(NoticePageTest, NoneOrManyNumbersInOneChannelAreNoLink) {
  SampleSite site;
  for (const char* value : {"0771-2838960 2613550", "见本单位公告栏"}) {
    site.notice().channels = {{.kind = "phone", .value = value, .hours = ""}};
    EXPECT_THAT(page(site), HasSubstr(value));
    EXPECT_THAT(page(site), Not(HasSubstr("tel:")));
  }
}

TEST(NoticePageTest, EveryKindOfChannelHasAWord) {
  SampleSite site;
  for (const char* kind : {"phone", "letter", "email", "visit", "fax", "online"}) {
    site.notice().channels = {{.kind = kind, .value = "某处", .hours = ""}};
    EXPECT_THAT(page(site), Not(HasSubstr("[channel."))) << kind;
  }
}

TEST(NoticePageTest, CountsCalendarDaysInTheirOwnWords) {
  SampleSite site;
  site.campaign().steps.front().unit = DayUnit::CalendarDay;
  EXPECT_THAT(page(site), HasSubstr("共5日"));
  EXPECT_THAT(page(site), Not(HasSubstr("共5个工作日")));
}

TEST(NoticePageTest, TellsOfEachCorrectionWhatKindItIs) {
  SampleSite site;
  for (const auto& [kind, word] : std::vector<std::pair<CorrectionKind, const char*>>{
           {CorrectionKind::Slip, "更正（笔误）"},
           {CorrectionKind::Substantive, "更正（实质）"},
           {CorrectionKind::Addition, "增加对象"},
           {CorrectionKind::Removal, "取消公示"}}) {
    site.notice().corrections = {
        {.at = site.notice().published_at, .what = "说明。", .kind = kind}};
    EXPECT_THAT(page(site), HasSubstr(std::string("<strong>") + word + "</strong>"));
  }
}

TEST(NoticePageTest, MarksReservesAndThoseWhoAreNoLongerProposed) {
  SampleSite site;
  site.campaign().candidates[3].candidacy = Candidacy::Cancelled;
  site.campaign().candidates[4].candidacy = Candidacy::Reserve;
  EXPECT_THAT(page(site), HasInOrder(Pieces{"<s>周方志</s>", "已取消公示", "张格平</a>", "（差额）",
                                            "王连成"}));
  EXPECT_THAT(page(site), Not(HasSubstr("candidates/zhou/")));
}

TEST(NoticePageTest, CarriesItsDisclosureBlockAndTheCampaign) {
  SampleSite site;
  EXPECT_THAT(page(site), Not(HasSubstr("索引号")));
  site.notice().disclosure.index_number = "015000185/2021-00308";
  site.notice().disclosure.openness = "此件公开发布";
  EXPECT_THAT(page(site), HasInOrder(Pieces{"../../campaigns/xinfang-2017/", "索引号",
                                            "015000185/2021-00308", "（此件公开发布）"}));
}

}  // namespace
}  // namespace gongshi
