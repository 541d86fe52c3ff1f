#include "generator/notice/closing_record.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(ClosingRecordTest, EverySpellingComesBack) {
  for (const auto medium :
       {Medium::Letter, Medium::Phone, Medium::Fax, Medium::Email, Medium::Visit, Medium::Online}) {
    EXPECT_EQ(parse_medium(to_text(medium)), medium);
  }
  for (const auto outcome :
       {Outcome::Unfounded, Outcome::Upheld, Outcome::PartlyUpheld, Outcome::Unverifiable,
        Outcome::NotAccepted, Outcome::Transferred, Outcome::Withdrawn}) {
    EXPECT_EQ(parse_outcome(to_text(outcome)), outcome);
  }
  for (const auto result : {Disposition::Confirmed, Disposition::Corrected, Disposition::Cancelled,
                            Disposition::Deferred}) {
    EXPECT_EQ(parse_disposition(to_text(result)), result);
  }
  EXPECT_EQ(parse_outcome("Upheld"), std::nullopt);
}

// DOMAIN 2.4, R22: the sentence must be true.
TEST(ClosingRecordTest, SaysNoObjectionOnlyWhenThereWasNone) {
  EXPECT_EQ(standard_sentence({}), "公示期间未收到异议，公示无异议。");
  for (const auto outcome :
       {Outcome::Unfounded, Outcome::Upheld, Outcome::PartlyUpheld, Outcome::Unverifiable,
        Outcome::NotAccepted, Outcome::Transferred, Outcome::Withdrawn}) {
    ClosingRecord record;
    record.objections = 2;
    record.by_outcome = {{.key = outcome, .number = 2}};
    const std::string sentence = standard_sentence(record);
    EXPECT_EQ(sentence.find("公示无异议"), std::string::npos) << to_text(outcome);
    EXPECT_NE(sentence.find("收到异议2件"), std::string::npos) << to_text(outcome);
  }
}

TEST(ClosingRecordTest, UpheldObjectionsAreNeverPassedOver) {
  ClosingRecord record;
  record.objections = 3;
  record.by_outcome = {{.key = Outcome::Unfounded, .number = 2},
                       {.key = Outcome::PartlyUpheld, .number = 1}};
  EXPECT_NE(standard_sentence(record).find("其中1件经核查属实"), std::string::npos);
  EXPECT_EQ(standard_sentence(record).find("不影响推荐"), std::string::npos);
}

}  // namespace
}  // namespace gongshi
