#include "generator/scan/finding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

namespace gongshi {
namespace {

constexpr FindingKind kKinds[] = {FindingKind::ResidentId,     FindingKind::OldResidentId,
                                  FindingKind::MobileNumber,   FindingKind::BankCard,
                                  FindingKind::TravelDocument, FindingKind::BirthDate,
                                  FindingKind::HomeAddress,    FindingKind::EmailAddress,
                                  FindingKind::Landline,       FindingKind::ForbiddenHeader};

TEST(FindingTest, EveryKindHasAWordOfItsOwn) {
  std::set<std::string_view> words;
  for (const FindingKind kind : kKinds) words.insert(to_text(kind));
  EXPECT_EQ(words.size(), std::size(kKinds));
  EXPECT_FALSE(words.contains(""));
}

TEST(FindingTest, TheSentenceSaysWhatAndTheWayOut) {
  for (const FindingKind kind : kKinds) {
    for (const Severity severity : {Severity::Block, Severity::Warn}) {
      Finding finding;
      finding.kind = kind;
      finding.severity = severity;
      finding.masked = "1*2";
      const std::string text = sentence(finding);
      EXPECT_THAT(text, testing::AnyOf(testing::HasSubstr("请"), testing::HasSubstr("必须")))
          << text;
      EXPECT_THAT(text, testing::Not(testing::EndsWith("。"))) << text;
    }
  }
}

}  // namespace
}  // namespace gongshi
