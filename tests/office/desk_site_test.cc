#include "intake/office/desk_site.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/desk/grouping.h"
#include "intake/desk/handling.h"
#include "intake/office/access_words.h"
#include "intake/office/limits.h"
#include "tests/office/sample_desk_site.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class DeskSiteTest : public DeskPageTest {
 protected:
  std::string case_address(const std::string& number) const { return "/case?number=" + number; }
  // What was written and what may not follow yet.
  std::map<std::string, std::string> decision(const std::string& number) const {
    return {{"number", number},
            {"seen", "0"},
            {"step", "decide"},
            {"choice", "unfounded"},
            {"text", "经核查与台账一致。"}};
  }
  void conclude(const std::string& number) {
    ASSERT_TRUE(decide(*sample_.reg(), number,
                       {.outcome = Outcome::Unfounded,
                        .reason = "一致",
                        .by = "经办甲",
                        .at = instant(kWhileOpen)}));
  }
};

const std::map<std::string, std::string> kPropose = {{"notice", "sample-notice"},
                                                     {"act", "propose"}};

// The value of the field `draft` on the page.
std::string draft_on(const Answer& page) {
  constexpr std::string_view kBefore = "name=\"draft\" value=\"";
  const auto at = page.body.find(kBefore);
  if (at == std::string::npos) return "";
  const auto begin = at + kBefore.size();
  return page.body.substr(begin, page.body.find('"', begin) - begin);
}

TEST_F(DeskSiteTest, NothingIsShownToWhoIsNotLoggedIn) {
  const std::string number = sample_.reg().file(Signature::Named);
  SampleBrowser stranger(site_);
  for (const std::string& path :
       {std::string("/"), case_address(number), "/evidence?number=" + number + "&file=1",
        std::string("/closing?notice=sample-notice"), std::string("/accesses"),
        std::string("/nowhere")}) {
    const Answer answer = stranger.get(path);
    EXPECT_EQ(answer.status, 303) << path;
    EXPECT_EQ(header_of(answer, "Location"), "/login") << path;
    EXPECT_THAT(answer.body, IsEmpty()) << path;
  }
  EXPECT_EQ(stranger.post("/case", decision(number)).status, 403);
  EXPECT_EQ(stranger.post("/closing", kPropose).status, 403);
  EXPECT_EQ(stranger.post("/logout", {}).status, 403);
  EXPECT_THAT(sample_.accesses(), IsEmpty());
  EXPECT_EQ(stranger.get("/login").status, 200);
  EXPECT_EQ(stranger.get("/assets/desk.css").status, 200);
  EXPECT_EQ(stranger.get("/assets/../messages.json").status, 404);
}

TEST_F(DeskSiteTest, WhatWasBeingWrittenComesBackWhenTheSessionHasEnded) {
  const std::string number = sample_.reg().file(Signature::Named);
  SampleBrowser li = browser_of("li");
  li.wait(kSessionIdleMax);
  const Answer answer = li.post("/case", decision(number));
  EXPECT_EQ(answer.status, 403);
  EXPECT_THAT(answer.body, AllOf(HasSubstr("没有登记"), HasSubstr("经核查与台账一致。")));
  EXPECT_EQ(open_case(*sample_.reg(), number)->state(), ObjectionState::Open);
}

TEST_F(DeskSiteTest, LoggingInIsRecordedAndLoggingOutEndsIt) {
  SampleBrowser li = browser_of("li");
  EXPECT_EQ(li.get("/").status, 200);
  EXPECT_THAT(sample_.accesses(),
              ElementsAre(AllOf(Field(&Access::actor, "经办甲"),
                                Field(&Access::what, std::string(access::kLoggedIn)))));
  EXPECT_EQ(header_of(li.post("/logout", {}), "Location"), "/login");
  EXPECT_EQ(li.get("/").status, 303);
}

TEST_F(DeskSiteTest, AWrongLoginSaysTheSameWhateverWasWrong) {
  SampleBrowser stranger(site_);
  const auto try_with = [&](std::string_view name, std::string_view password,
                            std::string_view code) {
    return stranger.post_bare("/login", {{"name", std::string(name)},
                                         {"password", std::string(password)},
                                         {"code", std::string(code)}});
  };
  const std::string code = sample_.account("li").credentials.totp.code_at(site_->now());
  for (const Answer& answer : {try_with("li", "不是这一句口令", code),
                               try_with("li", kSamplePassword, "000000"), try_with("li", "", "")}) {
    EXPECT_EQ(answer.status, 422);
    EXPECT_THAT(answer.body, AllOf(HasSubstr("登录名、口令或验证码不对"), HasSubstr("value=\"li\""),
                                   Not(HasSubstr(std::string(kSamplePassword)))));
    EXPECT_EQ(header_of(answer, "Set-Cookie"), "");
  }
  EXPECT_EQ(try_with("nobody", kSamplePassword, code).status, 422);
}

TEST_F(DeskSiteTest, TooManyAttemptsAreToldWhenToComeBack) {
  SampleBrowser stranger(site_);
  Answer answer;
  for (std::size_t i = 0; i <= LoginRates{}.at_account.at_once; ++i) {
    answer = stranger.post_bare("/login", {{"name", "li"}, {"password", "x"}, {"code", "1"}});
  }
  EXPECT_EQ(answer.status, 429);
  EXPECT_NE(header_of(answer, "Retry-After"), "");
  EXPECT_THAT(answer.body, HasSubstr("分钟后再试"));
}

TEST_F(DeskSiteTest, AFormWithoutItsValueIsRefused) {
  const std::string number = sample_.reg().file(Signature::Named);
  SampleBrowser li = browser_of("li");
  SampleBrowser other = browser_of("wang");
  auto fields = decision(number);
  EXPECT_EQ(li.post_bare("/case", fields).status, 403);
  fields["form_token"] = std::string(64, '0');
  EXPECT_EQ(li.post_bare("/case", fields).status, 403);
  EXPECT_EQ(li.post_bare("/closing", kPropose).status, 403);
  EXPECT_EQ(li.post_bare("/logout", {}).status, 403);
  EXPECT_EQ(li.get("/").status, 200) << "still logged in";
  EXPECT_EQ(open_case(*sample_.reg(), number)->state(), ObjectionState::Open);
  EXPECT_EQ(li.post("/case", decision(number)).status, 303);
}

TEST_F(DeskSiteTest, EachRoleReachesWhatItMay) {
  const std::string number = sample_.reg().file(Signature::Named);
  const struct {
    std::string_view name;
    int step;
    int propose;
    int approve;
    int accesses;
  } table[] = {
      {"wang", 403, 403, 409, 403}, {"zhao", 403, 403, 403, 200}, {"li", 303, 409, 403, 403}};
  for (const auto& [name, step, propose, approve, accesses] : table) {
    SampleBrowser browser = browser_of(name);
    EXPECT_EQ(browser.get("/").status, 200) << name;
    EXPECT_EQ(browser.get(case_address(number)).status, 200) << name;
    EXPECT_EQ(browser.get("/closing?notice=sample-notice").status, 200) << name;
    EXPECT_EQ(browser.post("/case", decision(number)).status, step) << name;
    EXPECT_EQ(browser.post("/closing", kPropose).status, propose) << name;
    EXPECT_EQ(browser.post("/closing", {{"notice", "sample-notice"}, {"act", "approve"}}).status,
              approve)
        << name;
    EXPECT_EQ(browser.get("/accesses").status, accesses) << name;
  }
}

TEST_F(DeskSiteTest, PagesOfferOnlyWhatMayBeDone) {
  const std::string number = sample_.reg().file(Signature::Named);
  EXPECT_THAT(browser_of("wang").get(case_address(number)).body,
              AllOf(HasSubstr("value=\"recuse\""), Not(HasSubstr("value=\"decide\"")),
                    Not(HasSubstr("value=\"readmit\""))));
  EXPECT_THAT(browser_of("zhao").get(case_address(number)).body,
              Not(HasSubstr("action=\"/case\"")));
  SampleBrowser li = browser_of("li");
  EXPECT_THAT(li.get(case_address(number)).body,
              AllOf(HasSubstr("value=\"decide\""), HasSubstr("value=\"accept\""),
                    Not(HasSubstr("value=\"reply\"")), Not(HasSubstr("value=\"withdraw\""))));
  EXPECT_EQ(li.post("/case", decision(number)).status, 303);
  EXPECT_THAT(li.get(case_address(number)).body,
              AllOf(HasSubstr("value=\"reply\""), HasSubstr("value=\"dispose\""),
                    Not(HasSubstr("value=\"decide\"")), Not(HasSubstr("value=\"accept\""))));
}

TEST_F(DeskSiteTest, DuplicatesAreJoinedAndWorkedAtTheLeader) {
  const std::string leader = sample_.reg().file(Signature::Named, "person");
  const std::string joiner = sample_.reg().file(Signature::Named, "person");
  const std::string elsewhere = sample_.reg().file(Signature::Named, "reception");
  SampleBrowser li = browser_of("li");
  EXPECT_THAT(
      li.get(case_address(joiner)).body,
      AllOf(HasSubstr("value=\"join\""), HasSubstr("<option value=\"" + leader + "\">"),
            Not(HasSubstr("<option value=\"" + elsewhere)), Not(HasSubstr("value=\"separate\""))));
  std::map<std::string, std::string> joining = {{"number", joiner},
                                                {"seen", "0"},
                                                {"step", "join"},
                                                {"leader", elsewhere},
                                                {"text", "说的是同一件事。"}};
  const Answer wrong = li.post("/case", joining);
  EXPECT_EQ(wrong.status, 409);
  EXPECT_THAT(wrong.body, AllOf(HasSubstr("不是对同一个对象"), HasSubstr("说的是同一件事。"),
                                HasSubstr("value=\"" + elsewhere + "\"")));
  joining["leader"] = " " + leader;
  EXPECT_EQ(li.post("/case", joining).status, 303);

  EXPECT_THAT(li.get(case_address(joiner)).body,
              AllOf(HasSubstr("请在那一件上办"), HasSubstr(leader), HasSubstr("value=\"separate\""),
                    Not(HasSubstr("value=\"decide\"")), Not(HasSubstr("value=\"join\""))));
  EXPECT_THAT(li.get("/").body, HasSubstr("并入 " + leader));
  auto bypass = decision(joiner);
  bypass["seen"] = "1";
  const Answer refused = li.post("/case", bypass);
  EXPECT_EQ(refused.status, 409);
  EXPECT_THAT(refused.body, HasSubstr("已并入异议 " + leader));

  EXPECT_THAT(li.get(case_address(leader)).body,
              AllOf(HasSubstr("同样登记到每一件"), HasSubstr(joiner)));
  EXPECT_EQ(li.post("/case", decision(leader)).status, 303);
  EXPECT_THAT(li.get(case_address(joiner)).body,
              AllOf(HasSubstr("在 " + leader + " 上一并办理"), HasSubstr("已作结论待答复")));
}

TEST_F(DeskSiteTest, WhenTheLeaderIsWithdrawnAnotherOfItsGroupIsOffered) {
  const std::string leader = sample_.reg().file(Signature::Named, "person");
  const std::string joiner = sample_.reg().file(Signature::Named, "person");
  const OfficeStep step{.text = "同一事实", .by = "经办甲", .at = instant(kWhileOpen)};
  ASSERT_TRUE(join(*sample_.reg(), joiner, leader, step));
  ASSERT_TRUE((*sample_.reg())
                  .append_event(leader, 0,
                                {.kind = EventKind::Decided,
                                 .at = instant(kWhileOpen),
                                 .actor = "异议人",
                                 .outcome = Outcome::Withdrawn,
                                 .text = "撤回"}));
  SampleBrowser li = browser_of("li");
  EXPECT_THAT(li.get(case_address(leader)).body,
              AllOf(HasSubstr("由那一件带头"), HasSubstr("<option value=\"" + joiner + "\">")));
  EXPECT_EQ(li.post("/case", {{"number", leader},
                              {"seen", "1"},
                              {"step", "join"},
                              {"leader", joiner},
                              {"text", "由后一件带头"}})
                .status,
            303);
  EXPECT_THAT(li.get(case_address(joiner)).body, HasSubstr("value=\"decide\""));
}

TEST_F(DeskSiteTest, ARemovedAccountIsOutAtOnce) {
  SampleBrowser li = browser_of("li");
  SampleBrowser wang = browser_of("wang");
  ASSERT_TRUE(sample_.accounts().change([](Accounts& accounts) {
    std::erase_if(accounts.all, [](const Account& account) { return account.name == "li"; });
    return Result<void>();
  }));
  EXPECT_EQ(li.get("/").status, 303);
  EXPECT_EQ(wang.get("/").status, 200);
  // New credentials end what began with the old ones.
  ASSERT_TRUE(sample_.accounts().change([](Accounts& accounts) {
    accounts.all.front() = sample_account("wang", "审批乙", Role::Reviewer);
    return Result<void>();
  }));
  EXPECT_EQ(wang.get("/").status, 303);
}

TEST_F(DeskSiteTest, WithoutReadableAccountsNobodyIsIn) {
  SampleBrowser li = browser_of("li");
  fs::permissions(sample_.reg().folder() / "data/accounts", fs::perms::group_read,
                  fs::perm_options::add);
  EXPECT_EQ(li.get("/").status, 303);
  EXPECT_EQ(SampleBrowser(site_).log_in(sample_.account("wang"), site_->now()).status, 503);
}

TEST_F(DeskSiteTest, NoCaseIsShownUnlessItIsRecordedWhoReadsIt) {
  const std::string number = sample_.reg().file(Signature::Named);
  SampleBrowser zhao = browser_of("zhao");
  EXPECT_THAT(zhao.get("/").body, Not(HasSubstr("所列数据与实际不符")));
  EXPECT_THAT(sample_.accesses(), Each(Field(&Access::what, std::string(access::kLoggedIn))));
  EXPECT_EQ(zhao.get(case_address(number)).status, 200);
  EXPECT_THAT(sample_.accesses(),
              Contains(AllOf(Field(&Access::actor, "监督丙"), Field(&Access::number, number),
                             Field(&Access::what, std::string(access::kOpened)))));
  EXPECT_EQ(zhao.get("/case?number=2017-999999-0").status, 404);
  EXPECT_THAT(zhao.get("/accesses").body,
              AllOf(HasSubstr("打开异议"), HasSubstr(number), HasSubstr("监督丙")));
}

TEST_F(DeskSiteTest, TheInboxSiftsByWhatTheQuerySays) {
  const std::string first = sample_.reg().file(Signature::Anonymous, "person");
  const std::string second = sample_.reg().file(Signature::Named);
  conclude(first);
  SampleBrowser li = browser_of("li");
  li.get(case_address(second));
  const struct {
    const char* query;
    bool shows_first;
    bool shows_second;
  } table[] = {{"", true, true},
               {"?state=open", false, true},
               {"?state=concluded", true, false},
               {"?state=nonsense", true, true},
               {"?unread=on", true, false},
               {"?notice=sample-notice", true, true},
               {"?notice=another", true, true},
               {"?page=2", false, false}};
  for (const auto& [query, shows_first, shows_second] : table) {
    const std::string body = li.get("/" + std::string(query)).body;
    EXPECT_EQ(body.find(first) != std::string::npos, shows_first) << query;
    EXPECT_EQ(body.find(second) != std::string::npos, shows_second) << query;
  }
}

TEST_F(DeskSiteTest, AnObjectionIsUnreadForWhoHasNotOpenedIt) {
  const std::string number = sample_.reg().file(Signature::Named);
  SampleBrowser li = browser_of("li");
  SampleBrowser wang = browser_of("wang");
  constexpr std::string_view kMark = "<span class=\"tag\">未读</span>";
  EXPECT_THAT(li.get("/").body, HasSubstr(std::string(kMark)));
  li.get(case_address(number));
  EXPECT_THAT(li.get("/").body, Not(HasSubstr(std::string(kMark))));
  EXPECT_THAT(li.get("/?unread=on").body, Not(HasSubstr(number)));
  EXPECT_THAT(wang.get("/").body, HasSubstr(std::string(kMark))) << "li's reading is not wang's";
  EXPECT_THAT(wang.get("/?unread=on").body, HasSubstr(number));
  wang.get(case_address(number));
  EXPECT_THAT(wang.get("/").body, Not(HasSubstr(std::string(kMark))));
}

TEST_F(DeskSiteTest, TheInboxSaysWhatIsOverdue) {
  const std::string number = sample_.reg().file(Signature::Named);
  for (const auto& [clock, overdue] :
       std::map<std::string_view, bool>{{kNextDay, false}, {"2017-07-08T10:00:00+08:00", true}}) {
    site_ = sample_.open(clock);
    SampleBrowser li = browser_of("li");
    for (const char* const urgency : {"overdue", "alarm"}) {
      const std::string body = li.get("/?urgency=" + std::string(urgency)).body;
      EXPECT_EQ(body.find(number) != std::string::npos, overdue) << clock << urgency;
    }
    EXPECT_THAT(li.get("/").body, HasSubstr("2017年7月7日")) << "told within 15 days";
  }
}

TEST_F(DeskSiteTest, AStepThatWasOvertakenIsNotTaken) {
  const std::string number = sample_.reg().file(Signature::Named);
  SampleBrowser li = browser_of("li");
  li.get(case_address(number));
  conclude(number);
  auto fields = decision(number);
  fields["step"] = "reply";
  const Answer answer = li.post("/case", fields);
  EXPECT_EQ(answer.status, 409);
  EXPECT_THAT(answer.body, AllOf(HasSubstr("有了新的办理记录"), HasSubstr("经核查与台账一致。")));
  EXPECT_EQ(open_case(*sample_.reg(), number)->history.size(), 1U);
}

TEST_F(DeskSiteTest, AStepThatIsNotFilledComesBack) {
  const std::string number = sample_.reg().file(Signature::Named);
  SampleBrowser li = browser_of("li");
  const std::pair<std::string, std::string> table[] = {
      {"choice", ""},  {"choice", "withdrawn"}, {"choice", "not_accepted"},
      {"text", " "},   {"step", "erase"},       {"step", "supplement"},
      {"step", "ask"}, {"step", "refuse"}};
  for (const auto& [field, value] : table) {
    auto fields = decision(number);
    fields[field] = value;
    EXPECT_EQ(li.post("/case", fields).status, 422) << field << "=" << value;
  }
  EXPECT_EQ(open_case(*sample_.reg(), number)->state(), ObjectionState::Open);
}

TEST_F(DeskSiteTest, EveryStepOfTheLifeCycleHasAFormThatWorks) {
  const std::string number = sample_.reg().file(Signature::Named);
  SampleBrowser li = browser_of("li");
  const std::map<std::string, std::string> path[] = {
      {{"step", "ask"}, {"due", "2017-06-30"}, {"text", "请写明是哪一页。"}},
      {{"step", "note"}, {"text", "已电话联系。"}},
      {{"step", "accept"}},
      {{"step", "investigate"}, {"second", "经办丁"}},
      {{"step", "extend"}, {"second", "审批乙"}, {"text", "须调阅外地台账。"}},
      {{"step", "paraphrase"}, {"due", "2017-07-05"}, {"text", "请说明业务量是怎样统计的。"}},
      {{"step", "decide"}, {"choice", "partly_upheld"}, {"text", "一处有误。"}},
      {{"step", "dispose"}, {"choice", "corrected"}, {"text", ""}},
      {{"step", "reply"}, {"text", "已更正。"}},
      {{"step", "review"}, {"text", "异议人书面申请复核。"}},
      {{"step", "decide"}, {"choice", "unfounded"}, {"text", "复核后维持。"}},
      {{"step", "reply"}, {"text", "复核结果同上。"}},
  };
  std::size_t seen = 0;
  for (std::map<std::string, std::string> fields : path) {
    const std::string step = fields.at("step");
    ASSERT_THAT(li.get(case_address(number)).body, HasSubstr("value=\"" + step + "\"")) << step;
    fields.insert({{"number", number}, {"seen", std::to_string(seen++)}});
    const Answer answer = li.post("/case", fields);
    ASSERT_EQ(answer.status, 303) << step << answer.body;
  }
  EXPECT_EQ(open_case(*sample_.reg(), number)->state(), ObjectionState::Concluded);
  EXPECT_THAT(li.get(case_address(number)).body,
              AllOf(HasSubstr("与经办丁一起"), HasSubstr("审批乙批准"), HasSubstr("部分属实"),
                    HasSubstr("2017年6月30日24时"), HasSubstr("已电话联系。")));
}

TEST_F(DeskSiteTest, AStepThatMayNotFollowIsRefusedWhateverIsSent) {
  const std::string number = sample_.reg().file(Signature::Named);
  conclude(number);
  SampleBrowser li = browser_of("li");
  for (const char* step : {"ask", "accept", "refuse", "transfer", "investigate", "decide"}) {
    const Answer answer =
        li.post("/case", {{"number", number},
                          {"seen", "1"},
                          {"step", step},
                          {"due", "2017-06-30"},
                          {"second", "经办丁"},
                          {"choice", std::string(step) == "refuse" ? "out_of_scope" : "unfounded"},
                          {"text", "某某局"}});
    EXPECT_EQ(answer.status, 409) << step;
  }
  EXPECT_EQ(open_case(*sample_.reg(), number)->history.size(), 1U);
}

TEST_F(DeskSiteTest, OnePersonProposesAndAnotherApproves) {
  conclude(sample_.reg().file(Signature::Anonymous));
  SampleBrowser li = browser_of("li");
  SampleBrowser wang = browser_of("wang");
  ASSERT_EQ(li.post("/closing", kPropose).status, 303);
  EXPECT_FALSE(fs::exists(sample_.closing_file()));
  const std::string draft = draft_on(wang.get("/closing?notice=sample-notice"));
  ASSERT_NE(draft, "");
  const Answer approved =
      wang.post("/closing", {{"notice", "sample-notice"}, {"act", "approve"}, {"draft", draft}});
  EXPECT_EQ(approved.status, 303) << approved.body;
  EXPECT_TRUE(fs::exists(sample_.closing_file()));
  EXPECT_THAT(li.get("/closing?notice=sample-notice").body, HasSubstr("已经办结"));
  EXPECT_EQ(li.post("/closing", kPropose).status, 409);
}

// Every way that somebody might try to be two people.
TEST_F(DeskSiteTest, NobodyApprovesWhatTheyProposed) {
  conclude(sample_.reg().file(Signature::Anonymous));
  SampleBrowser li = browser_of("li");
  ASSERT_EQ(li.post("/closing", kPropose).status, 303);
  const std::string draft = draft_on(browser_of("wang").get("/closing?notice=sample-notice"));
  const std::map<std::string, std::string> approve = {
      {"notice", "sample-notice"}, {"act", "approve"}, {"draft", draft}};
  EXPECT_EQ(draft_on(li.get("/closing?notice=sample-notice")), "") << "nothing to approve with";
  EXPECT_EQ(li.post("/closing", approve).status, 403) << "the role may not";
  // The same account with another role and another name.
  Account promoted = sample_account("li", "审批己", Role::Reviewer);
  Account renamed = sample_account("li-2", "经办甲", Role::Reviewer);
  ASSERT_TRUE(sample_.accounts().change([&](Accounts& accounts) {
    accounts.all = {promoted, renamed};
    return Result<void>();
  }));
  for (const Account& account : {promoted, renamed}) {
    SampleBrowser browser(site_);
    ASSERT_EQ(browser.log_in(account, {site_->now().utc + kTotpStep}).status, 303);
    EXPECT_EQ(browser.post("/closing", approve).status, 409) << account.name;
  }
  EXPECT_FALSE(fs::exists(sample_.closing_file()));
}

TEST_F(DeskSiteTest, WhatIsApprovedIsWhatWasSeen) {
  conclude(sample_.reg().file(Signature::Anonymous, "person"));
  SampleBrowser li = browser_of("li");
  SampleBrowser wang = browser_of("wang");
  ASSERT_EQ(li.post("/closing", kPropose).status, 303);
  const std::string seen = draft_on(wang.get("/closing?notice=sample-notice"));
  ASSERT_EQ(li.post("/closing", {{"notice", "sample-notice"}, {"act", "take_back"}}).status, 303);
  auto other = kPropose;
  other["disposition-person"] = "cancelled";
  const std::map<std::string, std::string> approve = {
      {"notice", "sample-notice"}, {"act", "approve"}, {"draft", seen}};
  EXPECT_EQ(wang.post("/closing", approve).status, 409) << "it was taken back";
  ASSERT_EQ(li.post("/closing", other).status, 303);
  EXPECT_EQ(wang.post("/closing", approve).status, 409) << "it is another one";
  EXPECT_FALSE(fs::exists(sample_.closing_file()));
}

TEST_F(DeskSiteTest, ADraftCanBeRefused) {
  SampleBrowser li = browser_of("li");
  SampleBrowser wang = browser_of("wang");
  ASSERT_EQ(li.post("/closing", kPropose).status, 303);
  EXPECT_EQ(li.post("/closing", kPropose).status, 409) << "one waits already";
  EXPECT_EQ(wang.post("/closing", {{"notice", "sample-notice"}, {"act", "refuse"}}).status, 303);
  EXPECT_EQ(wang.post("/closing", {{"notice", "sample-notice"}, {"act", "refuse"}}).status, 409);
  EXPECT_EQ(li.post("/closing", kPropose).status, 303);
}

TEST_F(DeskSiteTest, WhatBlocksIsSaidLineByLine) {
  const std::string number = sample_.reg().file(Signature::Named);
  SampleBrowser li = browser_of("li");
  EXPECT_THAT(li.get("/closing?notice=sample-notice").body,
              AllOf(HasSubstr("还不能办结"), HasSubstr("异议 " + number + " 还没有结论")));
  const Answer refused = li.post("/closing", kPropose);
  EXPECT_EQ(refused.status, 409);
  EXPECT_THAT(refused.body, HasSubstr("异议 " + number + " 还没有结论"));
  EXPECT_EQ(li.get("/closing?notice=another").status, 404);
}

TEST(SealedDeskSiteTest, WhatIsSealedIsOpenedForTheView) {
  SampleDeskSite sample(/*has_key=*/true);
  const auto site = sample.open();
  const std::string number = sample.reg().file(Signature::Named);
  SampleBrowser li(site);
  ASSERT_EQ(li.log_in(sample.account("li"), site->now()).status, 303);
  EXPECT_THAT(li.get("/case?number=" + number).body, HasSubstr("class=\"told statement\""));
  EXPECT_EQ(li.post("/case", {{"number", number},
                              {"seen", "0"},
                              {"step", "decide"},
                              {"choice", "unfounded"},
                              {"text", "一致"}})
                .status,
            303);
}

}  // namespace
}  // namespace gongshi
