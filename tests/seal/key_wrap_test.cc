#include "intake/seal/key_wrap.h"

#include <gtest/gtest.h>

#include "intake/seal/receipt_code.h"

namespace gongshi {
namespace {

WrappingKey sample_wrapping_key(unsigned char fill = 5) {
  WrappingKey key;
  key.fill(fill);
  return key;
}

TEST(KeyWrapTest, OpensWithTheSameKeyOnly) {
  const DataKey key = DataKey::random();
  const std::string wrapped = wrap_key(sample_wrapping_key(), key);
  EXPECT_EQ(unwrap_key(sample_wrapping_key(), wrapped).value().bytes(), key.bytes());
  const auto other = unwrap_key(sample_wrapping_key(6), wrapped);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().kind, ErrorKind::Corrupt);
  EXPECT_NE(wrap_key(sample_wrapping_key(), key), wrapped) << "a nonce came twice";
}

TEST(KeyWrapTest, AnyChangedByteAndAnyOtherLengthIsRefused) {
  const std::string wrapped = wrap_key(sample_wrapping_key(), DataKey::random());
  for (std::size_t i = 0; i < wrapped.size(); ++i) {
    std::string changed = wrapped;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_FALSE(unwrap_key(sample_wrapping_key(), changed)) << i;
    EXPECT_FALSE(unwrap_key(sample_wrapping_key(), wrapped.substr(0, i))) << i;
  }
  EXPECT_FALSE(unwrap_key(sample_wrapping_key(), wrapped + '\0'));
}

TEST(KeyWrapTest, TheCodesKeyIsNotWhatTheRegisterKeeps) {
  const ReceiptCode code = ReceiptCode::derive(FormId::parse("0123456789abcdef").value());
  EXPECT_NE(code.wrapping_key(), code.digest());
  EXPECT_EQ(code.wrapping_key(), ReceiptCode::parse(code.text())->wrapping_key());
  // Frozen: what was filed must open after an upgrade.
  EXPECT_EQ(hex(code.wrapping_key()),
            "e183bc1e736d440c989bb49d6eac5ceb0bd554f70aa7a910e92341505a9d7a16");
}

}  // namespace
}  // namespace gongshi
