#include "intake/desk/case_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "generator/notice/json.h"
#include "tests/desk/sample_desk.h"

namespace gongshi {
namespace {

InboxEntry entry(std::string number, ObjectionStanding standing) {
  InboxEntry made;
  made.standing = standing;
  made.deadline = next_deadline(standing, instant(kWhileOpen));
  made.number = std::move(number);
  made.notice = sample_notice().id;
  made.received_at = instant(kWhileOpen);
  return made;
}

Inbox three() {
  Inbox inbox;
  inbox.entries = {entry("2017-000001-7", {.signature = Signature::Named}),
                   entry("2017-000002-5", {.signature = Signature::Named,
                                           .state = ObjectionState::AwaitingReply,
                                           .outcome = Outcome::PartlyUpheld,
                                           .told = instant(kLastSecond)}),
                   entry("2017-000003-3",
                         {.state = ObjectionState::Concluded, .outcome = Outcome::NotAccepted})};
  inbox.entries[0].urgency = Urgency::Overdue;
  inbox.entries[1].candidate = CandidateId::parse("person").value();
  inbox.entries[1].medium = Medium::Letter;
  inbox.entries[1].urgency = Urgency::DueSoon;
  inbox.counts = {
      {.notice = sample_notice().id, .all = 3, .fresh = 1, .due = 1, .overdue = 1, .blocking = 2}};
  return inbox;
}

TEST(CaseListTest, IsATableWithItsSums) {
  const std::string kFiled = "网络      2017年6月22日 09:00  ";
  EXPECT_EQ(
      case_table(three()),
      "登记号         公示           候选对象      渠道      收到时间             署名  状态       "
      " "
      "    结论      期限\n"
      "2017-000001-7  sample-notice  （整个公示）  " +
          kFiled +
          "实名  待处理                    告知 2017-07-07（已逾期）\n"
          "2017-000002-5  sample-notice  person        书面信函  2017年6月22日 09:00  "
          "实名  已作结论待答复  部分属实  办结 2017-08-21（将到期）\n"
          "2017-000003-3  sample-notice  （整个公示）  " +
          kFiled +
          "匿名  已办结          不予受理\n"
          "\n"
          "sample-notice：共3件，新收1件，将到期1件，已逾期1件，未办结2件（办结后才能办结公示）\n");
}

TEST(CaseListTest, SaysWhatIsPastTheLawAndWhereTheCalendarEnds) {
  Inbox inbox = three();
  inbox.entries[0].urgency = Urgency::Alarm;
  inbox.entries[1].deadline->basis = Basis::NotPublished;
  inbox.counts[0].alarm = 1;
  EXPECT_THAT(
      case_table(inbox),
      testing::AllOf(testing::HasSubstr("告知 2017-07-07（已超法定期限）\n"),
                     testing::HasSubstr("办结 2017-08-21（日历未公布，按法定期限提醒，将到期）\n"),
                     testing::HasSubstr("已逾期1件（其中已超法定期限1件），未办结2件")));
  const Json list = Json::parse(case_json(inbox));
  EXPECT_EQ(list[0]["urgency"], "overdue") << "for who knows no alarm";
  EXPECT_EQ(list[0]["alarm"], true);
  EXPECT_EQ(list[1]["basis"], "not_published");
}

TEST(CaseListTest, NothingIsSaidAsNothing) {
  EXPECT_EQ(case_table({}), "没有异议\n");
  EXPECT_EQ(case_json({}), "[]\n");
  Inbox filtered = three();
  filtered.entries.clear();
  filtered.counts[0].blocking = 0;
  EXPECT_EQ(case_table(filtered),
            "sample-notice：共3件，新收1件，将到期1件，已逾期1件，未办结0件\n");
}

TEST(CaseListTest, ProgramsReadTheSpellingsOfTheRegister) {
  const Json list = Json::parse(case_json(three()));
  ASSERT_EQ(list.size(), 3U);
  EXPECT_EQ(list[0].dump(),
            R"({"number":"2017-000001-7","notice":"sample-notice","candidate":"",)"
            R"("medium":"online","received_at":"2017-06-22T09:00:00+08:00","named":true,)"
            R"("state":"open","outcome":null,"leader":null,"duty":"tell","last_day":"2017-07-07",)"
            R"("urgency":"overdue","basis":"law","ceiling":"2017-07-07","alarm":false})");
  EXPECT_EQ(list[1]["candidate"], "person");
  EXPECT_EQ(list[1]["state"], "awaiting_reply");
  EXPECT_EQ(list[1]["outcome"], "partly_upheld");
  EXPECT_EQ(list[1]["urgency"], "due");
  EXPECT_EQ(list[2]["state"], "concluded");
  EXPECT_EQ(list[2]["last_day"], Json());
  EXPECT_EQ(list[2]["ceiling"], Json());
}

}  // namespace
}  // namespace gongshi
