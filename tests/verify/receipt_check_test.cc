#include "intake/verify/receipt_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "intake/log/checkpoint.h"
#include "intake/log/commitment.h"
#include "intake/log/leaf.h"
#include "intake/log/merkle_tree.h"
#include "intake/log/receipt_proof.h"
#include "tests/log/flip_bit.h"
#include "tests/log/from_hex.h"
#include "tests/log/worked_example.h"
#include "tests/verify/sample_public_log.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

const NoteSigner kSigner = NoteSigner::parse(worked_example::kLogSecret).value();
const NoteVerifier kKey = kSigner.verifier();
const std::string kRecord = "gongshi/objection/v1\n异议 𠮷\n";
const Sha256 kOpening = sha256("opening");

// The only leaf of a log.
std::string proof_of(const Leaf& leaf) {
  const std::string text = write_leaf(kKey.name(), leaf);
  const Checkpoint head{.origin = kKey.name(), .leaves = 1, .root = leaf_hash(text)};
  return write_proof(
      {.leaf = text, .index = 0, .path = {}, .checkpoint = sign_checkpoint(head, kSigner)});
}

std::string filed_proof() {
  return proof_of(
      FiledLeaf{.date = parse_date("2017-06-22").value(), .commitment = commit(kOpening, kRecord)});
}

TEST(ReceiptCheckTest, AReceiptWithItsRecordHolds) {
  const Verdict verdict =
      check_receipt(filed_proof(), kKey, OpenedRecord{.record = kRecord, .opening = kOpening});
  EXPECT_TRUE(verdict.holds);
  EXPECT_THAT(text_of(verdict), testing::AllOf(HasSubstr("第 0 条登记了 2017-06-22 收到的一件异议"),
                                               HasSubstr("异议记录与日志里登记的承诺一致")));
}

TEST(ReceiptCheckTest, WithoutTheRecordItSaysThatItDidNotLook) {
  const Verdict verdict = check_receipt(filed_proof(), kKey, std::nullopt);
  EXPECT_TRUE(verdict.holds);
  EXPECT_THAT(text_of(verdict), HasSubstr("没有核对异议记录"));
}

// Property: no byte of the three files can change.
TEST(ReceiptCheckTest, NoAlteredByteHolds) {
  const std::string proof = filed_proof();
  const OpenedRecord opened{.record = kRecord, .opening = kOpening};
  for (std::size_t bit = 0; bit < proof.size() * 8; bit += 3) {
    std::string altered = proof;
    flip_bit(altered, bit);
    EXPECT_FALSE(check_receipt(altered, kKey, opened).holds) << bit;
  }
  for (std::size_t bit = 0; bit < kRecord.size() * 8; ++bit) {
    OpenedRecord altered = opened;
    flip_bit(altered.record, bit);
    EXPECT_FALSE(check_receipt(proof, kKey, altered).holds) << bit;
  }
  for (std::size_t bit = 0; bit < kOpening.size() * 8; ++bit) {
    OpenedRecord altered = opened;
    flip_bit(altered.opening, bit);
    EXPECT_FALSE(check_receipt(proof, kKey, altered).holds) << bit;
  }
}

TEST(ReceiptCheckTest, SaysWhatDoesNotHold) {
  const auto says = [](std::string_view proof, const NoteVerifier& key) {
    const Verdict verdict = check_receipt(proof, key, std::nullopt);
    EXPECT_FALSE(verdict.holds);
    return text_of(verdict);
  };
  EXPECT_THAT(says("", kKey), HasSubstr("不成立：这不是收件证明"));
  EXPECT_THAT(says(filed_proof(), NoteSigner::random("other.example/log").verifier()),
              HasSubstr("不是日志 other.example/log 用这把公钥签名的"));
  auto elsewhere = parse_proof(worked_example::kReceiptAtFive).value();
  elsewhere.index = 3;
  EXPECT_THAT(says(write_proof(elsewhere), kKey), HasSubstr("不在日志第 3 条"));
  // Another program's leaf, and one of ours that is no filing.
  EXPECT_THAT(says(worked_example::kReceiptAtFive, kKey), HasSubstr("不是收到异议的登记"));
  EXPECT_THAT(says(proof_of(ClosedLeaf{.date = parse_date("2017-06-22").value()}), kKey),
              HasSubstr("不是收到异议的登记"));
}

TEST(ReceiptCheckTest, AnOpeningHasOneSpelling) {
  const std::string digits(worked_example::kOpening);
  EXPECT_EQ(parse_opening(digits), hash_from_hex(digits));
  EXPECT_EQ(parse_opening(" " + digits + "\r\n"), hash_from_hex(digits));
  for (const std::string& other :
       {std::string(), digits.substr(1), digits + "0", "C" + digits.substr(1),
        "g" + digits.substr(1), digits.substr(0, 32) + " " + digits.substr(33)}) {
    EXPECT_EQ(parse_opening(other), std::nullopt) << other;
  }
}

}  // namespace
}  // namespace gongshi
