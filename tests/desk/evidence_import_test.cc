#include "intake/desk/evidence_import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "intake/filing/limits.h"
#include "tests/desk/sample_register.h"

namespace gongshi {
namespace {

class EvidenceImportTest : public testing::Test {
 protected:
  SentFile import(std::string_view name, std::string_view bytes) {
    desk_.write(name, bytes);
    return import_evidence(*register_, {desk_.path() / name})->front();
  }

  SampleRegister register_;
  const TemporaryFolder desk_;
};

TEST_F(EvidenceImportTest, AFileIsSealedAsIfItHadComeOnline) {
  std::string bytes(300'000, 'x');
  const SentFile file = import("会议 记录.txt", bytes);
  ASSERT_TRUE(file.stored);
  EXPECT_EQ(file.stored->name, "会议 记录.txt");
  EXPECT_EQ(file.stored->size, bytes.size());
  EXPECT_EQ(file.stored->sha256, sha256(bytes));
  EXPECT_EQ((*register_).evidence().read(*file.stored)->read()->front(), 'x');
}

TEST_F(EvidenceImportTest, TheLimitsAreThoseOfTheForm) {
  EXPECT_EQ(import("空.txt", "").stored.error(), EvidenceFault::Empty);
  EXPECT_EQ(import("程序.pdf", std::string("MZ\0", 3)).stored.error(), EvidenceFault::WrongType);
  EXPECT_TRUE(import("满.txt", std::string(kEvidenceBytesMax, 'x')).stored);
  EXPECT_EQ(import("大.txt", std::string(kEvidenceBytesMax + 1, 'x')).stored.error(),
            EvidenceFault::TooBig);
}

TEST_F(EvidenceImportTest, WhatIsNoFileIsSaidToBeNone) {
  desk_.write("记录.txt", "记录");
  const auto gone =
      import_evidence(*register_, {desk_.path() / "记录.txt", desk_.path() / "gone.pdf"});
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().kind, ErrorKind::NotFound);
  EXPECT_THAT(gone.error().message, testing::HasSubstr("gone.pdf"));
  for (const std::filesystem::path& path : {desk_.path(), std::filesystem::path("/dev/zero")}) {
    const auto refused = import_evidence(*register_, {path});
    ASSERT_FALSE(refused) << path;
    EXPECT_EQ(refused.error().kind, ErrorKind::Invalid);
  }
  EXPECT_EQ((*register_).evidence().unfiled_bytes(), 0U) << "of those before it";
}

}  // namespace
}  // namespace gongshi
