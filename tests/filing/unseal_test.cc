#include "intake/filing/unseal.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/filing/file_objection.h"
#include "intake/filing/objector_steps.h"
#include "intake/filing/status.h"
#include "tests/filing/sample_filing.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

const Instant kWhileOpen = at("2017-06-22T09:00:00+08:00");

// The register of an office that has a key, and an objector who has a receipt.
class UnsealTest : public testing::Test {
 protected:
  UnsealTest() { EXPECT_TRUE(reg_.add_office_key(office_.public_key(), kWhileOpen)); }

  Receipt file(const FormId& form) {
    return std::get<Receipt>(file_objection(reg_, sample_notice(), form, sample_parsed().objection,
                                            {.received_at = kWhileOpen}));
  }
  RegisteredObjection stored(const Receipt& receipt) {
    return reg_.find_by_number(receipt.number).value().value();
  }
  Status look_up(const Receipt& receipt) {
    const ReceiptCode code = ReceiptCode::parse(receipt.code).value();
    return look_up_status(reg_, receipt.number, code).value().value();
  }

  SampleFolder folder_;
  Register reg_ = sample_register(folder_ / "data");
  const OfficeKey office_ = OfficeKey::random();
};

TEST_F(UnsealTest, TheSameFormGivesTheSameReceiptByteForByte) {
  const FormId form = FormId::random();
  const std::string first = to_json(file(form));
  EXPECT_EQ(to_json(file(form)), first);
  EXPECT_EQ(to_json(find_receipt(reg_, form).value().value()), first);
  ASSERT_TRUE(stored(file(form)).sealed);
}

// A key that came later changes nothing of a receipt; nor does one that was replaced.
TEST_F(UnsealTest, AReceiptOutlivesEveryKey) {
  const SampleFolder folder;
  Register reg = sample_register(folder / "data");
  const auto file_in = [&](const FormId& form) {
    return to_json(std::get<Receipt>(file_objection(
        reg, sample_notice(), form, sample_parsed().objection, {.received_at = kWhileOpen})));
  };
  const FormId plain = FormId::random();
  const FormId sealed = FormId::random();
  const std::string plain_receipt = file_in(plain);
  ASSERT_TRUE(reg.add_office_key(OfficeKey::random().public_key(), kWhileOpen));
  const std::string sealed_receipt = file_in(sealed);
  ASSERT_TRUE(reg.add_office_key(OfficeKey::random().public_key(), kWhileOpen));
  EXPECT_EQ(file_in(plain), plain_receipt);
  EXPECT_EQ(file_in(sealed), sealed_receipt);
}

TEST_F(UnsealTest, NumberAndCodeOpenRecordProofAndSteps) {
  const Receipt receipt = file(FormId::random());
  Status status = look_up(receipt);
  EXPECT_EQ(to_json(status.receipt), to_json(receipt));
  EXPECT_EQ(status.record.objection, sample_parsed().objection);

  const DataKey key = office_.unwrap(stored(receipt).sealed->for_office).value();
  ASSERT_TRUE(reg_.append_event(receipt.number, 0,
                                {.kind = EventKind::Decided,
                                 .at = kWhileOpen,
                                 .actor = "经办甲",
                                 .outcome = Outcome::Unfounded,
                                 .text = "经核查，与台账一致。"},
                                key));
  status = look_up(receipt);
  ASSERT_EQ(status.steps.size(), 1U);
  EXPECT_EQ(status.steps[0].text, "经核查，与台账一致。");
}

TEST_F(UnsealTest, WithdrawingIsSealedToo) {
  const Receipt receipt = file(FormId::random());
  ASSERT_EQ(withdraw(reg_, look_up(receipt), kWhileOpen).value(), std::nullopt);
  EXPECT_EQ(look_up(receipt).outcome(), Outcome::Withdrawn);
  EXPECT_THAT(look_up(receipt).steps.front().text, testing::HasSubstr("撤回"));
  EXPECT_EQ(reg_.events(receipt.number).value().front().text, "");
}

TEST_F(UnsealTest, AnotherCodeOpensNothing) {
  const Receipt receipt = file(FormId::random());
  const auto opened = unseal(reg_, stored(receipt), ReceiptCode::derive(FormId::random()));
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().kind, ErrorKind::Corrupt);
}

}  // namespace
}  // namespace gongshi
