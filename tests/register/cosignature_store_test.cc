#include "intake/register/cosignature_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "intake/log/merkle_tree.h"
#include "intake/log/receipt_proof.h"
#include "intake/register/register.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

using testing::EndsWith;

constexpr const char* kLine = "— w AAAAAAAAAAAA\n";

class CosignatureStoreTest : public testing::Test {
 protected:
  const SampleFolder folder_;
  Register reg_ = sample_register(folder_ / "data");
  CosignatureStore store_ = CosignatureStore::open(folder_ / "data").value();
};

TEST_F(CosignatureStoreTest, KnowsTheNewestHeadThatMayBeShown) {
  EXPECT_EQ(store_.newest()->head.leaves, 0U);
  ASSERT_TRUE(reg_.append(sample_objection("a")));
  const auto newest = store_.newest();
  ASSERT_TRUE(newest) << newest.error().message;
  EXPECT_EQ(newest->head.leaves, 1U);
  EXPECT_EQ(newest->note, reg_.checkpoint().value());
}

TEST_F(CosignatureStoreTest, WhatIsAddedStandsBelowItsHeadAlone) {
  const auto row = reg_.append(sample_objection("a")).value();
  const std::string bare = reg_.checkpoint().value();
  EXPECT_EQ(store_.leaves_signed("key").value(), 0U);
  ASSERT_TRUE(store_.add(1, "key", kLine));
  ASSERT_TRUE(store_.add(1, "key", "— w another\n")) << "the first one stays";
  EXPECT_EQ(store_.leaves_signed("key").value(), 1U);
  EXPECT_EQ(store_.leaves_signed("other").value(), 0U);
  EXPECT_EQ(reg_.checkpoint().value(), bare + kLine);
  EXPECT_EQ(store_.newest()->note, bare);
  EXPECT_THAT(reg_.newest_proof(row).value(), EndsWith(bare + kLine));
  EXPECT_THAT(reg_.proof(row).value(), EndsWith(bare));
  ASSERT_TRUE(reg_.append(sample_objection("b")));
  EXPECT_THAT(reg_.checkpoint().value(), testing::Not(EndsWith(kLine)));
}

TEST_F(CosignatureStoreTest, ProvesThatAHeadBeginsWithAnother) {
  Checkpoint older;
  for (int i = 1; i <= 9; ++i) {
    ASSERT_TRUE(reg_.append(sample_objection(std::to_string(i))));
    if (i == 5) older = store_.newest()->head;
  }
  const Checkpoint newer = store_.newest()->head;
  const auto proof = store_.consistency(5, 9);
  ASSERT_TRUE(proof) << proof.error().message;
  EXPECT_TRUE(verify_consistency(5, 9, *proof, older.root, newer.root));
  EXPECT_TRUE(store_.consistency(0, 9)->empty());
}

TEST_F(CosignatureStoreTest, OfAHeadThatIsNotThereNothingIsStored) {
  EXPECT_FALSE(store_.add(7, "key", kLine));
}

}  // namespace
}  // namespace gongshi
