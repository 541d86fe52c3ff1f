#include "intake/desk/key_ring.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/desk/case_file.h"
#include "intake/desk/case_sheet.h"
#include "intake/desk/handling.h"
#include "tests/desk/sample_register.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

KeyRing ring_of(const std::vector<OfficeKey>& keys) {
  KeyRing ring;
  for (const OfficeKey& key : keys) ring.add(key);
  return ring;
}

class KeyRingTest : public testing::Test {
 protected:
  // The number of an objection that is sealed to `key`.
  std::string file_for(const OfficeKey& key) {
    EXPECT_TRUE((*reg_).add_office_key(key.public_key(), instant(kWhileOpen)));
    return reg_.file(Signature::Named);
  }
  Decision decision() const {
    return {.outcome = Outcome::Unfounded,
            .reason = "经核查，与台账一致。",
            .by = "经办甲",
            .at = instant(kWhileOpen)};
  }

  SampleRegister reg_;
  const OfficeKey first_ = OfficeKey::random();
  const OfficeKey second_ = OfficeKey::random();
};

TEST_F(KeyRingTest, AfterARotationBothKeysAreNeededForTheirOwn) {
  const std::string plain = reg_.file(Signature::Named);
  const std::string old = file_for(first_);
  const std::string recent = file_for(second_);
  EXPECT_TRUE(open_case(*reg_, plain, {}));
  EXPECT_TRUE(open_case(*reg_, old, ring_of({first_})));
  EXPECT_TRUE(open_case(*reg_, recent, ring_of({second_})));
  EXPECT_FALSE(open_case(*reg_, old, ring_of({second_})));
  EXPECT_FALSE(open_case(*reg_, recent, ring_of({first_})));
  EXPECT_EQ(list_cases(*reg_, std::nullopt, ring_of({second_, first_})).value().size(), 3U);
  EXPECT_FALSE(list_cases(*reg_, std::nullopt, ring_of({second_})));
}

TEST_F(KeyRingTest, SaysWhichKeyIsMissing) {
  const std::string number = file_for(first_);
  const auto none = open_case(*reg_, number, {});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().kind, ErrorKind::Invalid);
  EXPECT_THAT(none.error().message, HasSubstr(number));
  EXPECT_THAT(none.error().message, HasSubstr(first_.public_key().id()));
  EXPECT_THAT(none.error().message, HasSubstr("--key"));
  const auto wrong = open_case(*reg_, number, ring_of({second_}));
  ASSERT_FALSE(wrong);
  EXPECT_THAT(wrong.error().message, HasSubstr(first_.public_key().id()));
  EXPECT_THAT(wrong.error().message, HasSubstr(second_.public_key().id()));
}

TEST_F(KeyRingTest, WhoCountsNeedsNoKey) {
  const std::string number = file_for(first_);
  ASSERT_TRUE(decide(*reg_, number, decision(), ring_of({first_})));
  const CaseFile file = list_cases(*reg_, std::nullopt).value().front();
  EXPECT_EQ(file.state(), ObjectionState::AwaitingReply);
  EXPECT_EQ(file.outcome(), Outcome::Unfounded);
  EXPECT_EQ(file.decision()->text, "");
}

TEST_F(KeyRingTest, WhatTheOfficeWritesIsSealedLikeTheObjection) {
  const std::string number = file_for(first_);
  const auto without = decide(*reg_, number, decision());
  ASSERT_FALSE(without);
  EXPECT_THAT(without.error().message, HasSubstr("--key"));
  ASSERT_TRUE(decide(*reg_, number, decision(), ring_of({first_})));
  ASSERT_TRUE(reply(*reg_, number, {.text = "答复全文", .by = "经办甲", .at = instant(kWhileOpen)},
                    ring_of({first_})));
  EXPECT_EQ((*reg_).events(number).value().back().text, "");
  const auto sheet =
      open_case(*reg_, number, ring_of({first_})).and_then([](const CaseFile& opened) {
        return case_sheet(opened);
      });
  ASSERT_TRUE(sheet) << sheet.error().message;
  EXPECT_THAT(*sheet, HasSubstr("经核查，与台账一致。"));
  EXPECT_THAT(*sheet, HasSubstr("答复全文"));
}

}  // namespace
}  // namespace gongshi
