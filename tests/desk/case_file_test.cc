#include "intake/desk/case_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/desk/handling.h"
#include "tests/desk/sample_register.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

TEST(CaseFileTest, HoldsTheObjectionAndItsHistory) {
  SampleRegister reg;
  const std::string number = reg.file(Signature::Named, "person");
  CaseFile file = open_case(*reg, number).value();
  EXPECT_EQ(file.objection.number, number);
  EXPECT_EQ(file.objection.filed.candidate.text(), "person");
  EXPECT_EQ(file.state(), ObjectionState::Open);
  EXPECT_EQ(file.decision(), nullptr);
  EXPECT_EQ(file.reply(), nullptr);

  ASSERT_TRUE(
      decide(*reg, number, {.outcome = Outcome::Upheld, .reason = "属实。", .by = "甲", .at = {}}));
  ASSERT_TRUE(reply(*reg, number, {.text = "一", .by = "甲", .at = {}}));
  ASSERT_TRUE(reply(*reg, number, {.text = "二", .by = "甲", .at = {}}));
  file = open_case(*reg, number).value();
  EXPECT_EQ(file.state(), ObjectionState::Concluded);
  EXPECT_EQ(file.decision()->text, "属实。");
  EXPECT_EQ(file.reply()->text, "二") << "the newest";
}

TEST(CaseFileTest, AnUnknownNumberIsNamed) {
  SampleRegister reg;
  for (const char* number : {"2017-000001-7", "", "x", "'; DROP TABLE objection"}) {
    const Result<CaseFile> file = open_case(*reg, number);
    ASSERT_FALSE(file) << number;
    EXPECT_EQ(file.error().kind, ErrorKind::NotFound) << number;
    EXPECT_THAT(file.error().message, HasSubstr(number));
  }
}

TEST(CaseFileTest, ListsInTheOrderOfFilingOneNoticeOrAll) {
  SampleRegister reg;
  const std::string first = reg.file(Signature::Anonymous);
  const std::string second = reg.file(Signature::Named);
  const auto all = list_cases(*reg, std::nullopt).value();
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].objection.number, first);
  EXPECT_EQ(all[1].objection.number, second);
  EXPECT_EQ(list_cases(*reg, sample_notice().id)->size(), 2U);
  EXPECT_TRUE(list_cases(*reg, NoticeId::parse("another").value())->empty());
}

}  // namespace
}  // namespace gongshi
