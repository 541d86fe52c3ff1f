#include "intake/witness/witness_rounds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

#include "intake/log/receipt_proof.h"
#include "intake/register/register.h"
#include "tests/register/sample_register.h"
#include "tests/witness/sample_witness.h"

namespace gongshi {
namespace {

using std::chrono::milliseconds;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

constexpr WitnessTimes kQuick{.between = milliseconds(10),
                              .retry_min = milliseconds(10),
                              .retry_max = milliseconds(40),
                              .answer = milliseconds(300)};

class WitnessRoundsTest : public testing::Test {
 protected:
  void start() {
    rounds_.emplace(
        WitnessPolicy::parse(witness_.policy()).value(), store_,
        [this](const WitnessReport& report) {
          const std::scoped_lock lock(mutex_);
          reports_.push_back(report);
          reported_.notify_all();
        },
        kQuick);
  }

  // The first report from now on that fits.
  WitnessReport wait_for(const std::function<bool(const WitnessReport&)>& fits) {
    std::unique_lock lock(mutex_);
    WitnessReport found;
    const bool came = reported_.wait_for(lock, std::chrono::seconds(20), [&] {
      for (; next_ < reports_.size(); ++next_) {
        if (!fits(reports_[next_])) continue;
        found = reports_[next_++];
        return true;
      }
      return false;
    });
    EXPECT_TRUE(came);
    return found;
  }
  WitnessReport wait_for_signature(std::uint64_t leaves) {
    return wait_for([&](const WitnessReport& report) {
      return report.problem.empty() && report.leaves == leaves;
    });
  }
  WitnessReport wait_for_problem() {
    return wait_for([](const WitnessReport& report) { return !report.problem.empty(); });
  }

  const SampleFolder folder_;
  Register reg_ = sample_register(folder_ / "data");
  CosignatureStore store_ = CosignatureStore::open(folder_ / "data").value();
  SampleWitness witness_{NoteVerifier::parse(reg_.verifier_key()).value()};
  std::mutex mutex_;
  std::condition_variable reported_;
  std::vector<WitnessReport> reports_;
  std::size_t next_ = 0;
  std::optional<WitnessRounds> rounds_;
};

TEST_F(WitnessRoundsTest, EachNewHeadIsCosigned) {
  const auto first = reg_.append(sample_objection("a")).value();
  const std::string receipt = reg_.proof(first).value();
  start();
  wait_for_signature(1);
  const std::string head = reg_.checkpoint().value();
  const auto cosignature = find_cosignature(head, witness_.key());
  ASSERT_TRUE(cosignature) << cosignature.error().message;
  EXPECT_THAT(head, EndsWith(cosignature->line));
  EXPECT_TRUE(
      find_cosignature(parse_proof(reg_.newest_proof(first).value())->checkpoint, witness_.key()));
  EXPECT_EQ(reg_.proof(first).value(), receipt) << "the same bytes for ever";
  for (std::uint64_t leaves = 2; leaves <= 5; ++leaves) {
    const auto row = reg_.append(sample_objection(std::to_string(leaves))).value();
    wait_for_signature(leaves);
    expect_proven(reg_, row);
    EXPECT_TRUE(find_cosignature(reg_.checkpoint().value(), witness_.key()));
  }
  rounds_.reset();
  expect_whole(folder_ / "data");
}

TEST_F(WitnessRoundsTest, GoesOnWhereAnotherProgramLeftIt) {
  for (const char* form : {"a", "b", "c"}) ASSERT_TRUE(reg_.append(sample_objection(form)));
  witness_.has_seen(store_.newest().value().head);
  ASSERT_TRUE(reg_.append(sample_objection("d")));
  start();
  wait_for_signature(4);
}

TEST_F(WitnessRoundsTest, NothingThatAWitnessDoesReachesAReceipt) {
  start();
  int form = 0;
  for (const auto& [behaviour, says] :
       {std::pair(Behaviour::FalseSignature, "has not signed it"),
        std::pair(Behaviour::OtherHead, "does not fit"),
        std::pair(Behaviour::Garbage, "no signature lines"),
        std::pair(Behaviour::Huge, "more comes than"),
        std::pair(Behaviour::Silent, "does not answer"), std::pair(Behaviour::Down, "answers 503"),
        std::pair(Behaviour::Unknown, "answers 404")}) {
    witness_.behave(behaviour);
    const auto row = reg_.append(sample_objection(std::to_string(++form))).value();
    expect_proven(reg_, row);
    EXPECT_THAT(wait_for_problem().problem, HasSubstr(says));
    EXPECT_FALSE(find_cosignature(reg_.checkpoint().value(), witness_.key())) << says;
    witness_.behave(Behaviour::Right);
    EXPECT_TRUE(wait_for_signature(static_cast<std::uint64_t>(form)).changed);
  }
}

TEST_F(WitnessRoundsTest, AFailureIsWorthOneLineAndItsEndAnother) {
  witness_.behave(Behaviour::Down);
  ASSERT_TRUE(reg_.append(sample_objection("a")));
  start();
  EXPECT_TRUE(wait_for_problem().changed);
  EXPECT_FALSE(wait_for_problem().changed);
  EXPECT_FALSE(wait_for_problem().changed);
  witness_.behave(Behaviour::Right);
  EXPECT_TRUE(wait_for_signature(1).changed);
}

TEST_F(WitnessRoundsTest, AWitnessThatHasSeenMoreIsAnAlarm) {
  ASSERT_TRUE(reg_.append(sample_objection("a")));
  Checkpoint more = store_.newest().value().head;
  more.leaves = 100;
  witness_.has_seen(more);
  start();
  EXPECT_THAT(wait_for_problem().problem, HasSubstr("it has seen 100 leaves of the log"));
}

TEST_F(WitnessRoundsTest, EndsAtOnceWhileAWitnessIsSilent) {
  witness_.behave(Behaviour::Silent);
  ASSERT_TRUE(reg_.append(sample_objection("a")));
  start();
  const auto begin = std::chrono::steady_clock::now();
  rounds_.reset();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

}  // namespace
}  // namespace gongshi
