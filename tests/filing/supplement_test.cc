#include "intake/filing/supplement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/filing/limits.h"
#include "tests/filing/sample_filing.h"

namespace gongshi {
namespace {

SentForm sample_supplement(std::string note) {
  return {.fields = {{"form_id", std::string(kSampleFormId)}, {"note", std::move(note)}}};
}

EvidenceFile sample_file() {
  return {.id = std::string(32, 'a'), .name = "记录.txt", .type = "txt", .size = 1};
}

// The codes of what is wrong, each with its field; "" when nothing is.
std::string wrong_in(const SentForm& sent, std::vector<EvidenceFile> attached = {}) {
  const auto parsed = parse_supplement(sent, std::move(attached));
  std::string all;
  if (parsed) return all;
  for (const FieldError& error : parsed.error()) {
    all += std::string(error.field) + ":" + std::string(error.code) + " ";
  }
  return all;
}

TEST(SupplementTest, ANoteOrFilesOrBoth) {
  const auto note = parse_supplement(sample_supplement("第二处\r\n见附表"), {});
  ASSERT_TRUE(note);
  EXPECT_EQ(note->form.text(), kSampleFormId);
  EXPECT_EQ(note->note, "第二处\n见附表");
  const auto files = parse_supplement(sample_supplement(" \n"), {sample_file()});
  ASSERT_TRUE(files);
  EXPECT_EQ(files->note, "");
  EXPECT_EQ(files->evidence, std::vector{sample_file()});
  EXPECT_EQ(wrong_in(sample_supplement("见附件"), {sample_file()}), "");
}

TEST(SupplementTest, EverythingThatIsWrongIsSaid) {
  EXPECT_EQ(wrong_in(sample_supplement(" \n")), "note:missing ");
  EXPECT_EQ(wrong_in(sample_supplement(std::string(kStatementLengthMax, 'x'))), "");
  EXPECT_EQ(wrong_in(sample_supplement(std::string(kStatementLengthMax + 1, 'x'))),
            "note:too_long ");
  // A file does not make up for text that cannot be kept.
  EXPECT_EQ(wrong_in(sample_supplement("\xFF"), {sample_file()}), "note:not_text ");
  EXPECT_EQ(wrong_in({}), "form_id:missing note:missing ");
  EXPECT_EQ(wrong_in({.fields = {{"form_id", "short"}, {"note", "x"}}}), "form_id:malformed ");
  SentForm twice = sample_supplement("x");
  twice.fields.emplace("form_id", "another-form-of-mine-01");
  EXPECT_EQ(wrong_in(twice), "form_id:repeated ");
  SentForm files = sample_supplement("");
  files.files = {{.name = "空.txt", .stored = tl::unexpected(EvidenceFault::Empty)},
                 {.name = "大.txt", .stored = tl::unexpected(EvidenceFault::TooBig)}};
  EXPECT_EQ(wrong_in(files), "note:missing evidence:empty evidence:too_big ");
  const FieldErrors errors = parse_supplement(files, {sample_file()}).error();
  EXPECT_EQ(errors.back(), (FieldError{.field = "evidence",
                                       .code = "too_big",
                                       .limit = kEvidenceBytesMax >> 20U,
                                       .name = "大.txt"}));
}

}  // namespace
}  // namespace gongshi
