#include "intake/verify/witness_check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/log/flip_bit.h"
#include "tests/log/worked_example.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

Verdict check(const std::string& policy, std::string_view checkpoint) {
  Verdict verdict;
  check_witnesses(checkpoint, NoteVerifier::parse(worked_example::kLogKey).value(),
                  WitnessPolicy::parse(policy).value(), verdict);
  return verdict;
}

std::string unsigned_head() {
  const std::string note(worked_example::kCheckpointOfEight);
  return note.substr(0, note.find("\n", note.find("\n\n") + 2) + 1);
}

TEST(WitnessCheckTest, SaysWhoSawItAndWhen) {
  const Verdict verdict =
      check(std::string(worked_example::kPolicy), worked_example::kCheckpointOfEight);
  EXPECT_TRUE(verdict.holds);
  EXPECT_THAT(verdict.sentences,
              ElementsAre(AllOf(StartsWith("成立：见证人 w1（witness.example.net/w1）2026-11-19T"),
                                HasSubstr("见过这个检查点")),
                          HasSubstr("1 个见证人签名，达到见证规则的要求")));
}

TEST(WitnessCheckTest, TooFewDoNotHold) {
  const Verdict verdict = check(std::string(worked_example::kPolicy), unsigned_head());
  EXPECT_FALSE(verdict.holds);
  EXPECT_THAT(verdict.sentences,
              ElementsAre(StartsWith("不成立：规则里的 1 个见证人有 0 个签了名")));
}

TEST(WitnessCheckTest, NobodyNeedsToSignWhenNobodyIsAskedTo) {
  EXPECT_TRUE(check("quorum none", unsigned_head()).holds);
}

TEST(WitnessCheckTest, AFalseLineDoesNotHoldEvenIfNobodyNeedsIt) {
  std::string note(worked_example::kCheckpointOfEight);
  flip_bit(note, (note.size() - 10) * 8 + 1);
  const Verdict verdict =
      check("witness w1 " + std::string(worked_example::kWitnessKey) + "\nquorum none", note);
  EXPECT_FALSE(verdict.holds);
  EXPECT_THAT(verdict.sentences.front(), HasSubstr("签名与检查点不符"));
}

TEST(WitnessCheckTest, APolicyIsForItsLogs) {
  const std::string other = NoteSigner::random("other.example/log").verifier().text();
  EXPECT_FALSE(check("log " + other + "\nquorum none", unsigned_head()).holds);
}

}  // namespace
}  // namespace gongshi
