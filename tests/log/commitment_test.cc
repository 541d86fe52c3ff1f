#include "intake/log/commitment.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/log/flip_bit.h"
#include "tests/log/from_hex.h"
#include "tests/log/worked_example.h"

namespace gongshi {
namespace {

TEST(CommitmentTest, IsTheOneOfTheWorkedExample) {
  EXPECT_EQ(hex(commit(hash_from_hex(worked_example::kOpening), worked_example::kRecord)),
            "1f440e8bb23feaa17eff62e525ba36e8a5438a3e0773e1f4cc016dd78bd5a265");
}

TEST(CommitmentTest, EveryBitOfOpeningAndRecordCounts) {
  const Sha256 opening = sha256("opening");
  const std::string record = "异议记录 𠮷\n";
  const Sha256 commitment = commit(opening, record);
  for (std::size_t bit = 0; bit < opening.size() * 8; ++bit) {
    Sha256 other = opening;
    flip_bit(other, bit);
    EXPECT_NE(commit(other, record), commitment);
  }
  for (std::size_t bit = 0; bit < record.size() * 8; ++bit) {
    std::string other = record;
    flip_bit(other, bit);
    EXPECT_NE(commit(opening, other), commitment);
  }
  EXPECT_NE(commit(opening, record + '\n'), commitment);
  EXPECT_NE(commit(opening, ""), commitment);
}

}  // namespace
}  // namespace gongshi
