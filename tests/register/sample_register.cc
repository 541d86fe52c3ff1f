#include "tests/register/sample_register.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>
#include <system_error>

#include "intake/log/checkpoint.h"
#include "intake/log/merkle_tree.h"
#include "intake/log/receipt_proof.h"
#include "intake/seal/receipt_number.h"

namespace gongshi {

SampleFolder::SampleFolder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "register-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

SampleFolder::~SampleFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Instant sample_instant() { return parse_instant("2017-06-22T09:00:00+08:00").value(); }

NewObjection sample_objection(std::string_view form) {
  const std::string text(form);
  NewObjection objection;
  objection.form_digest = sha256("form " + text);
  objection.code_digest = sha256("code " + text);
  objection.notice = NoticeId::parse("shanxi-2017").value();
  objection.candidate = CandidateId::parse("wang-yi").value();
  objection.named = true;
  objection.received_at = sample_instant();
  objection.record = "异议记录 " + text + " 𠮷\n";
  objection.opening = sha256("opening " + text);
  return objection;
}

Register sample_register(const std::filesystem::path& folder) {
  const RegisterOrigin origin{.origin = std::string(kSampleOrigin)};
  if (const Result<void> made = Register::create(folder, origin); !made) {
    throw std::runtime_error(made.error().message);
  }
  Result<Register> opened = Register::open(folder);
  if (!opened) throw std::runtime_error(opened.error().message);
  return *std::move(opened);
}

void expect_proven(const Register& reg, const RegisteredObjection& row) {
  const auto text = reg.proof(row);
  ASSERT_TRUE(text) << text.error().message;
  const auto proof = parse_proof(*text);
  ASSERT_TRUE(proof) << proof.error().message;
  const auto head = verify_receipt(*proof, NoteVerifier::parse(reg.verifier_key()).value(),
                                   row.filed.record, row.filed.opening);
  ASSERT_TRUE(head) << row.number << ": " << head.error().message;
  EXPECT_EQ(proof->index, row.leaf_index);
  EXPECT_EQ(head->leaves, row.tree_size);
}

namespace {

// Looks at the tables themselves, past the register.
void expect_consistent_heads(const std::filesystem::path& folder, const NoteVerifier& key) {
  SQLite::Database database((folder / "register.db").string());
  const ReadStoredHash stored = [&](std::uint64_t position) -> Result<Sha256> {
    SQLite::Statement query(database, "SELECT hash FROM node WHERE position = ?");
    query.bind(1, static_cast<std::int64_t>(position));
    if (!query.executeStep()) return failure(ErrorKind::NotFound, "no such node");
    Sha256 hash{};
    std::copy_n(static_cast<const unsigned char*>(query.getColumn(0).getBlob()), hash.size(),
                hash.begin());
    return hash;
  };
  SQLite::Statement heads(database, "SELECT checkpoint FROM head ORDER BY tree_size");
  std::optional<Checkpoint> older;
  while (heads.executeStep()) {
    const auto newer = open_checkpoint(heads.getColumn(0).getString(), key);
    ASSERT_TRUE(newer) << newer.error().message;
    if (older) {
      const auto proof = consistency_proof(older->leaves, newer->leaves, stored);
      ASSERT_TRUE(proof) << proof.error().message;
      EXPECT_TRUE(
          verify_consistency(older->leaves, newer->leaves, *proof, older->root, newer->root))
          << older->leaves << " to " << newer->leaves;
    }
    older = *newer;
  }
  EXPECT_TRUE(older);
}

}  // namespace

void expect_whole(const std::filesystem::path& folder) {
  const auto reg = Register::open(folder);
  ASSERT_TRUE(reg) << reg.error().message;
  const auto rows = reg->list(std::nullopt).value();
  std::set<std::uint64_t> leaves;
  std::set<std::string> numbers;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    leaves.insert(rows[i].leaf_index);
    numbers.insert(rows[i].number);
    EXPECT_EQ(ReceiptNumber::parse(rows[i].number)->sequence, static_cast<std::int64_t>(i) + 1);
    expect_proven(*reg, rows[i]);
  }
  EXPECT_EQ(leaves.size(), rows.size());
  EXPECT_EQ(numbers.size(), rows.size());
  expect_consistent_heads(folder, NoteVerifier::parse(reg->verifier_key()).value());
}

}  // namespace gongshi
