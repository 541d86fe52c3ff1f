// Recusal (DOMAIN R21) by trying to get round it: every door of the desk, for who is kept out.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/desk/handling.h"
#include "intake/office/access_words.h"
#include "tests/office/sample_desk_site.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::Not;

using Fields = std::map<std::string, std::string>;

constexpr std::string_view kStatement = "所列数据与实际不符";

class RecusalTest : public DeskPageTest, public testing::WithParamInterface<bool> {
 protected:
  RecusalTest() : DeskPageTest(GetParam()) {}

  // `li`, 经办甲, under the name as the table spells it.
  void keep_out_li(const char* spelled = "经办甲") {
    ASSERT_TRUE(recuse(*sample_.reg(), number_,
                       {.text = "与候选对象是亲属", .by = "审批乙", .at = instant(kWhileOpen)},
                       spelled, sample_.keys()));
  }
  ObjectionStanding standing() { return open_case(*sample_.reg(), number_)->standing; }
  Fields step(std::string word, std::size_t seen, Fields more = {}) const {
    more.insert({{"number", number_},
                 {"seen", std::to_string(seen)},
                 {"step", std::move(word)},
                 {"text", "理由"}});
    return more;
  }

  const std::string number_ = sample_.reg().file(Signature::Named, "person");
};

TEST_P(RecusalTest, NoDoorLeadsToTheCaseForWhoIsRecused) {
  keep_out_li();
  SampleBrowser li = browser_of("li");
  std::string small = number_;
  for (char& c : small) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  for (const std::string& address :
       {"/case?number=" + number_, "/case?number=" + number_ + "&done=yes", "/case?number=" + small,
        "/case?number= " + number_, "/evidence?number=" + number_ + "&file=1",
        "/evidence?number=" + number_ + "&file=99", "/statement-request?number=" + number_,
        "/redaction?number=" + number_, "/redacted-copy?number=" + number_,
        "/redacted-copy?format=text&number=" + number_,
        std::string("/closing?notice=sample-notice")}) {
    const Answer answer = li.get(address);
    EXPECT_EQ(answer.status, 403) << address;
    EXPECT_THAT(answer.body,
                AllOf(HasSubstr("您已回避"), HasSubstr(number_),
                      HasSubstr("信访工作条例第二十八条"), Not(HasSubstr(std::string(kStatement))),
                      Not(HasSubstr("待处理")), Not(HasSubstr("亲属")), Not(HasSubstr("𬱖某")),
                      Not(HasSubstr("<form action=\"/c"))))
        << address;
    EXPECT_FALSE(answer.stream) << address;
  }
  const Answer kept =
      li.post("/redaction", {{"number", number_}, {"seen", "1"}, {"text", "公示材料■■"}});
  EXPECT_EQ(kept.status, 403);
  EXPECT_THAT(kept.body, Not(HasSubstr(std::string(kStatement))));
  EXPECT_EQ(open_case(*sample_.reg(), number_)->history.size(), 1U);
  const Fields propose = {{"notice", "sample-notice"}, {"act", "propose"}};
  const Fields take_back = {{"notice", "sample-notice"}, {"act", "take_back"}};
  EXPECT_EQ(li.post("/closing", propose).status, 403);
  EXPECT_EQ(li.post("/closing", take_back).status, 403);
  EXPECT_THAT(sample_.accesses(),
              Contains(AllOf(Field(&Access::actor, "经办甲"), Field(&Access::number, number_),
                             Field(&Access::what, "turned_away"))));
  EXPECT_THAT(
      sample_.accesses(),
      Not(Contains(AllOf(Field(&Access::actor, "经办甲"), Field(&Access::what, "opened")))));
}

TEST_P(RecusalTest, NoFormTakesAStepForWhoIsRecused) {
  keep_out_li();
  SampleBrowser li = browser_of("li");
  for (const char* word : {"ask", "accept", "refuse", "transfer", "investigate", "extend", "decide",
                           "dispose", "reply", "review", "continue", "withdraw", "recuse",
                           "paraphrase", "note", "nonsense", ""}) {
    for (const std::size_t seen : {0U, 1U}) {
      const Answer answer = li.post(
          "/case",
          step(word, seen, {{"choice", "unfounded"}, {"due", "2017-06-30"}, {"second", "经办丁"}}));
      EXPECT_EQ(answer.status, 403) << word;
      EXPECT_THAT(answer.body, Not(HasSubstr(std::string(kStatement)))) << word;
    }
  }
  EXPECT_EQ(standing().recused.size(), 1U);
  EXPECT_EQ(open_case(*sample_.reg(), number_)->history.size(), 1U);
}

TEST_P(RecusalTest, TheInboxSaysThatTheCaseExistsAndNothingElse) {
  const std::string other = sample_.reg().file(Signature::Anonymous);
  keep_out_li();
  SampleBrowser li = browser_of("li");
  EXPECT_THAT(li.get("/").body,
              AllOf(HasSubstr("已回避"), HasSubstr(number_), HasSubstr(other),
                    Not(HasSubstr("𬱖某")), Not(HasSubstr("number=" + number_))));
  for (const char* query : {"/?state=open", "/?unread=on", "/?notice=sample-notice"}) {
    EXPECT_THAT(li.get(query).body, Not(HasSubstr("number=" + number_))) << query;
  }
  EXPECT_THAT(browser_of("wang").get("/").body,
              AllOf(HasSubstr("number=" + number_), Not(HasSubstr("已回避"))));
}

TEST_P(RecusalTest, ANameThatIsSpelledOtherwiseIsTheSamePerson) {
  SampleBrowser li = browser_of("li");
  for (const char* spelled : {" 经办甲 ", "经 办 甲", "经办甲\u3000", "经\u200B办甲"}) {
    keep_out_li(spelled);
    EXPECT_EQ(li.get("/case?number=" + number_).status, 403) << spelled;
    ASSERT_TRUE(readmit(*sample_.reg(), number_,
                        {.text = "查明", .by = "审批乙", .at = instant(kWhileOpen)}, "经办甲",
                        sample_.keys()));
  }
  EXPECT_EQ(li.get("/case?number=" + number_).status, 200);
}

TEST_P(RecusalTest, AHandlerRecusesThemselvesAndNobodyElse) {
  SampleBrowser li = browser_of("li");
  EXPECT_THAT(li.get("/case?number=" + number_).body,
              AllOf(HasSubstr("value=\"recuse\""), Not(HasSubstr("account-wang"))));
  const Answer done = li.post("/case", step("recuse", 0, {{"choice", "account-wang"}}));
  EXPECT_EQ(done.status, 303) << done.body;
  EXPECT_THAT(done.headers, Contains(testing::Pair("Location", "/")))
      << "the case is closed to them";
  EXPECT_THAT(standing().recused, ElementsAre("经办甲"));
  EXPECT_EQ(li.get("/case?number=" + number_).status, 403);
}

TEST_P(RecusalTest, AReviewerKeepsOutWhomTheyChooseAndEndsIt) {
  SampleBrowser wang = browser_of("wang");
  EXPECT_THAT(wang.get("/case?number=" + number_).body,
              AllOf(HasSubstr("account-li"), HasSubstr("account-zhao"), HasSubstr("经办甲")));
  for (const char* choice : {"", "account-nobody", "li", "经办甲"}) {
    EXPECT_EQ(wang.post("/case", step("recuse", 0, {{"choice", choice}})).status, 422) << choice;
  }
  EXPECT_EQ(wang.post("/case", step("decide", 0, {{"choice", "unfounded"}})).status, 403);
  ASSERT_EQ(wang.post("/case", step("recuse", 0, {{"choice", "account-zhao"}})).status, 303);
  ASSERT_EQ(wang.post("/case", step("recuse", 1, {{"choice", "account-li"}})).status, 303);
  EXPECT_EQ(browser_of("zhao").get("/case?number=" + number_).status, 403);
  SampleBrowser li = browser_of("li");
  EXPECT_EQ(li.get("/case?number=" + number_).status, 403);
  EXPECT_EQ(li.post("/case", step("readmit", 2, {{"choice", "recused-2"}})).status, 403);
  EXPECT_THAT(wang.get("/case?number=" + number_).body,
              AllOf(HasSubstr("value=\"readmit\""), HasSubstr("value=\"recused-2\""),
                    Not(HasSubstr("account-li"))));
  ASSERT_EQ(wang.post("/case", step("readmit", 2, {{"choice", "recused-2"}})).status, 303);
  EXPECT_THAT(standing().recused, ElementsAre("监督丙"));
  EXPECT_EQ(li.get("/case?number=" + number_).status, 200);
}

TEST_P(RecusalTest, WhoIsRecusedIsNoSecondPersonOfAClosing) {
  ASSERT_TRUE(decide(*sample_.reg(), number_,
                     {.outcome = Outcome::NotAccepted,
                      .reason = "超过范围",
                      .by = "经办甲",
                      .at = instant(kWhileOpen),
                      .refusal = RefusalReason::OutOfScope},
                     sample_.keys()));
  ASSERT_TRUE(reply(*sample_.reg(), number_,
                    {.text = "已告知", .by = "经办甲", .at = instant(kWhileOpen)}, sample_.keys()));
  SampleBrowser li = browser_of("li");
  SampleBrowser wang = browser_of("wang");
  ASSERT_EQ(li.post("/closing", {{"notice", "sample-notice"}, {"act", "propose"}}).status, 303);
  const std::string page = wang.get("/closing?notice=sample-notice").body;
  constexpr std::string_view kBefore = "name=\"draft\" value=\"";
  const auto at = page.find(kBefore);
  ASSERT_NE(at, std::string::npos);
  const auto begin = at + kBefore.size();
  const Fields approve = {{"notice", "sample-notice"},
                          {"act", "approve"},
                          {"draft", page.substr(begin, page.find('"', begin) - begin)}};
  // The one who proposed is kept out since: the closing would rest on their word.
  keep_out_li();
  const Answer blocked = wang.post("/closing", approve);
  EXPECT_EQ(blocked.status, 409);
  EXPECT_THAT(blocked.body, HasSubstr("经办人经办甲已回避异议 " + number_));
  ASSERT_TRUE(readmit(*sample_.reg(), number_,
                      {.text = "查明", .by = "审批乙", .at = instant(kWhileOpen)}, "经办甲",
                      sample_.keys()));
  // And the one who approves.
  ASSERT_EQ(wang.post("/case", step("recuse", 4, {{"choice", "account-wang"}})).status, 303);
  EXPECT_EQ(wang.post("/closing", approve).status, 403);
  EXPECT_FALSE(std::filesystem::exists(sample_.closing_file()));
}

INSTANTIATE_TEST_SUITE_P(PlainAndSealed, RecusalTest, testing::Bool(), [](const auto& is_sealed) {
  return is_sealed.param ? "Sealed" : "Plain";
});

}  // namespace
}  // namespace gongshi
