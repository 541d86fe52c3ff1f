// Through the desk site, as a browser gets it.
#include "intake/office/redaction_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/desk/grouping.h"
#include "intake/desk/handling.h"
#include "intake/desk/redaction.h"
#include "intake/office/access_words.h"
#include "tests/office/sample_desk_site.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Field;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

class RedactionPageTest : public DeskPageTest {
 protected:
  RedactionPageTest() : DeskPageTest(/*has_key=*/true) {}

  CaseFile file() { return open_case(*sample_.reg(), number_, sample_.keys()).value(); }
  std::map<std::string, std::string> form(std::string text, const char* seen = "0") const {
    return {{"number", number_}, {"seen", seen}, {"text", std::move(text)}};
  }

  const std::string number_ = sample_.reg().file(Signature::Named, "person");
  const std::string page_ = "/redaction?number=" + number_;
  const std::string copy_ = "/redacted-copy?number=" + number_;
};

TEST_F(RedactionPageTest, TheOriginalStandsBesideTheTextThatIsEdited) {
  SampleBrowser li = browser_of("li");
  EXPECT_THAT(li.get("/case?number=" + number_).body,
              AllOf(HasSubstr(page_), Not(HasSubstr("/redacted-copy")),
                    Not(HasSubstr("value=\"redact\""))));
  const Answer shown = li.get(page_);
  EXPECT_EQ(shown.status, 200);
  EXPECT_THAT(shown.body, AllOf(HasSubstr("statement\">公示材料所列数据与实际不符。</p>"),
                                HasSubstr("required>\n公示材料所列数据与实际不符。</textarea>"),
                                Not(HasSubstr("已有"))));
  EXPECT_THAT(sample_.accesses(),
              Contains(AllOf(Field(&Access::actor, "经办甲"), Field(&Access::number, number_),
                             Field(&Access::what, access::kOpened))));
  EXPECT_EQ(li.get("/redaction?number=2017-000999-X").status, 404);
}

TEST_F(RedactionPageTest, WhatIsSentIsKeptAndHandedOut) {
  const std::string record = file().objection.filed.record;
  SampleBrowser li = browser_of("li");
  li.get(page_);
  EXPECT_EQ(li.get(copy_).status, 409);
  li.get(page_);
  const Answer kept = li.post("/redaction", form("公示材料所列■■■■\r\n不符。"));
  ASSERT_EQ(kept.status, 303) << kept.body;
  EXPECT_EQ(header_of(kept, "Location"), "/case?number=" + number_ + "&done=yes");
  ASSERT_THAT(redactions(file()), SizeIs(1));
  EXPECT_EQ(redactions(file())[0]->text, "公示材料所列■■\n不符。");
  EXPECT_EQ(file().objection.filed.record, record) << "the original stays";
  EXPECT_THAT(li.get("/case?number=" + number_).body,
              AllOf(HasSubstr("公示材料所列■■"), HasSubstr("第1份，由经办甲于"),
                    HasSubstr(copy_ + "&amp;format=text")));
  // Everybody who may read the case may have it.
  for (const char* who : {"wang", "zhao"}) {
    SampleBrowser browser = browser_of(who);
    EXPECT_THAT(browser.get("/case?number=" + number_).body, HasSubstr(copy_)) << who;
    const Answer paper = browser.get(copy_);
    EXPECT_EQ(paper.status, 200) << who;
    EXPECT_THAT(header_of(paper, "Content-Disposition"), testing::StartsWith("attachment"));
    EXPECT_THAT(paper.body, HasSubstr("<p>公示材料所列■■</p>"));
    const Answer text = browser.get(copy_ + "&format=text");
    EXPECT_EQ(text.content_type, kPlainText);
    EXPECT_EQ(text.body, "公示材料所列■■\n不符。\n");
  }
  EXPECT_THAT(sample_.accesses(), Contains(AllOf(Field(&Access::actor, "监督丙"),
                                                 Field(&Access::what, access::kSaved))));
}

TEST_F(RedactionPageTest, WhatIsNoneComesBackAsItWasTyped) {
  SampleBrowser li = browser_of("li");
  li.get(page_);
  const Answer refused = li.post("/redaction", form("李·𬱖说<数据>不符。"));
  EXPECT_EQ(refused.status, 422);
  EXPECT_THAT(refused.body,
              AllOf(HasSubstr("有异议人的姓名"), HasSubstr("与原文不符"),
                    HasSubstr("required>\n李·𬱖说&lt;数据&gt;不符。</textarea>"),
                    HasSubstr("<title>错误：")));
  EXPECT_EQ(li.post("/redaction", form("公示材料■■", "3")).status, 409);
  EXPECT_EQ(li.post("/redaction", form("")).status, 422);
  EXPECT_THAT(redactions(file()), SizeIs(0));
}

TEST_F(RedactionPageTest, OnlyWhoHandlesCasesMakesOne) {
  for (const char* who : {"wang", "zhao"}) {
    SampleBrowser browser = browser_of(who);
    EXPECT_THAT(browser.get("/case?number=" + number_).body, Not(HasSubstr("/redaction"))) << who;
    EXPECT_EQ(browser.get(page_).status, 403) << who;
    browser.get("/");
    EXPECT_EQ(browser.post("/redaction", form("公示材料■■")).status, 403) << who;
  }
  EXPECT_THAT(redactions(file()), SizeIs(0));
}

TEST_F(RedactionPageTest, WhoIsRecusedFromAnotherOfTheGroupMakesNone) {
  const std::string leader = sample_.reg().file(Signature::Anonymous, "person");
  const OfficeStep step{.text = "同一事实", .by = "审批乙", .at = instant(kWhileOpen)};
  ASSERT_TRUE(join(*sample_.reg(), number_, leader, step, sample_.keys()));
  ASSERT_TRUE(recuse(*sample_.reg(), leader, step, "经办甲", sample_.keys()));
  SampleBrowser li = browser_of("li");
  const Answer refused = li.get(page_);
  EXPECT_EQ(refused.status, 409);
  EXPECT_THAT(refused.body, AllOf(HasSubstr("已回避"), HasSubstr(leader)));
}

}  // namespace
}  // namespace gongshi
