#include "intake/log/checkpoint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "intake/log/merkle_tree.h"
#include "intake/log/signed_note.h"
#include "intake/log/strict_lines.h"
#include "tests/log/worked_example.h"

namespace gongshi {
namespace {

const NoteSigner kLog = NoteSigner::parse(worked_example::kLogSecret).value();
const NoteVerifier kKey = NoteVerifier::parse(worked_example::kLogKey).value();
constexpr std::string_view kRoot = "pUPbxbTOH6AfTc4e/er6aENF5E0c6HEptGuI1zTJvn4=";

std::vector<Sha256> hashes(std::string_view text) {
  std::vector<Sha256> all;
  StrictLines lines(text);
  while (const auto line = lines.next()) all.push_back(parse_hash(*line).value());
  return all;
}

TEST(CheckpointTest, ReadsTheWorkedExampleAndSignsItTheSame) {
  const auto head = open_checkpoint(worked_example::kCheckpointOfEight, kKey);
  ASSERT_TRUE(head) << head.error().message;
  EXPECT_EQ(head->origin, "einwand.example.org/log1");
  EXPECT_EQ(head->leaves, 8U);
  // The example has a witness's line more than what the log itself signs.
  EXPECT_THAT(std::string(worked_example::kCheckpointOfEight),
              testing::StartsWith(sign_checkpoint(*head, kLog)));
}

TEST(CheckpointTest, TwoHeadsOfOneLogAreConsistentAndAForkIsNot) {
  const auto five = parse_checkpoint(
      "einwand.example.org/log1\n5\n9U+GdyT5VbG9T56wkbOffmz/QCJsjil0DoncjMzAO+I=\n");
  const auto eight = open_checkpoint(worked_example::kCheckpointOfEight, kKey);
  const auto forked = open_checkpoint(worked_example::kForkedCheckpointOfEight, kKey);
  ASSERT_TRUE(five && eight && forked);  // the lie, too, is rightly signed
  const auto honest = hashes(worked_example::kConsistencyFromFive);
  const auto attempt = hashes(worked_example::kForkedConsistency);
  EXPECT_TRUE(verify_consistency(5, 8, honest, five->root, eight->root));
  EXPECT_FALSE(verify_consistency(5, 8, honest, five->root, forked->root));
  EXPECT_FALSE(verify_consistency(5, 8, attempt, five->root, forked->root));
}

TEST(CheckpointTest, ReadsWhatItWrites) {
  for (const std::uint64_t leaves : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{100'000},
                                     std::uint64_t{0x7FFFFFFFFFFFFFFF}}) {
    const Checkpoint head{.origin = "公示.example/异议", .leaves = leaves, .root = sha256("r")};
    EXPECT_EQ(parse_checkpoint(to_text(head)).value(), head);
  }
}

TEST(CheckpointTest, RejectsEveryOtherText) {
  const std::string root(kRoot);
  const std::string kRejected[] = {"",
                                   "a\n",
                                   "a\n8\n",
                                   "a\n8\n" + root,  // no last LF
                                   "a\n8\n" + root + "\n\n",
                                   "a\n8\n" + root + "\nextension\n",
                                   "a\n08\n" + root + "\n",
                                   "a\n+8\n" + root + "\n",
                                   "a\n-1\n" + root + "\n",
                                   "a\n8 \n" + root + "\n",
                                   "a\n\n" + root + "\n",
                                   "\n8\n" + root + "\n",
                                   "a b\n8\n" + root + "\n",
                                   "a\r\n8\r\n" + root + "\r\n",
                                   "a\n9223372036854775808\n" + root + "\n",
                                   "a\n8\n" + root.substr(4) + "\n",        // 29 bytes
                                   "a\n8\nAAAA" + root + "\n",              // 35 bytes
                                   "a\n8\n" + root.substr(0, 42) + "5=\n",  // not canonical
                                   "a\n8\n\n"};
  for (const std::string& text : kRejected) EXPECT_FALSE(parse_checkpoint(text)) << text;
}

TEST(CheckpointTest, OnlyTheLogItselfSpeaksForItsOrigin) {
  const Checkpoint head{.origin = "other.example/log", .leaves = 1, .root = sha256("r")};
  const std::string note = sign_note(to_text(head), kLog);  // rightly signed, for another log
  const auto opened = open_checkpoint(note, kKey);
  ASSERT_FALSE(opened);
  EXPECT_THAT(opened.error().message, testing::HasSubstr("other.example/log"));
}

}  // namespace
}  // namespace gongshi
