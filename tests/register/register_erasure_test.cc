// What is erased is gone: from every file of the folder, while the row and the log still say that
// it was there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "intake/log/leaf.h"
#include "intake/log/receipt_proof.h"
#include "intake/register/register.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

const Erasure kErasure{.at = sample_instant(), .basis = "on-request", .actor = "经办甲"};

class RegisterErasureTest : public testing::Test {
 protected:
  // With a file, a note with a file, and a decision.
  RegisteredObjection file(const std::string& form) {
    NewObjection objection = sample_objection(form);
    objection.record = "异议记录 " + form + std::string(20'000, 'r') + "\n";  // on pages of its own
    objection.evidence = {store(form)};
    const RegisteredObjection row = reg_.append(objection).value();
    std::optional<DataKey> key;
    if (const auto stored = reg_.find_by_number(row.number).value(); stored->sealed) {
      key = unwrap_key(objection.code_key, stored->sealed->for_code).value();
    }
    EXPECT_TRUE(reg_.append_event(row.number, 0,
                                  {.kind = EventKind::Supplemented,
                                   .at = sample_instant(),
                                   .actor = "异议人",
                                   .outcome = {},
                                   .text = "补充说明 " + form,
                                   .evidence = {store("补充 " + form)}},
                                  key));
    EXPECT_TRUE(reg_.append_event(row.number, 1,
                                  {.kind = EventKind::Decided,
                                   .at = sample_instant(),
                                   .actor = "经办甲",
                                   .outcome = Outcome::Upheld,
                                   .text = "结论理由 " + form},
                                  key));
    return row;
  }

  EvidenceFile store(const std::string& text) {
    EvidenceWriter writer = reg_.evidence().create().value();
    EXPECT_TRUE(writer.write(text));
    EXPECT_TRUE(writer.finish());
    return {.id = writer.id(),
            .key = writer.key(),
            .name = text + ".txt",
            .type = "txt",
            .size = text.size(),
            .sha256 = sha256(text)};
  }

  // Every byte of the folder, as it lies there while the register is open.
  std::string bytes() const {
    const fs::path copy = folder_ / "copy";  // reading the files themselves would drop their locks
    fs::remove_all(copy);
    fs::copy(folder_ / "data", copy, fs::copy_options::recursive);
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(copy)) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      all.append(std::istreambuf_iterator<char>(in), {});
    }
    return all;
  }
  std::size_t files() const {
    const fs::directory_iterator entries(folder_ / "data/evidence");
    return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
  }

  SampleFolder folder_;
  Register reg_ = sample_register(folder_ / "data");
};

std::string_view text_of(const Sha256& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

TEST_F(RegisterErasureTest, NoByteOfItIsLeftAndTheOthersStay) {
  const RegisteredObjection row = file("甲");
  const RegisteredObjection other = file("乙");
  const EvidenceFile evidence = row.filed.evidence.front();
  const std::vector<std::string> written = {"异议记录 甲",
                                            "补充说明 甲",
                                            "结论理由 甲",
                                            "甲.txt",
                                            std::string(text_of(row.filed.opening)),
                                            std::string(text_of(evidence.key)),
                                            std::string(text_of(evidence.sha256)),
                                            evidence.id};
  const std::string before = bytes();
  for (const std::string& text : written) ASSERT_NE(before.find(text), std::string::npos) << text;

  ASSERT_TRUE(reg_.erase(row.number, kErasure));
  const std::string after = bytes();
  for (const std::string& text : written) EXPECT_EQ(after.find(text), std::string::npos) << text;
  EXPECT_NE(after.find("异议记录 乙"), std::string::npos);
  EXPECT_EQ(files(), 2U);
  EXPECT_EQ(reg_.find_by_number(other.number).value()->filed.record, other.filed.record);
  EXPECT_EQ(reg_.events(other.number).value()[1].text, "结论理由 乙");
}

TEST_F(RegisterErasureTest, ASealedOneLosesItsKeyAndItsCiphertext) {
  ASSERT_TRUE(reg_.add_office_key(OfficeKey::random().public_key(), sample_instant()));
  const RegisteredObjection row = file("甲");
  const SealedContent sealed = *reg_.find_by_number(row.number).value()->sealed;
  const std::string before = bytes();
  const std::vector<std::string> written = {sealed.content.substr(0, 100), sealed.for_code,
                                            sealed.for_office,
                                            std::string(text_of(sealed.key_commitment))};
  for (const std::string& text : written) ASSERT_NE(before.find(text), std::string::npos);
  ASSERT_TRUE(reg_.erase(row.number, kErasure));
  const std::string after = bytes();
  for (const std::string& text : written) EXPECT_EQ(after.find(text), std::string::npos);
  EXPECT_EQ(files(), 0U);
}

TEST_F(RegisterErasureTest, RowCountsOutcomeAndProofStay) {
  const RegisteredObjection row = file("甲");
  const std::string proof = reg_.proof(row).value();
  ASSERT_TRUE(reg_.erase(row.number, kErasure));
  const RegisteredObjection left = reg_.find_by_number(row.number).value().value();
  EXPECT_EQ(left.erased, kErasure);
  EXPECT_FALSE(left.sealed);
  EXPECT_EQ(left.filed.record, "");
  EXPECT_EQ(left.filed.opening, Sha256{});
  EXPECT_THAT(left.filed.evidence, testing::IsEmpty());
  EXPECT_EQ(left.filed.notice, row.filed.notice);
  EXPECT_EQ(reg_.find_by_form(row.filed.form_digest).value()->number, row.number);
  EXPECT_EQ(reg_.list(std::nullopt).value().size(), 1U);
  const auto events = reg_.events(row.number).value();
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[1].outcome, Outcome::Upheld);
  EXPECT_EQ(events[1].text, "");
  // What the objector took home proves what it proved.
  EXPECT_EQ(reg_.proof(left).value(), proof);
  const auto key = NoteVerifier::parse(reg_.verifier_key()).value();
  EXPECT_TRUE(verify_receipt(parse_proof(proof).value(), key, row.filed.record, row.filed.opening));
}

TEST_F(RegisterErasureTest, TheLogNamesTheBasisOnce) {
  const RegisteredObjection row = file("甲");
  ASSERT_TRUE(reg_.erase(row.number, kErasure));
  const std::string head = reg_.checkpoint().value();
  RegisteredObjection erased = row;
  erased.leaf_index = 2;  // filed, decided, erased
  erased.tree_size = 3;
  const ReceiptProof proof = parse_proof(reg_.proof(erased).value()).value();
  const Leaf leaf = parse_leaf(kSampleOrigin, proof.leaf).value();
  EXPECT_EQ(leaf, Leaf(ErasedLeaf{
                      .ref = row.leaf_index, .date = date_of(kErasure.at), .basis = "on-request"}));
  ASSERT_TRUE(reg_.erase(row.number, {.at = sample_instant(), .basis = "other", .actor = "乙"}));
  EXPECT_EQ(reg_.checkpoint().value(), head);
  EXPECT_EQ(reg_.find_by_number(row.number).value()->erased, kErasure);
}

TEST_F(RegisterErasureTest, NothingIsWrittenAboutItAfterwards) {
  const RegisteredObjection row = file("甲");
  ASSERT_TRUE(reg_.erase(row.number, kErasure));
  const auto refused = reg_.append_event(row.number, 2,
                                         {.kind = EventKind::Replied,
                                          .at = sample_instant(),
                                          .actor = "经办甲",
                                          .outcome = {},
                                          .text = "又一次答复"});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
}

TEST_F(RegisterErasureTest, WhatNobodyHasIsNotFound) {
  for (const char* number : {"2017-000099-3", "x"}) {
    const auto erased = reg_.erase(number, kErasure);
    ASSERT_FALSE(erased);
    EXPECT_EQ(erased.error().kind, ErrorKind::NotFound);
  }
}

// The daemon goes on while the desk erases, and the desk says so when it could not finish.
TEST_F(RegisterErasureTest, AnotherProcessErasesBesideTheDaemon) {
  const RegisteredObjection row = file("甲");
  Register desk = *Register::open(folder_ / "data");
  ASSERT_TRUE(desk.erase(row.number, kErasure));
  EXPECT_TRUE(reg_.find_by_number(row.number).value()->erased);
  const RegisteredObjection next = file("乙");
  EXPECT_EQ(reg_.find_by_number(next.number).value()->filed.record, next.filed.record);
  EXPECT_EQ(bytes().find("异议记录 甲"), std::string::npos);
  expect_proven(reg_, next);
}

}  // namespace
}  // namespace gongshi
