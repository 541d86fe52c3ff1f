#include "intake/filing/evidence_upload.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "intake/filing/limits.h"
#include "tests/filing/sample_evidence.h"
#include "tests/register/file_size_limit.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

class EvidenceUploadTest : public testing::Test {
 protected:
  SentFile send(const std::string& name, std::string_view bytes, std::size_t step = 4096) {
    EvidenceUpload upload(files_, name);
    for (; !bytes.empty(); bytes.remove_prefix(std::min(step, bytes.size()))) {
      upload.add(bytes.substr(0, step));
    }
    return upload.finish();
  }

  void expect_nothing_left() const {
    EXPECT_TRUE(std::filesystem::is_empty(folder_ / "evidence"));
    EXPECT_EQ(files_.unfiled_bytes(), 0U);
  }

  const SampleFolder folder_;
  EvidenceFiles files_ = EvidenceFiles::open(folder_.path()).value();
};

TEST_F(EvidenceUploadTest, AGoodFileIsStoredAndDescribed) {
  const std::string bytes = sample_png();
  const SentFile sent = send("C:\\照片\\一.PNG", bytes, 7);
  ASSERT_TRUE(sent.stored);
  EXPECT_EQ(sent.name, "一.PNG");
  EXPECT_EQ(sent.stored->name, "一.PNG");
  EXPECT_EQ(sent.stored->type, "png");
  EXPECT_EQ(sent.stored->size, bytes.size());
  EXPECT_EQ(sent.stored->sha256, sha256(bytes));
  EXPECT_EQ(files_.read(*sent.stored)->read().value(), bytes);
}

TEST_F(EvidenceUploadTest, TheLargestIsStoredAndALargerOneIsNot) {
  EXPECT_TRUE(send("a.txt", std::string(kEvidenceBytesMax, 'x'), 65536).stored);
  std::filesystem::remove_all(folder_ / "evidence");
  files_ = EvidenceFiles::open(folder_.path()).value();
  const SentFile sent = send("大.txt", std::string(kEvidenceBytesMax + 1, 'x'), 65536);
  EXPECT_EQ(sent.stored.error(), EvidenceFault::TooBig);
  EXPECT_EQ(sent.name, "大.txt");
  expect_nothing_left();
}

TEST_F(EvidenceUploadTest, WhatIsNotTakenLeavesNothingBehind) {
  EXPECT_EQ(send("empty.txt", "").stored.error(), EvidenceFault::Empty);
  const SentFile program = send("照片.jpg", std::string("MZ\x90\0\x03\0", 6));
  EXPECT_EQ(program.stored.error(), EvidenceFault::WrongType);
  EXPECT_EQ(program.name, "照片.jpg");  // as its sender knows it
  EXPECT_EQ(program.reason, "");
  { EvidenceUpload(files_, "left.txt").add("half a file"); }
  expect_nothing_left();
}

TEST_F(EvidenceUploadTest, AFullDiskIsAFaultOfThatFileAndSaysWhyToTheLog) {
  const FileSizeLimit full(kSealedChunkBytes);
  const SentFile sent = send("大.txt", std::string(10 * kSealedChunkBytes, 'x'));
  EXPECT_EQ(sent.stored.error(), EvidenceFault::NotStored);
  EXPECT_NE(sent.reason.find("cannot be written"), std::string::npos) << sent.reason;
  EXPECT_EQ(sent.reason.find("大.txt"), std::string::npos);
  expect_nothing_left();
}

}  // namespace
}  // namespace gongshi
