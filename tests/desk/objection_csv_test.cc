#include "intake/desk/objection_csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/desk/sample_desk.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string row_with_reason(std::string reason) {
  CaseFile file = sample_case({.outcome = Outcome::Unfounded});
  file.history[0].text = std::move(reason);
  return objection_csv({file});
}

TEST(ObjectionCsvTest, OpensInExcelAsUtf8AndNamesItsColumns) {
  EXPECT_THAT(objection_csv({}), StartsWith("\xEF\xBB\xBF\"登记号\",\"公示\","));
  EXPECT_THAT(objection_csv({}), testing::EndsWith("\"\r\n"));
}

TEST(ObjectionCsvTest, ARowSaysWhereTheObjectionStands) {
  const std::string csv = objection_csv({sample_case({.candidate = "person",
                                                      .medium = Medium::Letter,
                                                      .signature = Signature::Named,
                                                      .outcome = Outcome::Unfounded,
                                                      .replied = true,
                                                      .leaf_index = 7})});
  EXPECT_THAT(
      csv, HasSubstr("\r\n\"2017-000001-7\",\"sample-notice\",\"person\",\"书面信函\",\"实名\","
                     "\"2017-06-22T09:00:00+08:00\",\"已办结\",\"不属实\",\"经核查，见台账。\","
                     "\"经办甲\",\"2017-06-26T10:00:00+08:00\",\"已核查，答复如上。\",\"经办甲\","
                     "\"2017-06-26T11:00:00+08:00\",\"7\",\"\"\r\n"));
}

TEST(ObjectionCsvTest, OneThatJoinedNamesItsLeader) {
  CaseFile file = sample_case({});
  file.standing.leader = "2017-000009-5";
  EXPECT_THAT(objection_csv({file}), testing::EndsWith(",\"2017-000009-5\"\r\n"));
}

TEST(ObjectionCsvTest, WhatIsNotThereYetIsEmpty) {
  EXPECT_THAT(objection_csv({sample_case({})}),
              HasSubstr("\"待处理\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"0\",\"\"\r\n"));
}

TEST(ObjectionCsvTest, NoCellRunsAsAFormula) {
  for (const char* start :
       {"=", "+", "-", "@", "＝", "＋", "－", "＠", "\t=", "\r\n@", " +", "\u3000="}) {
    const std::string reason = std::string(start) + "cmd|' /C calc'!A0";
    EXPECT_THAT(row_with_reason(reason), HasSubstr("\"'" + reason + "\"")) << start;
  }
  for (const char* harmless : {"a=1", "1+1", "经核查", "（=）"}) {
    EXPECT_THAT(row_with_reason(harmless), HasSubstr("\"" + std::string(harmless) + "\""));
  }
}

TEST(ObjectionCsvTest, QuotesAndLineEndsStayInTheirCell) {
  EXPECT_THAT(row_with_reason("他说\"不\",\n𬱖"), HasSubstr("\"他说\"\"不\"\",\n𬱖\""));
}

TEST(ObjectionCsvTest, TheObjectorIsNotInIt) {
  CaseFile file = sample_case({.signature = Signature::Named});
  file.objection.filed.record = "name: 李·示例\ncontact: 0351-0000000\n\n原文在此\n";
  EXPECT_THAT(objection_csv({file}), Not(HasSubstr("李·示例")));
  EXPECT_THAT(objection_csv({file}), Not(HasSubstr("0351")));
  EXPECT_THAT(objection_csv({file}), Not(HasSubstr("原文在此")));
}

}  // namespace
}  // namespace gongshi
