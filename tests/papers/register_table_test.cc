#include "intake/papers/register_table.h"

#include <gmock/gmock.h>

#include "tests/desk/sample_desk.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

ClosingRecord record_of(std::vector<std::uint64_t> leaves) {
  ClosingRecord record;
  record.leaf_indices = std::move(leaves);
  return record;
}

TEST(RegisterTableTest, OneLineForEachThatTheClosingCounted) {
  const std::vector<CaseFile> cases = {
      sample_case({.number = "2017-000001-B", .leaf_index = 0}),
      sample_case({.number = "2017-000002-D",
                   .candidate = "person",
                   .medium = Medium::Letter,
                   .signature = Signature::Named,
                   .outcome = Outcome::Unfounded,
                   .replied = true,
                   .leaf_index = 4}),
      sample_case({.number = "2017-000003-F", .leaf_index = 7}),  // came after the closing
  };
  const RegisterTable table = register_table(sample_notice(), record_of({0, 4}), cases);
  ASSERT_EQ(table.rows.size(), 2U);
  for (const auto& row : table.rows) EXPECT_EQ(row.size(), table.columns.size());
  const auto& row = table.rows[1];
  EXPECT_EQ(std::get<std::string>(row[0]), "2017-000002-D");
  EXPECT_EQ(std::get<std::string>(row[1]), "𬱖某");
  EXPECT_EQ(std::get<std::string>(row[2]), "书面信函");
  EXPECT_EQ(std::get<std::string>(row[3]), "实名");
  EXPECT_EQ(std::get<Instant>(row[4]), instant(kWhileOpen));
  EXPECT_EQ(std::get<std::string>(row[6]), "不属实");
  EXPECT_EQ(std::get<std::uint64_t>(row.back()), 4U);
  EXPECT_EQ(std::get<std::string>(table.rows[0][1]), "整个公示");
}

// What anybody wrote stays in the office.
TEST(RegisterTableTest, NoWordsOfEitherSide) {
  const auto cases = {
      sample_case({.signature = Signature::Named, .outcome = Outcome::Unfounded, .replied = true})};
  const std::string csv = register_csv(register_table(sample_notice(), record_of({0}), cases));
  EXPECT_THAT(csv, Not(HasSubstr("经核查，见台账")));
  EXPECT_THAT(csv, Not(HasSubstr("答复如上")));
}

TEST(RegisterTableTest, ASpreadsheetRunsNoneOfIt) {
  ManifestNotice notice = sample_notice();
  for (const char* name : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"}) {
    notice.candidates[1].name = name;
    const auto cases = {sample_case({.candidate = "person"})};
    const std::string csv = register_csv(register_table(notice, record_of({0}), cases));
    EXPECT_THAT(csv, StartsWith("\xEF\xBB\xBF\"登记号\""));
    EXPECT_THAT(csv, HasSubstr("\"'" + std::string(name) + "\"")) << name;
  }
}

}  // namespace
}  // namespace gongshi
