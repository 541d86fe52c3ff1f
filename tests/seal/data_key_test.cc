#include "intake/seal/data_key.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace gongshi {
namespace {

DataKey sample_key(unsigned char fill) {
  DataKey::Bytes bytes;
  bytes.fill(fill);
  return DataKey(bytes);
}

TEST(DataKeyTest, EveryStreamHasAKeyOfItsOwn) {
  std::set<StreamKey> keys;
  for (const DataKey& key : {sample_key(1), sample_key(2)}) {
    for (const std::uint64_t number : {0U, 1U, 2U, 300U}) keys.insert(key.stream_key(number));
    keys.insert(key.bytes());
    keys.insert(key.commitment());
  }
  EXPECT_EQ(keys.size(), 12U);
}

// Frozen: what is stored must open after an upgrade.
TEST(DataKeyTest, DerivationIsFrozen) {
  EXPECT_EQ(hex(sample_key(7).stream_key(0)),
            "ef9b2266c5e6e67a317dcf3265735c90a343cf250a8e65c5fe8e02deca406e5f");
  EXPECT_EQ(hex(sample_key(7).stream_key(1)),
            "905d1fba49f33fc91a0c0f3e04788526362792447270179f34f63aafa91ba5f8");
  EXPECT_EQ(hex(sample_key(7).commitment()),
            "491f56df071c9cad0eecb095d0310b287b53ce70decef0fa8f40afe8da3eebc1");
}

TEST(DataKeyTest, FitsItsOwnCommitmentOnly) {
  const Sha256 commitment = sample_key(7).commitment();
  EXPECT_TRUE(sample_key(7).fits(commitment));
  EXPECT_FALSE(sample_key(8).fits(commitment));
  for (std::size_t i = 0; i < commitment.size(); ++i) {
    Sha256 changed = commitment;
    changed[i] ^= 1U;
    EXPECT_FALSE(sample_key(7).fits(changed)) << i;
  }
}

TEST(DataKeyTest, NoTwoAreAlike) {
  EXPECT_NE(DataKey::random().bytes(), DataKey::random().bytes());
}

}  // namespace
}  // namespace gongshi
