#include "intake/filing/evidence_draft.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "intake/filing/evidence_upload.h"
#include "tests/register/sample_register.h"

namespace gongshi {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class EvidenceDraftTest : public testing::Test {
 protected:
  EvidenceFile store(const std::string& name, std::string_view bytes) {
    EvidenceUpload upload(files_, name);
    upload.add(bytes);
    return upload.finish().stored.value();
  }

  const SampleFolder folder_;
  EvidenceFiles files_ = EvidenceFiles::open(folder_.path()).value();
  const FormId form_ = FormId::random();
};

TEST_F(EvidenceDraftTest, KeepsTheFilesOfAForm) {
  EXPECT_THAT(read_draft(files_, form_).value(), IsEmpty());
  const EvidenceFile one = store("照片 𬱖.txt", "one");
  const EvidenceFile two = store("two.txt", "two");
  ASSERT_TRUE(write_draft(files_, form_, {one, two}));
  EXPECT_THAT(read_draft(files_, form_).value(), ElementsAre(one, two));
  EXPECT_THAT(read_draft(files_, FormId::random()).value(), IsEmpty());
  ASSERT_TRUE(write_draft(files_, form_, {two}));
  EXPECT_THAT(read_draft(files_, form_).value(), ElementsAre(two));
  ASSERT_TRUE(write_draft(files_, form_, {}));
  EXPECT_TRUE(std::filesystem::is_empty(folder_ / "drafts"));
}

TEST_F(EvidenceDraftTest, AFileThatWasSweptAwayIsLeftOut) {
  const EvidenceFile one = store("one.txt", "one");
  const EvidenceFile two = store("two.txt", "two");
  ASSERT_TRUE(write_draft(files_, form_, {one, two}));
  files_.remove(one.id);
  EXPECT_THAT(read_draft(files_, form_).value(), ElementsAre(two));
}

TEST_F(EvidenceDraftTest, TheDiskTellsNothingOfIt) {
  const EvidenceFile file = store("会议记录.txt", "正文");
  ASSERT_TRUE(write_draft(files_, form_, {file}));
  for (const auto& entry : std::filesystem::directory_iterator(folder_ / "drafts")) {
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    ASSERT_FALSE(bytes.empty());
    EXPECT_EQ(bytes.find(file.name), std::string::npos);
    EXPECT_EQ(bytes.find(file.id), std::string::npos);
    EXPECT_EQ(entry.path().filename().string().find(form_.text()), std::string::npos);
  }
}

TEST_F(EvidenceDraftTest, ADamagedOneIsNone) {
  ASSERT_TRUE(write_draft(files_, form_, {store("one.txt", "one")}));
  ASSERT_TRUE(files_.write_draft(form_.digest(), "cut off"));
  EXPECT_THAT(read_draft(files_, form_).value(), IsEmpty());
}

}  // namespace
}  // namespace gongshi
