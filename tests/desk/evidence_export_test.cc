#include "intake/desk/evidence_export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <string>

#include "intake/filing/evidence_upload.h"
#include "intake/filing/file_objection.h"
#include "tests/desk/sample_register.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

class EvidenceExportTest : public testing::Test {
 protected:
  CaseFile file_with(const std::vector<std::pair<std::string, std::string>>& files) {
    std::vector<EvidenceFile> evidence;
    for (const auto& [name, bytes] : files) {
      EvidenceUpload upload((*register_).evidence(), name);
      upload.add(bytes);
      evidence.push_back(upload.finish().stored.value());
    }
    Objection objection;
    objection.notice = sample_notice().id;
    objection.statement = "见附件";
    objection.identity = Identity::Anonymous;
    const auto outcome = file_objection(*register_, sample_notice(), FormId::random(), objection,
                                        {.received_at = instant(kWhileOpen)}, evidence);
    return open_case(*register_, std::get<Receipt>(outcome).number).value();
  }

  SampleRegister register_;
  const TemporaryFolder desk_;
  const std::filesystem::path out_ = desk_.path() / "证据";
};

TEST_F(EvidenceExportTest, WritesEachFileUnderNumberPlaceAndName) {
  const std::string large(300'000, 'x');
  const CaseFile file = file_with({{"记录 一.txt", "记录"}, {"记录 一.txt", large}});
  const auto written = export_evidence(*register_, file, out_).value();
  ASSERT_EQ(written.size(), 2U);
  EXPECT_EQ(written[0], out_ / (file.objection.number + "-1-记录 一.txt"));
  EXPECT_EQ(desk_.text_of(written[0]), "记录");
  EXPECT_EQ(desk_.text_of(written[1]), large);
  struct stat status {};
  ASSERT_EQ(::stat(written[0].c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST_F(EvidenceExportTest, WhatTheObjectorAddedIsWrittenToo) {
  const CaseFile file = file_with({{"a.txt", "a"}});
  EvidenceUpload upload((*register_).evidence(), "b.txt");
  upload.add("b");
  ASSERT_TRUE((*register_)
                  .append_event(file.objection.number, 0,
                                {.kind = EventKind::Supplemented,
                                 .at = instant(kWhileOpen),
                                 .actor = "异议人",
                                 .outcome = {},
                                 .text = "",
                                 .evidence = {upload.finish().stored.value()}}));
  const CaseFile after = open_case(*register_, file.objection.number).value();
  const auto written = export_evidence(*register_, after, out_).value();
  ASSERT_EQ(written.size(), 2U);
  EXPECT_EQ(written[1], out_ / (file.objection.number + "-2-b.txt"));
  EXPECT_EQ(desk_.text_of(written[1]), "b");
}

TEST_F(EvidenceExportTest, NothingIsOverwritten) {
  const CaseFile file = file_with({{"a.txt", "a"}, {"b.txt", "b"}});
  const auto first = export_evidence(*register_, file, out_).value();
  desk_.write(first[1], "notes of the handler");
  std::filesystem::remove(first[0]);
  const auto again = export_evidence(*register_, file, out_);
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, ErrorKind::Conflict);
  EXPECT_THAT(again.error().message, HasSubstr(first[1].string()));
  EXPECT_EQ(desk_.text_of(first[1]), "notes of the handler");
}

TEST_F(EvidenceExportTest, WithoutFilesThereIsNothingToWrite) {
  EXPECT_TRUE(export_evidence(*register_, file_with({}), out_)->empty());
}

TEST_F(EvidenceExportTest, ADamagedFileLeavesNoHalf) {
  const CaseFile file = file_with({{"a.txt", std::string(300'000, 'x')}});
  const auto sealed =
      std::filesystem::directory_iterator(register_.folder() / "data/evidence")->path();
  std::filesystem::resize_file(sealed, 200'000);
  EXPECT_EQ(export_evidence(*register_, file, out_).error().kind, ErrorKind::Corrupt);
  EXPECT_TRUE(std::filesystem::is_empty(out_));
  EXPECT_EQ(export_evidence(*register_, file, desk_.path() / "no/such/folder").error().kind,
            ErrorKind::Unavailable);
}

}  // namespace
}  // namespace gongshi
