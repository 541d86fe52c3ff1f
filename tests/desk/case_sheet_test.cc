#include "intake/desk/case_sheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/filing/record.h"
#include "tests/desk/sample_desk.h"

namespace gongshi {
namespace {

CaseFile case_with(std::string statement, Identity identity) {
  CaseFile file = sample_case({.candidate = "person",
                               .medium = Medium::Letter,
                               .signature = Signature::Named,
                               .outcome = Outcome::Unfounded,
                               .replied = true,
                               .leaf_index = 7});
  Record record;
  record.objection.notice = file.objection.filed.notice;
  record.objection.candidate = file.objection.filed.candidate;
  record.objection.grounds = Grounds::Facts;
  record.objection.statement = std::move(statement);
  record.objection.identity = identity;
  if (identity != Identity::Anonymous) {
    record.objection.name = "李·𬱖";
    record.objection.contact = "0351-0000000";
  }
  record.medium = Medium::Letter;
  record.received_at = file.objection.filed.received_at;
  file.objection.filed.record = write_record(record);
  file.objection.filed.entry = Entry{.by = "登记员", .at = instant("2017-06-23T15:00:00+08:00")};
  return file;
}

TEST(CaseSheetTest, ShowsWhatCameInAndWhatWasDone) {
  EXPECT_EQ(case_sheet(case_with("第一行\n\n第三行", Identity::Named)).value(),
            "登记号    2017-000001-7\n"
            "状态      已办结\n"
            "公示      sample-notice\n"
            "候选对象  person\n"
            "渠道      书面信函\n"
            "收到时间  2017年6月22日 09:00\n"
            "异议类别  事迹不实\n"
            "身份      实名（个人）\n"
            "姓名      李·𬱖\n"
            "联系方式  0351-0000000\n"
            "登记人    登记员（2017年6月23日 15:00）\n"
            "日志序号  7\n"
            "\n异议内容\n"
            "  第一行\n\n  第三行\n"
            "\n2017年6月26日 10:00  结论：不属实（经办甲）\n"
            "  经核查，见台账。\n"
            "\n2017年6月26日 11:00  答复（经办甲）\n"
            "  已核查，答复如上。\n"
            "\n可以办的（用法：gongshi-desk 命令 2017-000001-7 --help）\n"
            "  dispose     处置\n"
            "  reply       答复\n"
            "  review      复核\n"
            "  recuse      回避\n"
            "  redact      遮盖副本\n"
            "  note        内部记录\n");
}

TEST(CaseSheetTest, SaysWhatIsDueAndWhatTheLawAllows) {
  const CaseFile file = case_with("x", Identity::Named);
  Deadline deadline{
      .duty = Duty::Supplement,
      .last_day = parse_date("2017-06-30").value(),
      .basis = Basis::Told,
      .ceiling = {.duty = Duty::Conclude, .last_day = parse_date("2017-08-21").value()}};
  const auto sheet = [&](std::string_view now) {
    return case_sheet(file, {}, deadline, instant(now)).value();
  };
  EXPECT_THAT(sheet(kWhileOpen),
              testing::HasSubstr("状态      已办结\n"
                                 "期限      补正 2017年6月30日24时（含当日），告知异议人的日期\n"
                                 "法定期限  办结 2017年8月21日24时（含当日）\n"
                                 "公示      "));
  EXPECT_THAT(sheet("2017-07-01T00:00:00+08:00"), testing::HasSubstr("的日期，已逾期\n"));
  EXPECT_THAT(sheet("2017-08-22T00:00:00+08:00"), testing::HasSubstr("的日期，已超法定期限\n"));
  deadline = {.duty = Duty::Conclude,
              .last_day = deadline.ceiling.last_day,
              .basis = Basis::NotPublished,
              .ceiling = deadline.ceiling};
  EXPECT_THAT(
      sheet(kWhileOpen),
      testing::HasSubstr(
          "期限      办结 2017年8月21日24时（含当日），日历未公布，按法定期限提醒\n公示  "));
}

// Who filed online withdraws online; for a letter the office registers it.
TEST(CaseSheetTest, OffersWhatTheOfficeMayDoNowAndNothingElse) {
  CaseFile letter = case_with("x", Identity::Named);
  letter.history.clear();
  letter.standing = standing_of(Signature::Named, letter.history).value();
  EXPECT_THAT(case_sheet(letter).value(),
              testing::AllOf(testing::HasSubstr("\n  accept "), testing::HasSubstr("\n  decide "),
                             testing::HasSubstr("\n  withdraw "),
                             testing::Not(testing::HasSubstr("\n  reply ")),
                             testing::Not(testing::HasSubstr("\n  supplement "))));
  letter.objection.filed.medium = Medium::Online;
  EXPECT_THAT(case_sheet(letter).value(), testing::Not(testing::HasSubstr("\n  withdraw ")));
}

TEST(CaseSheetTest, EveryStepSaysWhatItIs) {
  const auto event = [](EventKind kind, std::string text) {
    return ObjectionEvent{.kind = kind,
                          .at = instant("2017-06-23T09:00:00+08:00"),
                          .actor = "经办甲",
                          .outcome = std::nullopt,
                          .text = std::move(text)};
  };
  CaseFile file = case_with("x", Identity::Named);
  file.history = {event(EventKind::Asked, "请写明时间"),
                  event(EventKind::Accepted, ""),
                  event(EventKind::Transferred, "某省监察机关"),
                  event(EventKind::InvestigationOpened, "调阅台账"),
                  event(EventKind::Extended, "涉及外省"),
                  event(EventKind::Decided, "见说明"),
                  event(EventKind::Disposed, ""),
                  event(EventKind::ReviewOpened, "异议人来信申请"),
                  event(EventKind::Continued, "事实具体"),
                  event(EventKind::Noted, "已电话联系")};
  file.history[0].due = parse_date("2017-06-30").value();
  file.history[3].second_actor = "经办乙";
  file.history[4].second_actor = "审批丙";
  file.history[5].outcome = Outcome::NotAccepted;
  file.history[5].refusal = RefusalReason::NoClue;
  file.history[6].measure = Measure::Deferred;
  const std::string sheet = case_sheet(file).value();
  for (const char* line :
       {"要求补正，截至2017年6月30日24时（含当日）（经办甲）\n  请写明时间\n", "受理（经办甲）\n",
        "转办（经办甲）\n  某省监察机关\n", "核查，另一人是经办乙（经办甲）\n  调阅台账\n",
        "延长期限，审批人是审批丙（经办甲）\n  涉及外省\n",
        "结论：不予受理，没有证据，也没有可以核查的线索（经办甲）\n  见说明\n",
        "处置：暂缓（经办甲）\n", "复核（经办甲）\n  异议人来信申请\n",
        "撤回后依职权继续（经办甲）\n  事实具体\n", "内部记录（经办甲）\n  已电话联系\n"}) {
    EXPECT_THAT(sheet, testing::HasSubstr(line));
  }
}

TEST(CaseSheetTest, FilesAreListedWithTheWayToThem) {
  CaseFile file = case_with("x", Identity::Named);
  Record record = read_record(file.objection.filed.record).value();
  record.evidence = {
      {.sha256 = sha256("x"), .size = 1, .type = EvidenceType::Text, .name = "记录.txt"}};
  file.objection.filed.record = write_record(record);
  EXPECT_THAT(case_sheet(file).value(),
              testing::HasSubstr("\n证据材料（用 gongshi-desk evidence 2017-000001-7 取出）\n"
                                 "  记录.txt  1 字节  SHA-256 " +
                                 hex(sha256("x")) + "\n"));
}

TEST(CaseSheetTest, WhatWasAddedStandsWithItsFiles) {
  CaseFile file = case_with("x", Identity::Named);
  file.history = {{.kind = EventKind::Supplemented,
                   .at = instant("2017-06-23T09:00:00+08:00"),
                   .actor = "异议人",
                   .outcome = {},
                   .text = "又发现一处",
                   .evidence = {{.id = std::string(32, 'a'),
                                 .name = "记录.txt",
                                 .type = "txt",
                                 .size = 1,
                                 .sha256 = sha256("x")}}}};
  EXPECT_THAT(case_sheet(file).value(),
              testing::HasSubstr("\n2017年6月23日 09:00  补充说明（异议人）\n"
                                 "  又发现一处\n"
                                 "\n证据材料（用 gongshi-desk evidence 2017-000001-7 取出）\n"
                                 "  记录.txt  1 字节  SHA-256 " +
                                 hex(sha256("x")) + "\n"));
}

TEST(CaseSheetTest, AnAnonymousOneHasNoNameLines) {
  const std::string sheet = case_sheet(case_with("x", Identity::Anonymous)).value();
  EXPECT_THAT(sheet, testing::Not(testing::HasSubstr("姓名")));
  EXPECT_THAT(sheet, testing::HasSubstr("匿名"));
}

TEST(CaseSheetTest, AStrangersWordsDoNotDriveTheTerminal) {
  CaseFile file = case_with("x", Identity::Named);
  file.history[0].text = "\x1B]0;标题\x07";
  const std::string sheet = case_sheet(file).value();
  EXPECT_EQ(sheet.find('\x1B'), std::string::npos);
  EXPECT_THAT(sheet, testing::HasSubstr("␛]0;标题␇"));
}

TEST(CaseSheetTest, ARecordThatCannotBeReadIsCorruptAndNamed) {
  CaseFile file = case_with("x", Identity::Named);
  file.objection.filed.record = "not a record";
  const Result<std::string> sheet = case_sheet(file);
  ASSERT_FALSE(sheet);
  EXPECT_EQ(sheet.error().kind, ErrorKind::Corrupt);
  EXPECT_THAT(sheet.error().message, testing::HasSubstr("2017-000001-7"));
}

}  // namespace
}  // namespace gongshi
