#include "intake/log/cosignature.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "intake/log/receipt_proof.h"
#include "intake/seal/ed25519.h"
#include "tests/log/flip_bit.h"
#include "tests/log/from_hex.h"
#include "tests/log/worked_example.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

Ed25519Key example_secret() {
  const std::string seed = from_hex(worked_example::kWitnessSeed);
  Ed25519Seed bytes{};
  std::copy(seed.begin(), seed.end(), bytes.begin());
  return Ed25519Key::from_seed(bytes);
}

WitnessKey example_key() { return WitnessKey::parse(worked_example::kWitnessKey).value(); }

TEST(CosignatureTest, ReadsWhatAnotherImplementationWrote) {
  const std::string at_five = parse_proof(worked_example::kReceiptAtFive).value().checkpoint;
  const auto five = find_cosignature(at_five, example_key());
  ASSERT_TRUE(five) << five.error().message;
  EXPECT_EQ(to_text(five->at), "2026-11-18T19:06:40+08:00");
  EXPECT_THAT(at_five, testing::EndsWith(five->line));
  const auto eight = find_cosignature(worked_example::kCheckpointOfEight, example_key());
  ASSERT_TRUE(eight) << eight.error().message;
  EXPECT_LT(five->at, eight->at);
}

TEST(CosignatureTest, WritesWhatAnotherImplementationWrote) {
  const std::string note(worked_example::kCheckpointOfEight);
  const auto theirs = find_cosignature(note, example_key()).value();
  const std::string text = note.substr(0, note.find("\n\n") + 1);
  EXPECT_EQ(cosignature_line(example_key().name(), example_secret(), text, theirs.at), theirs.line);
  EXPECT_EQ(WitnessKey(example_key().name(), example_secret().public_key()).text(),
            worked_example::kWitnessKey);
}

TEST(CosignatureTest, NoBitOfTextOrLineMayTurn) {
  const std::string note(worked_example::kCheckpointOfEight);
  const std::size_t logs_line = note.find("\n\n") + 2;
  const std::size_t witness_line = note.find("\n", logs_line) + 1;
  for (std::size_t bit = 0; bit < note.size() * 8; ++bit) {
    if (logs_line <= bit / 8 && bit / 8 < witness_line) continue;
    std::string altered = note;
    flip_bit(altered, bit);
    EXPECT_FALSE(find_cosignature(altered, example_key())) << "bit " << bit;
  }
}

TEST(CosignatureTest, AnotherTimeOrCheckpointDoesNotFit) {
  const Instant at{std::chrono::sys_seconds(std::chrono::seconds(1'700'000'000))};
  const Ed25519Key secret = example_secret();
  const std::string line = cosignature_line("w", secret, "a log\n1\nroot\n", at);
  const WitnessKey key("w", secret.public_key());
  EXPECT_TRUE(key.find("a log\n1\nroot\n", line));
  EXPECT_EQ(key.find("a log\n2\nroot\n", line).error().kind, ErrorKind::Invalid);
  EXPECT_EQ(WitnessKey("v", secret.public_key()).find("a log\n1\nroot\n", line).error().kind,
            ErrorKind::NotFound);
}

TEST(CosignatureTest, TheNewestOfSeveralCountsAndAllMustFit) {
  const auto at = [](int seconds) {
    return Instant{std::chrono::sys_seconds(std::chrono::seconds(seconds))};
  };
  const Ed25519Key secret = example_secret();
  const WitnessKey key("w", secret.public_key());
  const std::string first = cosignature_line("w", secret, "text\n", at(100));
  const std::string second = cosignature_line("w", secret, "text\n", at(200));
  EXPECT_EQ(key.find("text\n", second + first)->line, second);
  EXPECT_EQ(
      key.find("text\n", first + cosignature_line("w", secret, "other\n", at(200))).error().kind,
      ErrorKind::Invalid);
}

TEST(CosignatureTest, RefusesWhatIsNoKeyOfAWitness) {
  const std::string key(worked_example::kWitnessKey);
  std::string other_id = key;
  flip_bit(other_id, (key.find('+') + 1) * 8);
  for (const std::string& text : {std::string(), std::string(worked_example::kLogKey), other_id,
                                  key + "A", key.substr(0, key.size() - 1), "x" + key}) {
    EXPECT_FALSE(WitnessKey::parse(text)) << text;
  }
  EXPECT_THAT(WitnessKey::parse(worked_example::kLogKey).error().message, HasSubstr("type 4"));
}

TEST(CosignatureTest, GarbageIsNoSignature) {
  const WitnessKey key = example_key();
  for (const std::string& lines :
       {std::string(), std::string("\n"), std::string("hello\n"), std::string(100'000, 'x'),
        "— " + key.name() + " AAAA\n", "— " + key.name() + " sEKEHAAA\n", std::string("\0\n", 2)}) {
    EXPECT_FALSE(key.find("text\n", lines)) << lines.substr(0, 50);
  }
}

}  // namespace
}  // namespace gongshi
