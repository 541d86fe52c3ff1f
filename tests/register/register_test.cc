#include "intake/register/register.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "intake/log/receipt_proof.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

class RegisterTest : public testing::Test {
 protected:
  // The proof of a row holds, and the leaf commits to the row's record.
  void expect_proven(const RegisteredObjection& row) {
    const auto text = register_.proof(row);
    ASSERT_TRUE(text) << text.error().message;
    const auto log = NoteVerifier::parse(register_.verifier_key());
    ASSERT_TRUE(log) << log.error().message;
    const auto head =
        verify_receipt(parse_proof(*text).value(), *log, row.filed.record, row.filed.opening);
    ASSERT_TRUE(head) << head.error().message;
    EXPECT_EQ(head->leaves, row.tree_size);
  }

  SampleFolder folder_;
  Register register_ = sample_register(folder_ / "data");
};

TEST_F(RegisterTest, KeepsAnObjectionAsItWasFiled) {
  const NewObjection filed = sample_objection("a");
  const auto row = register_.append(filed);
  ASSERT_TRUE(row) << row.error().message;
  EXPECT_EQ(row->number, "2017-000001-B");
  EXPECT_EQ(row->leaf_index, 0U);
  EXPECT_EQ(row->tree_size, 1U);
  expect_proven(*row);

  const auto found = register_.find_by_number(row->number);
  ASSERT_TRUE(found && *found);
  EXPECT_EQ((*found)->filed.record, filed.record);
  EXPECT_EQ((*found)->filed.notice, filed.notice);
  EXPECT_EQ((*found)->filed.candidate, filed.candidate);
  EXPECT_EQ((*found)->filed.received_at, filed.received_at);
  EXPECT_EQ((*found)->filed.opening, filed.opening);
}

}  // namespace
}  // namespace gongshi
