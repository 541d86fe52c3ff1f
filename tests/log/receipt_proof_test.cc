#include "intake/log/receipt_proof.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "intake/log/commitment.h"
#include "intake/log/leaf.h"
#include "intake/log/merkle_tree.h"
#include "intake/log/signed_note.h"
#include "tests/log/flip_bit.h"
#include "tests/log/from_hex.h"
#include "tests/log/worked_example.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

// A log of `leaves` filed objections, and the receipt of one of them.
class SampleReceipt {
 public:
  SampleReceipt(std::uint64_t index, std::uint64_t leaves) {
    TreeEdge edge;
    std::vector<Sha256> row;
    for (std::uint64_t i = 0; i < leaves; ++i) {
      const std::string text = i == index ? leaf() : "another leaf " + std::to_string(i);
      for (const Sha256& hash : edge.append(leaf_hash(text))) row.push_back(hash);
    }
    proof.leaf = leaf();
    proof.index = index;
    proof.path = inclusion_path(index, leaves, [&](std::uint64_t position) -> Result<Sha256> {
                   return row[position];
                 }).value();
    const Checkpoint head{
        .origin = signer.verifier().name(), .leaves = leaves, .root = edge.root()};
    proof.checkpoint = sign_checkpoint(head, signer);
  }

  std::string leaf() const {
    return write_leaf(signer.verifier().name(), FiledLeaf{.date = parse_date("2017-06-22").value(),
                                                          .commitment = commit(opening, record)});
  }

  NoteSigner signer = NoteSigner::parse(worked_example::kLogSecret).value();
  std::string record = "异议记录 𠮷\n";
  Sha256 opening = sha256("opening");
  ReceiptProof proof;
};

const NoteVerifier kKey = NoteVerifier::parse(worked_example::kLogKey).value();

bool verifies(const std::string& text, const SampleReceipt& receipt) {
  const auto proof = parse_proof(text);
  return proof && verify_receipt(*proof, kKey, receipt.record, receipt.opening);
}

TEST(ReceiptProofTest, AcceptsTheWorkedExamplesReceipts) {
  for (const auto& [text, leaves] : {std::pair{worked_example::kReceiptAtFive, 5U},
                                     std::pair{worked_example::kReceiptAtEight, 8U}}) {
    const auto proof = parse_proof(text);
    ASSERT_TRUE(proof) << proof.error().message;
    EXPECT_EQ(write_proof(*proof), text);
    const auto head = verify_proof(*proof, kKey);
    ASSERT_TRUE(head) << head.error().message;
    EXPECT_EQ(head->leaves, leaves);
    EXPECT_EQ(proof->index, 2U);
  }
}

TEST(ReceiptProofTest, ARealReceiptHolds) {
  for (const std::uint64_t leaves : {1U, 2U, 3U, 7U, 8U, 100U}) {
    for (const std::uint64_t index : {std::uint64_t{0}, leaves / 2, leaves - 1}) {
      const SampleReceipt receipt(index, leaves);
      const std::string text = write_proof(receipt.proof);
      EXPECT_EQ(parse_proof(text).value(), receipt.proof);
      EXPECT_TRUE(verifies(text, receipt)) << index << " of " << leaves;
    }
  }
}

// A leaf's index, its path and its head belong together: size and root come from the signed head.
TEST(ReceiptProofTest, TheSizeCannotBeChosen) {
  SampleReceipt receipt(2, 7);
  const auto head = open_checkpoint(receipt.proof.checkpoint, kKey).value();
  const Checkpoint smaller{.origin = head.origin, .leaves = 6, .root = head.root};
  // The path's shape fits six leaves as well (vectors.txt, CAUTION), but no log signed that.
  receipt.proof.checkpoint =
      to_text(smaller) + receipt.proof.checkpoint.substr(to_text(head).size());
  EXPECT_THAT(verify_proof(receipt.proof, kKey).error().message, HasSubstr("does not fit"));
}

TEST(ReceiptProofTest, EveryFlippedBitOfTheProofIsRefused) {
  const SampleReceipt receipt(2, 5);
  const std::string text = write_proof(receipt.proof);
  ASSERT_TRUE(verifies(text, receipt));
  for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
    std::string altered = text;
    flip_bit(altered, bit);
    EXPECT_FALSE(verifies(altered, receipt)) << "bit " << bit % 8 << " of byte " << bit / 8;
  }
}

TEST(ReceiptProofTest, EveryMissingOrDoubledByteOfTheProofIsRefused) {
  const SampleReceipt receipt(2, 5);
  const std::string text = write_proof(receipt.proof);
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string shorter = text;
    shorter.erase(i, 1);
    EXPECT_FALSE(verifies(shorter, receipt)) << i;
    std::string longer = text;
    longer.insert(i, 1, text[i]);
    EXPECT_FALSE(verifies(longer, receipt)) << i;
  }
}

TEST(ReceiptProofTest, EveryFlippedBitOfRecordAndOpeningIsRefused) {
  const SampleReceipt receipt(0, 1);
  const std::string text = write_proof(receipt.proof);
  ASSERT_TRUE(verifies(text, receipt));
  for (std::size_t bit = 0; bit < receipt.record.size() * 8; ++bit) {
    SampleReceipt altered = receipt;
    flip_bit(altered.record, bit);
    EXPECT_FALSE(verifies(text, altered)) << bit;
  }
  for (std::size_t bit = 0; bit < receipt.opening.size() * 8; ++bit) {
    SampleReceipt altered = receipt;
    flip_bit(altered.opening, bit);
    EXPECT_FALSE(verifies(text, altered)) << bit;
  }
}

TEST(ReceiptProofTest, SaysWhatDoesNotFit) {
  const SampleReceipt receipt(2, 5);
  const auto message = [&](const ReceiptProof& proof, std::string_view record) {
    return verify_receipt(proof, kKey, record, receipt.opening).error().message;
  };
  ReceiptProof elsewhere = receipt.proof;
  elsewhere.index = 3;
  EXPECT_THAT(message(elsewhere, receipt.record), HasSubstr("not at index 3"));
  EXPECT_THAT(message(receipt.proof, "another record"), HasSubstr("record and opening"));

  const NoteVerifier other = NoteSigner::random("other.example/log").verifier();
  EXPECT_THAT(verify_proof(receipt.proof, other).error().message, HasSubstr("not signed by other"));
}

TEST(ReceiptProofTest, OnlyAFiledLeafIsAReceipt) {
  const SampleReceipt receipt(0, 1);
  ReceiptProof decided = receipt.proof;
  decided.leaf = write_leaf(kKey.name(), DecidedLeaf{.date = parse_date("2017-06-26").value(),
                                                     .commitment = commit(receipt.opening, "x")});
  const Checkpoint head{.origin = kKey.name(), .leaves = 1, .root = leaf_hash(decided.leaf)};
  decided.checkpoint = sign_checkpoint(head, receipt.signer);
  ASSERT_TRUE(verify_proof(decided, kKey));
  EXPECT_FALSE(verify_receipt(decided, kKey, "x", receipt.opening));
}

TEST(ReceiptProofTest, RejectsWhatIsNoProof) {
  const SampleReceipt receipt(2, 5);
  const std::string text = write_proof(receipt.proof);
  const auto replaced = [&](std::string_view from, std::string_view to) {
    std::string other = text;
    const std::size_t at = other.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return other.replace(at, from.size(), to);
  };
  std::string long_path = "c2sp.org/tlog-proof@v1\nextra YQ==\nindex 0\n";
  for (std::size_t i = 0; i <= kProofLengthMax; ++i) {
    long_path += "9U+GdyT5VbG9T56wkbOffmz/QCJsjil0DoncjMzAO+I=\n";
  }
  const std::string kRejected[] = {"",
                                   "c2sp.org/tlog-proof@v1\n",
                                   replaced("@v1", "@v2"),
                                   replaced("index 2", "index 02"),
                                   replaced("index 2", "index"),
                                   replaced("index 2\n", ""),
                                   replaced("\nextra ", "\nextra  "),
                                   replaced("\nextra ", "\nother "),
                                   replaced("\n\n", "\n"),
                                   replaced("\n", "\r\n"),
                                   " " + text,
                                   text.substr(0, text.find("\n\n") + 2),  // no checkpoint
                                   long_path + "\nx\n"};
  for (const std::string& other : kRejected) EXPECT_FALSE(parse_proof(other)) << other;
}

}  // namespace
}  // namespace gongshi
