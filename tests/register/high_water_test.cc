#include "intake/register/high_water.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "intake/log/merkle_tree.h"
#include "tests/register/file_size_limit.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

class HighWaterTest : public testing::Test {
 protected:
  HighWaterTest() { EXPECT_TRUE(HighWater::create(folder_.path(), note(0))); }

  Checkpoint head(std::uint64_t leaves, std::string_view root = "root") const {
    return {.origin = std::string(kSampleOrigin),
            .leaves = leaves,
            .root = sha256(std::string(root) + std::to_string(leaves))};
  }
  std::string note(std::uint64_t leaves) const { return sign_checkpoint(head(leaves), signer_); }
  Result<HighWater> open() const { return HighWater::open(folder_.path(), signer_.verifier()); }
  Result<void> raise(HighWater& mark, std::uint64_t leaves) const {
    return mark.raise(head(leaves), note(leaves));
  }
  // Zeros over one of the two places: what a power cut in the midst of a write may leave.
  void tear(int place) const {
    std::fstream file(folder_ / "log.high-water", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(place * kHighWaterPlaceBytes));
    file << std::string(100, '\0');
  }

  const SampleFolder folder_;
  const NoteSigner signer_ = NoteSigner::random(kSampleOrigin);
};

TEST_F(HighWaterTest, RemembersTheNewestHead) {
  auto mark = open().value();
  EXPECT_EQ(mark.leaves(), 0U);
  for (const std::uint64_t leaves : {1U, 2U, 3U, 700U}) {
    ASSERT_TRUE(raise(mark, leaves));
    EXPECT_EQ(mark.leaves(), leaves);
    EXPECT_EQ(mark.read().value(), head(leaves));
    EXPECT_EQ(open()->read().value(), head(leaves));
  }
}

TEST_F(HighWaterTest, NeverGoesBack) {
  auto mark = open().value();
  ASSERT_TRUE(raise(mark, 5));
  for (const std::uint64_t leaves : {0U, 4U, 5U}) {
    EXPECT_TRUE(raise(mark, leaves));
    EXPECT_EQ(mark.read().value(), head(5));
  }
  // Nor for one who opened it before.
  auto other = open().value();
  ASSERT_TRUE(raise(mark, 9));
  EXPECT_EQ(other.leaves(), 5U);
  ASSERT_TRUE(raise(other, 7));
  EXPECT_EQ(other.leaves(), 9U);
  EXPECT_EQ(open()->read().value(), head(9));
}

// Two heads of one size are a fork: one of them is not signed for anybody.
TEST_F(HighWaterTest, AnotherHeadOfTheSameSizeIsRefused) {
  auto mark = open().value();
  auto other = open().value();
  ASSERT_TRUE(raise(mark, 5));
  const auto forked = other.raise(head(5, "fork"), sign_checkpoint(head(5, "fork"), signer_));
  ASSERT_FALSE(forked);
  EXPECT_EQ(forked.error().kind, ErrorKind::Corrupt);
  EXPECT_THAT(forked.error().message, HasSubstr("another head of 5 leaves"));
  EXPECT_EQ(open()->read().value(), head(5));
}

TEST_F(HighWaterTest, OnePlaceIsAlwaysWhole) {
  auto mark = open().value();
  for (std::uint64_t leaves = 1; leaves < 6; ++leaves) {
    ASSERT_TRUE(raise(mark, leaves));
    // The place that the next write goes to is the older one.
    tear(leaves % 2 == 1 ? 0 : 1);
    EXPECT_EQ(open()->read().value(), head(leaves)) << leaves;
  }
}

TEST_F(HighWaterTest, ATornNewestPlaceIsTheHeadBefore) {
  auto mark = open().value();
  ASSERT_TRUE(raise(mark, 1));  // to the second place
  ASSERT_TRUE(raise(mark, 2));  // to the first
  tear(0);
  EXPECT_EQ(open()->read().value(), head(1));
  auto again = open().value();
  ASSERT_TRUE(raise(again, 3));
  EXPECT_EQ(open()->read().value(), head(3));
}

TEST_F(HighWaterTest, WithoutAWholePlaceNothingIsBelieved) {
  tear(0);
  tear(1);
  const auto torn = open();
  ASSERT_FALSE(torn);
  EXPECT_EQ(torn.error().kind, ErrorKind::Corrupt);
  EXPECT_THAT(torn.error().message, HasSubstr("gongshi-intake restore"));
  HighWater::remove(folder_.path());
  EXPECT_EQ(open().error().kind, ErrorKind::NotFound);
  EXPECT_THAT(open().error().message, HasSubstr("log.high-water is missing"));
  ASSERT_TRUE(HighWater::create(folder_.path(), note(3)));
  EXPECT_EQ(HighWater::create(folder_.path(), note(4)).error().kind, ErrorKind::Conflict);
  const NoteVerifier stranger = NoteSigner::random(kSampleOrigin).verifier();
  EXPECT_EQ(HighWater::open(folder_.path(), stranger).error().kind, ErrorKind::Corrupt);
}

// The file may lie on another disk.
TEST_F(HighWaterTest, FollowsALink) {
  std::filesystem::create_directory(folder_ / "elsewhere");
  std::filesystem::rename(folder_ / "log.high-water", folder_ / "elsewhere/mark");
  std::filesystem::create_symlink(folder_ / "elsewhere/mark", folder_ / "log.high-water");
  auto mark = open().value();
  ASSERT_TRUE(raise(mark, 5));
  EXPECT_TRUE(std::filesystem::is_symlink(folder_ / "log.high-water"));
  EXPECT_EQ(open()->read().value(), head(5));
}

TEST_F(HighWaterTest, ADiskThatDoesNotWriteRaisesNothing) {
  auto mark = open().value();
  {
    const FileSizeLimit full(0);
    const auto raised = raise(mark, 5);
    ASSERT_FALSE(raised);
    EXPECT_EQ(raised.error().kind, ErrorKind::Unavailable);
    EXPECT_EQ(mark.leaves(), 0U);
  }
  EXPECT_TRUE(raise(mark, 5));
}

TEST_F(HighWaterTest, ALongOriginHasRoom) {
  const SampleFolder folder;
  const NoteSigner signer = NoteSigner::random(std::string(kOriginBytesMax, 'x'));
  const Checkpoint longest{
      .origin = signer.verifier().name(), .leaves = ~std::uint64_t{0} >> 1U, .root = sha256("x")};
  const std::string text = sign_checkpoint(longest, signer);
  ASSERT_LT(text.size(), kHighWaterPlaceBytes);
  ASSERT_TRUE(HighWater::create(folder.path(), text));
  EXPECT_EQ(HighWater::open(folder.path(), signer.verifier())->read().value(), longest);
}

TEST_F(HighWaterTest, ThreadsAndProcessesRaiseTogether) {
  constexpr std::uint64_t kEach = 50;
  const auto raise_some = [&](std::uint64_t first) {
    auto mark = open().value();
    for (std::uint64_t i = first; i < 4 * kEach; i += 4) {
      if (!raise(mark, i) || mark.leaves() < i) return false;
    }
    return true;
  };
  const pid_t child = ::fork();
  if (child == 0) ::_exit(raise_some(1) && raise_some(2) ? 0 : 1);
  auto shared = open().value();
  std::vector<std::jthread> threads;
  for (const std::uint64_t first : {0U, 3U}) {
    threads.emplace_back([&, first] {
      for (std::uint64_t i = first; i < 4 * kEach; i += 4) EXPECT_TRUE(raise(shared, i));
    });
  }
  threads.clear();
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(open()->read().value(), head(4 * kEach - 1));
}

}  // namespace
}  // namespace gongshi
