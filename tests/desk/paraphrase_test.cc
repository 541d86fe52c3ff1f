#include "intake/desk/paraphrase.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <span>

#include "intake/desk/grouping.h"
#include "intake/desk/handling.h"
#include "intake/filing/record.h"
#include "tests/desk/sample_register.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr const char* kStatement =
    "我在该科工作多年。\n二〇一六年度的办信量是把重复来信算进去以后才排到第一的，台账第三页可以对"
    "。";

CaseFile case_by(Identity identity, std::string name, std::string contact) {
  CaseFile file = sample_case({.number = "2017-000123-7", .candidate = "person"});
  Record record;
  record.objection.notice = file.objection.filed.notice;
  record.objection.candidate = file.objection.filed.candidate;
  record.objection.statement = kStatement;
  record.objection.identity = identity;
  record.objection.name = std::move(name);
  record.objection.contact = std::move(contact);
  record.received_at = file.objection.filed.received_at;  // 2017-06-22 09:00
  file.objection.filed.record = write_record(record);
  file.history.push_back({.kind = EventKind::Supplemented,
                          .at = instant("2017-06-25T16:42:00+08:00"),
                          .actor = std::string(kObjectorActor),
                          .outcome = {},
                          .text = "补充一点，合并登记的那一本现在放在接待大厅西侧的柜子里。"});
  return file;
}

std::vector<std::string> found_in(
    std::string_view text, const CaseFile& file = case_by(Identity::Named, "李·𬱖",
                                                          "0351-1234567，li_q@example.com")) {
  return what_gives_away(file, {}, sample_notice(), text).value();
}

TEST(ParaphraseTest, WhatTheOfficeSaysInItsOwnWordsMayGo) {
  for (const char* text : {
           "反映2016年度业务统计可能不准，请说明统计口径，并提供台账。",
           "请说明2016年办信量排名的依据。",
           "请示例单位𬱖某说明先进个人推荐材料中的数据来源。",
           "请核对2016年6月22日、2015年6月25日两份台账，以及16月22日的说法。",
           "请在11月22日前提供。",
           "办信量是把重复来信算进去",  // twelve letters in a row
       }) {
    EXPECT_THAT(found_in(text), IsEmpty()) << text;
  }
}

struct Row {
  const char* text;
  const char* why;
};

TEST(ParaphraseTest, WhatTellsWhoItWasDoesNot) {
  constexpr Row kRows[] = {
      {"办信量是把重复来信算进去以", "与原文连续相同13个字（“办信量是把重复来信算进去以”）"},
      {"办信量，是把重复来信 算进去\n以后", "连续相同14个字"},
      {"台账第三页可以对。合并登记的那一本现在放在接待大厅西侧的柜子里", "连续相同"},
      {"李𬱖反映业务量不准", "姓名"},
      {"李 · 𬱖 反映业务量不准", "姓名"},
      {"来电1234567", "联系方式"},
      {"来电（０３５１）１２３４５６７", "联系方式"},
      {"邮箱LI_Q@example.com", "联系方式"},
      {"登记号2017-000123-7", "登记号"},
      {"登记号２０１７—０００１２３", "登记号"},
      {"6月22日收到反映", "日期"},
      {"06月22日收到反映", "日期"},
      {"2017年6月22日收到反映", "日期"},
      {"六月二十二日收到反映", "日期"},
      {"2017-06-22收到反映", "日期"},
      {"2017.6.22收到反映", "日期"},
      {"6月25日又有补充", "日期"},
      {"共收到3件，6月25日是最后一件", "日期"},
      {"上午9时00分收到", "时间"},
      {"09:00收到", "时间"},
      {"16点42分收到", "时间"},
  };
  for (const auto& [text, why] : kRows) {
    EXPECT_THAT(found_in(text), ElementsAre(HasSubstr(why))) << text;
  }
}

// What stands on the notice's page is no secret, but it does not hide a sentence round it either.
TEST(ParaphraseTest, WhatIsPublishedDoesNotCount) {
  CaseFile file = case_by(Identity::Organization, "示例单位", "");
  EXPECT_THAT(found_in("请示例单位说明", file), IsEmpty()) << "the page names it";
  file = case_by(Identity::Organization, "示例单位工会", "");
  EXPECT_THAT(found_in("示例单位工会提出", file), ElementsAre(HasSubstr("单位名称")));
  Record record = read_record(file.objection.filed.record).value();
  record.objection.statement =
      "我们认为示例单位𬱖某所填的先进个人材料与事实有明显出入";
  file.objection.filed.record = write_record(record);
  EXPECT_THAT(found_in("示例单位𬱖某所填的先进个人材料", file), IsEmpty());
  EXPECT_THAT(
      found_in("示例单位𬱖某所填的先进个人材料与事实有明显出入", file),
      ElementsAre(HasSubstr("连续相同13个字")));
}

TEST(ParaphraseTest, AnAnonymousOneHasNoNameToFind) {
  EXPECT_THAT(found_in("请说明统计口径。", case_by(Identity::Anonymous, "", "")), IsEmpty());
}

TEST(ParaphraseTest, EverythingIsSaidAtOnce) {
  EXPECT_THAT(found_in("李𬱖于6月22日来信（2017-000123-7），电话1234567"),
              ElementsAre(HasSubstr("姓名"), HasSubstr("联系方式"), HasSubstr("登记号"),
                          HasSubstr("日期")));
}

// What tells of one that joined gives it away as well.
TEST(ParaphraseTest, ThoseThatJoinedAreKeptOutToo) {
  CaseFile file = case_by(Identity::Anonymous, "", "");
  CaseFile joined = case_by(Identity::Named, "赵示例", "13900000000");
  joined.objection.number = "2017-000124-8";
  Record record = read_record(joined.objection.filed.record).value();
  record.objection.statement = "去年十二月的会议上没有讨论过推荐人选的名单。";
  joined.objection.filed.record = write_record(record);
  joined.objection.filed.received_at = instant("2017-06-24T11:11:00+08:00");
  const auto found = [&](std::string_view text) {
    return what_gives_away(file, std::span(&joined, 1), sample_notice(), text).value();
  };
  EXPECT_THAT(found("请说明2016年办信量排名的依据。"), IsEmpty());
  EXPECT_THAT(found("请说明会议上没有讨论过推荐人选的名单一事"),
              ElementsAre(HasSubstr("与并案的 2017-000124-8 原文连续相同")));
  EXPECT_THAT(found("赵示例于6月24日来电（13900000000），2017-000124-8"),
              ElementsAre(HasSubstr("有并案的 2017-000124-8 异议人的姓名"), HasSubstr("联系方式"),
                          HasSubstr("登记号"), HasSubstr("日期")));
  joined.objection.erased = Erasure{};
  EXPECT_THAT(found("赵示例于6月24日来电"), IsEmpty()) << "nothing is known of it any more";
}

OfficeStep step(std::string text) {
  return {.text = std::move(text), .by = "经办甲", .at = instant("2017-06-26T10:00:00+08:00")};
}

const Date kDue = parse_date("2017-06-30").value();

TEST(ParaphraseTest, IsKeptAsAStepThatChangesNothing) {
  SampleRegister reg;
  const std::string number = reg.file(Signature::Named, "person");
  ASSERT_TRUE(accept(*reg, number, step("")));
  EXPECT_EQ(paraphrase(*reg, number, step("请说明统计口径。"), kDue, sample_manifest()),
            ObjectionState::Accepted);
  EXPECT_EQ(paraphrase(*reg, number, step("请说明统计的时间范围。"), kDue, sample_manifest()),
            ObjectionState::Accepted);
  const CaseFile file = open_case(*reg, number).value();
  ASSERT_NE(newest_paraphrase(file), nullptr);
  EXPECT_EQ(newest_paraphrase(file)->text, "请说明统计的时间范围。");
  EXPECT_EQ(newest_paraphrase(file)->due, kDue);
}

TEST(ParaphraseTest, WhatGivesAwayIsNotStored) {
  SampleRegister reg;
  const std::string number = reg.file(Signature::Named, "person");
  const auto expect_refused = [&](const Result<ObjectionState>& taken, ErrorKind kind,
                                  const char* why) {
    ASSERT_FALSE(taken) << why;
    EXPECT_EQ(taken.error().kind, kind) << why;
    EXPECT_THAT(taken.error().message, HasSubstr(why));
  };
  const Manifest site = sample_manifest();
  expect_refused(paraphrase(*reg, number, step("公示材料所列数据与实际不符"), kDue, site),
                 ErrorKind::Invalid, "会暴露异议人：与原文连续相同13个字");
  expect_refused(paraphrase(*reg, number, step(" "), kDue, site), ErrorKind::Invalid, "空白");
  expect_refused(paraphrase(*reg, number, step("请说明"), parse_date("2017-06-25").value(), site),
                 ErrorKind::Invalid, "已经过去");
  expect_refused(paraphrase(*reg, number, step("请说明"), kDue, {}), ErrorKind::NotFound,
                 "sample-notice");
  ASSERT_TRUE(recuse(*reg, number, step("亲属"), "经办甲"));
  expect_refused(paraphrase(*reg, number, step("李·𬱖"), kDue, site), ErrorKind::Conflict,
                 "已回避");
  EXPECT_EQ(newest_paraphrase(open_case(*reg, number).value()), nullptr);
}

// The group's others come from the register, and stay as they were read.
TEST(ParaphraseTest, AtTheOneThatLeadsItIsComparedWithAll) {
  SampleRegister reg;
  const std::string leader = reg.file(Signature::Anonymous, "person");
  const std::string joined = reg.file(Signature::Named, "person");
  const auto take = [&] {
    return paraphrase(*reg, leader, step("请核实李·𬱖提到的台账。"), kDue,
                      sample_manifest());
  };
  ASSERT_TRUE(take()) << "nobody of that name has objected there";
  ASSERT_TRUE(join(*reg, joined, leader, step("同一事实")));
  const auto refused = take();
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("有并案的 " + joined + " 异议人的姓名"));
  ASSERT_TRUE(separate(*reg, joined, step("不是同一事实")));
  EXPECT_TRUE(take());
}

TEST(ParaphraseTest, WhoIsRecusedFromOneThatJoinedWritesNone) {
  SampleRegister reg;
  const std::string leader = reg.file(Signature::Anonymous, "person");
  const std::string joined = reg.file(Signature::Named, "person");
  ASSERT_TRUE(join(*reg, joined, leader, step("同一事实")));
  ASSERT_TRUE(recuse(*reg, joined, step("亲属"), "经办甲"));
  const auto refused = paraphrase(*reg, leader, step("请说明"), kDue, sample_manifest());
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
  EXPECT_THAT(refused.error().message, AllOf(HasSubstr(joined), HasSubstr("已回避")));
}

}  // namespace
}  // namespace gongshi
