#include "intake/witness/add_checkpoint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "intake/log/receipt_proof.h"
#include "intake/seal/base64.h"
#include "tests/log/worked_example.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// The worked example's head of eight leaves, as the log alone signed it.
SignedCheckpoint head_of_eight() {
  const std::string note(worked_example::kCheckpointOfEight);
  const auto log = NoteVerifier::parse(worked_example::kLogKey).value();
  return {.head = open_checkpoint(note, log).value(),
          .note = note.substr(0, note.find('\n', note.find("\n\n") + 2) + 1)};
}

std::string witness_line() {
  const std::string note(worked_example::kCheckpointOfEight);
  return note.substr(head_of_eight().note.size());
}

std::vector<Sha256> proof_from_five() {
  std::vector<Sha256> proof;
  std::istringstream lines{std::string(worked_example::kConsistencyFromFive)};
  for (std::string line; std::getline(lines, line);) {
    const std::string bytes = from_base64(line).value();
    Sha256& hash = proof.emplace_back();
    std::ranges::copy(bytes, hash.begin());
  }
  return proof;
}

TEST(AddCheckpointTest, WritesTheRequestOfTheWorkedExample) {
  EXPECT_EQ(
      add_checkpoint_body(5, proof_from_five(), head_of_eight().note),
      "old 5\n" + std::string(worked_example::kConsistencyFromFive) + "\n" + head_of_eight().note);
}

struct Asked {
  std::vector<std::string> first_lines;
  Result<Cosignature> got = failure(ErrorKind::Invalid, "not asked");
};

Asked ask(const std::vector<WitnessAnswer>& answers, std::uint64_t older = 5) {
  Asked asked;
  asked.got = obtain_cosignature(
      head_of_eight(), older, WitnessKey::parse(worked_example::kWitnessKey).value(),
      [](std::uint64_t) -> Result<std::vector<Sha256>> { return std::vector<Sha256>{}; },
      [&](const std::string& body) -> Result<WitnessAnswer> {
        const std::size_t i = asked.first_lines.size();
        asked.first_lines.push_back(body.substr(0, body.find('\n')));
        return answers.at(std::min(i, answers.size() - 1));
      });
  return asked;
}

WitnessAnswer seen(const std::string& size) {
  return {.status = 409, .content_type = "text/x.tlog.size", .body = size};
}

TEST(AddCheckpointTest, TakesTheLineOfTheWorkedExample) {
  const Asked asked = ask({{.status = 200, .content_type = "", .body = witness_line()}});
  ASSERT_TRUE(asked.got) << asked.got.error().message;
  EXPECT_EQ(asked.got->line, witness_line());
  EXPECT_THAT(asked.first_lines, ElementsAre("old 5"));
}

TEST(AddCheckpointTest, GoesOnFromWhatTheWitnessHasSeen) {
  const Asked asked =
      ask({seen("3\n"), {.status = 200, .content_type = "", .body = witness_line()}});
  EXPECT_TRUE(asked.got);
  EXPECT_THAT(asked.first_lines, ElementsAre("old 5", "old 3"));
}

TEST(AddCheckpointTest, WhatIsNoCosignatureIsSaidToBe) {
  const struct {
    WitnessAnswer answer;
    const char* says;
  } table[] = {
      {{.status = 200, .content_type = "", .body = ""}, "no signature lines"},
      {{.status = 200, .content_type = "", .body = "\xFF garbage\n"}, "no signature lines"},
      {{.status = 200, .content_type = "", .body = head_of_eight().note}, "no signature lines"},
      {{.status = 200, .content_type = "", .body = "— other AAAAAAAAAAAA\n"}, "has not signed"},
      {{.status = 400, .content_type = "", .body = ""}, "answers 400"},
      {{.status = 403, .content_type = "", .body = ""}, "does not know the log's key"},
      {{.status = 404, .content_type = "", .body = ""}, "does not know the log"},
      {{.status = 422, .content_type = "", .body = ""}, "another log under this name"},
      {{.status = 302, .content_type = "", .body = ""}, "answers 302"},
      {{.status = 409, .content_type = "text/plain", .body = "3\n"}, "without another size"},
      {seen("5\n"), "without another size"},
      {seen("03\n"), "without another size"},
      {seen("3"), "without another size"},
      {seen("-1\n"), "without another size"},
      {seen("99999999999999999999\n"), "without another size"},
      {seen("9\n"), "it has seen 9 leaves of the log, and there are 8"},
  };
  for (const auto& row : table) {
    const Asked asked = ask({row.answer});
    ASSERT_FALSE(asked.got) << row.says;
    EXPECT_THAT(asked.got.error().message, HasSubstr(row.says));
  }
}

TEST(AddCheckpointTest, AWitnessThatNamesSizesForEverIsLeftAlone) {
  const Asked asked = ask({seen("1\n"), seen("2\n"), seen("3\n"), seen("4\n")});
  ASSERT_FALSE(asked.got);
  EXPECT_THAT(asked.got.error().message, HasSubstr("another size each time"));
  EXPECT_EQ(asked.first_lines.size(), static_cast<std::size_t>(kWitnessSizesMax));
}

TEST(AddCheckpointTest, ALineOfAnotherHeadDoesNotFit) {
  const std::string at_five = parse_proof(worked_example::kReceiptAtFive).value().checkpoint;
  const std::string line = at_five.substr(at_five.rfind("— "));
  const Asked asked = ask({{.status = 200, .content_type = "", .body = line}});
  ASSERT_FALSE(asked.got);
  EXPECT_THAT(asked.got.error().message, HasSubstr("does not fit"));
}

}  // namespace
}  // namespace gongshi
