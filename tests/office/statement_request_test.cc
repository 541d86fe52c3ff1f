#include "intake/office/statement_request.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/desk/handling.h"
#include "tests/office/sample_desk_site.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class StatementRequestTest : public testing::Test {
 protected:
  std::string filed(std::string_view candidate) {
    const std::string number = sample_.reg().file(Signature::Named, candidate);
    EXPECT_TRUE(paraphrase(*sample_.reg(), number,
                           {.text = "一、请说明统计口径。\n\n二、请提供<台账>。",
                            .by = "经办甲",
                            .at = instant("2017-06-26T10:00:00+08:00")},
                           parse_date("2017-06-30").value(), sample_manifest(), sample_.keys()));
    return number;
  }
  Result<std::string> paper(const std::string& number) {
    return statement_request(TemplateSet::embedded(), sample_manifest(),
                             open_case(*sample_.reg(), number, sample_.keys()).value());
  }

  SampleDeskSite sample_{/*has_key=*/true};
};

TEST_F(StatementRequestTest, SaysWhatIsAskedAndUntilWhen) {
  EXPECT_THAT(
      paper(filed("person")).value(),
      AllOf(HasSubstr("<h1>关于请予说明有关情况的通知</h1>"), HasSubstr("示例评选推荐对象公示"),
            HasSubstr("𬱖某（示例单位）"), HasSubstr("<p>一、请说明统计口径。</p>"),
            HasSubstr("<p>二、请提供&lt;台账&gt;。</p>"), HasSubstr("2017年6月30日前"),
            HasSubstr("示例办公室")));
  EXPECT_THAT(paper(filed("")).value(), HasSubstr("收到对这次公示的意见"));
}

// DOMAIN Q14, in the bytes that are handed out.
TEST_F(StatementRequestTest, NothingInItLeadsToWhoObjected) {
  const std::string number = filed("person");
  EXPECT_THAT(paper(number).value(),
              AllOf(Not(HasSubstr(number)), Not(HasSubstr("所列数据与实际不符")),
                    Not(HasSubstr("李·𬱖")), Not(HasSubstr("0351-0000000")),
                    Not(HasSubstr("6月22日")), Not(HasSubstr("2017-06-2")),
                    Not(HasSubstr("6月26日")), Not(HasSubstr("经办甲")), Not(HasSubstr("实名"))));
}

TEST_F(StatementRequestTest, WithoutAParaphraseThereIsNone) {
  const std::string number = sample_.reg().file(Signature::Named);
  EXPECT_EQ(paper(number).error().kind, ErrorKind::Conflict);
}

TEST_F(StatementRequestTest, TheDeskHandsItOutToWhoHandlesTheCase) {
  const std::string number = filed("person");
  const auto site = sample_.open();
  const auto browser_of = [&](std::string_view name) {
    SampleBrowser browser(site);
    EXPECT_EQ(browser.log_in(sample_.account(name), site->now()).status, 303) << name;
    return browser;
  };
  SampleBrowser li = browser_of("li");
  SampleBrowser zhao = browser_of("zhao");
  EXPECT_THAT(li.get("/case?number=" + number).body,
              HasSubstr("/statement-request?number=" + number));
  EXPECT_THAT(zhao.get("/case?number=" + number).body, Not(HasSubstr("/statement-request")));
  const Answer answer = li.get("/statement-request?number=" + number);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, paper(number).value());
  EXPECT_THAT(answer.headers, testing::Contains(testing::Pair(
                                  "Content-Disposition", AllOf(testing::StartsWith("attachment"),
                                                               Not(HasSubstr(number))))));
  EXPECT_EQ(zhao.get("/statement-request?number=" + number).status, 403);
  EXPECT_EQ(browser_of("wang").get("/statement-request?number=" + number).status, 403);
}

}  // namespace
}  // namespace gongshi
