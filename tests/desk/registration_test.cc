#include "intake/desk/registration.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <iterator>
#include <string>

#include "intake/desk/case_file.h"
#include "intake/filing/evidence_upload.h"
#include "intake/filing/status.h"
#include "intake/seal/receipt_code.h"
#include "tests/desk/sample_register.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kLater = "2026-01-01T00:00:00+08:00";

OfflineObjection letter(std::string_view received_at = kWhileOpen) {
  OfflineObjection entry;
  entry.form.fields = {
      {"form_id", FormId::random().text()},
      {"notice", "sample-notice"},
      {"candidate", "person"},
      {"grounds", "procedure"},
      {"statement", "来信\n𬱖原文"},
      {"identity", "named"},
      {"name", "李·示例"},
      {"contact", "0351-0000000"},
  };
  entry.medium = Medium::Letter;
  entry.received_at = instant(received_at);
  entry.entry = {.by = "登记员", .at = instant(kLater)};
  return entry;
}

void set(OfflineObjection& entry, const std::string& field, std::string value) {
  entry.form.fields.erase(field);
  entry.form.fields.emplace(field, std::move(value));
}

TEST(RegistrationTest, ALetterIsInTheQueueWithItsTrueTimeAndAReceiptThatOpensItsStatus) {
  SampleRegister reg;
  const Result<Receipt> receipt = register_objection(*reg, sample_manifest(), letter());
  ASSERT_TRUE(receipt) << receipt.error().message;
  const CaseFile file = open_case(*reg, receipt->number).value();
  EXPECT_EQ(file.objection.filed.medium, Medium::Letter);
  EXPECT_EQ(file.objection.filed.received_at, instant(kWhileOpen));
  EXPECT_EQ(file.objection.filed.candidate.text(), "person");
  EXPECT_TRUE(file.objection.filed.named);
  EXPECT_EQ(file.objection.filed.entry, (Entry{.by = "登记员", .at = instant(kLater)}));
  EXPECT_EQ(file.state(), ObjectionState::Open);
  const auto code = ReceiptCode::parse(receipt->code);
  ASSERT_TRUE(code) << code.error().message;
  const auto status = look_up_status(*reg, receipt->number, *code).value();
  ASSERT_TRUE(status);
  EXPECT_EQ(status->record.objection.statement, "来信\n𬱖原文");
}

SentFile stored_file(const Register& reg, const std::string& name, std::string_view bytes) {
  EvidenceUpload upload(reg.evidence(), name);
  upload.add(bytes);
  return upload.finish();
}

TEST(RegistrationTest, FilesAreRegisteredWithTheLetterOrNothingIs) {
  SampleRegister reg;
  OfflineObjection with_files = letter();
  with_files.form.files = {stored_file(*reg, "一.txt", "1"), stored_file(*reg, "又一.txt", "1"),
                           stored_file(*reg, "二.txt", "2")};
  const auto receipt = register_objection(*reg, sample_manifest(), with_files).value();
  EXPECT_EQ(open_case(*reg, receipt.number)->files().size(), 2U) << "the same file twice is one";
  EXPECT_THAT(receipt.record, HasSubstr(" 1 txt 一.txt\n"));

  OfflineObjection too_many = letter();
  for (int i = 0; i < 6; ++i) {
    too_many.form.files.push_back(stored_file(*reg, "第.txt", std::to_string(i)));
  }
  const auto refused = register_objection(*reg, sample_manifest(), too_many);
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, HasSubstr("“第.txt”是多出来的，一件异议最多附 5 个文件"));
  const std::filesystem::directory_iterator files(reg.folder() / "data/evidence");
  EXPECT_EQ(std::distance(begin(files), end(files)), 2);
  EXPECT_EQ((*reg).list({})->size(), 1U);
}

TEST(RegistrationTest, EveryFaultOfAFileHasItsWords) {
  SampleRegister reg;
  for (const auto fault : {EvidenceFault::Empty, EvidenceFault::TooBig, EvidenceFault::WrongType,
                           EvidenceFault::TooMany, EvidenceFault::Protected, EvidenceFault::Damaged,
                           EvidenceFault::NotStored}) {
    OfflineObjection entry = letter();
    entry.form.files = {{.name = "照片.jpg", .stored = tl::unexpected(fault)}};
    const auto refused = register_objection(*reg, sample_manifest(), entry);
    ASSERT_FALSE(refused);
    EXPECT_THAT(
        refused.error().message,
        testing::AllOf(HasSubstr("“照片.jpg”"), Not(HasSubstr("{")), Not(HasSubstr("（not")),
                       Not(HasSubstr(std::string(code_of(fault))))));
  }
}

TEST(RegistrationTest, EachLetterIsItsOwnObjection) {
  SampleRegister reg;
  const auto first = register_objection(*reg, sample_manifest(), letter()).value();
  const auto second = register_objection(*reg, sample_manifest(), letter()).value();
  EXPECT_NE(first.number, second.number);
  EXPECT_NE(first.code, second.code);
}

// When it came in, what the campaign does with late ones, what the handler says: taken or not.
TEST(RegistrationTest, TheTimeOfReceiptDecides) {
  struct Row {
    std::string_view received_at;
    LatePolicy policy;
    LateEntry late;
    bool taken;
  };
  constexpr std::string_view kPublished = "2017-06-21T09:00:00+08:00";
  constexpr std::string_view kTooEarly = "2017-06-21T08:59:59+08:00";
  constexpr Row kRows[] = {
      {kPublished, LatePolicy::Refuse, LateEntry::Refuse, true},
      {kLastSecond, LatePolicy::Refuse, LateEntry::Refuse, true},
      {kAtClosing, LatePolicy::Refuse, LateEntry::Refuse, false},
      {kAtClosing, LatePolicy::Refuse, LateEntry::Take, true},
      {kAtClosing, LatePolicy::MarkLate, LateEntry::Refuse, true},
      {kAtClosing, LatePolicy::MarkLate, LateEntry::Take, true},
      {kTooEarly, LatePolicy::Refuse, LateEntry::Refuse, false},
      {kTooEarly, LatePolicy::MarkLate, LateEntry::Take, false},
      {kLater, LatePolicy::Refuse, LateEntry::Take, true},
      {"2026-01-01T00:00:01+08:00", LatePolicy::MarkLate, LateEntry::Take, false},  // the future
  };
  for (const Row& row : kRows) {
    SampleRegister reg;
    Manifest manifest = sample_manifest();
    manifest.notices[0].late_policy = row.policy;
    OfflineObjection entry = letter(row.received_at);
    entry.late = row.late;
    const Result<Receipt> receipt = register_objection(*reg, manifest, entry);
    EXPECT_EQ(receipt.has_value(), row.taken)
        << row.received_at << (receipt ? "" : receipt.error().message);
    EXPECT_EQ(list_cases(*reg, std::nullopt)->size(), row.taken ? 1U : 0U);
  }
}

TEST(RegistrationTest, ALateOneIsToldWhenTheWindowEndedAndHowToTakeItAllTheSame) {
  SampleRegister reg;
  const auto refused = register_objection(*reg, sample_manifest(), letter(kAtClosing));
  EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
  EXPECT_THAT(refused.error().message, HasSubstr("2017年6月27日24时"));
  EXPECT_THAT(refused.error().message, HasSubstr("--late"));
}

TEST(RegistrationTest, LettersComeInWhateverTheNoticeButNotAfterItsClosing) {
  for (const auto state : {NoticeState::Suspended, NoticeState::Withdrawn}) {
    SampleRegister reg;
    Manifest manifest = sample_manifest();
    manifest.notices[0].state = state;
    EXPECT_TRUE(register_objection(*reg, manifest, letter())) << to_text(state);
  }
  SampleRegister reg;
  ASSERT_TRUE((*reg).append_closing(sample_notice().id, 0, "closed\n", instant(kAtClosing)));
  OfflineObjection entry = letter();
  entry.late = LateEntry::Take;
  const auto refused = register_objection(*reg, sample_manifest(), entry);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
  EXPECT_TRUE(list_cases(*reg, std::nullopt)->empty());
}

TEST(RegistrationTest, EveryWrongFieldIsNamed) {
  struct Row {
    std::string field;
    std::string value;
    const char* named;
  };
  const Row rows[] = {
      {"notice", "unknown", "公示"},    {"candidate", "stranger", "候选对象"},
      {"grounds", "envy", "异议类别"},  {"grounds", "", "异议类别"},
      {"statement", " \n", "异议内容"}, {"statement", "\xFF", "异议内容"},
      {"identity", "famous", "身份"},   {"name", "", "姓名"},
      {"name", "一\n二", "姓名"},
  };
  for (const Row& row : rows) {
    SampleRegister reg;
    OfflineObjection entry = letter();
    set(entry, row.field, row.value);
    const auto refused = register_objection(*reg, sample_manifest(), entry);
    ASSERT_FALSE(refused) << row.field << "=" << row.value;
    EXPECT_EQ(refused.error().kind, ErrorKind::Invalid);
    EXPECT_THAT(refused.error().message, HasSubstr(row.named));
  }
  SampleRegister reg;
  OfflineObjection entry = letter();
  set(entry, "grounds", "envy");
  set(entry, "statement", "");
  EXPECT_THAT(register_objection(*reg, sample_manifest(), entry).error().message,
              testing::AllOf(HasSubstr("异议类别"), HasSubstr("异议内容")));
}

TEST(RegistrationTest, SomebodyTypedItIn) {
  SampleRegister reg;
  OfflineObjection entry = letter();
  entry.entry.by = " ";
  EXPECT_EQ(register_objection(*reg, sample_manifest(), entry).error().kind, ErrorKind::Invalid);
  EXPECT_TRUE(list_cases(*reg, std::nullopt)->empty());
}

TEST(RegistrationTest, TheSlipHasWhatTheObjectorNeedsAndNothingOfTheLetter) {
  SampleRegister reg;
  const Receipt receipt = register_objection(*reg, sample_manifest(), letter()).value();
  const std::string slip = receipt_slip(sample_manifest(), receipt);
  EXPECT_THAT(slip, HasSubstr(receipt.number));
  EXPECT_THAT(slip, HasSubstr(receipt.code));
  EXPECT_THAT(slip, HasSubstr("示例评选推荐对象公示"));
  EXPECT_THAT(slip, HasSubstr("2017年6月22日 09:00"));
  EXPECT_THAT(slip, HasSubstr("https://gongshi.example/status"));
  EXPECT_THAT(slip, Not(HasSubstr("李·示例")));
  EXPECT_THAT(slip, Not(HasSubstr("原文")));
  EXPECT_THAT(slip, Not(HasSubstr("已过公示期")));

  OfflineObjection late = letter(kAtClosing);
  late.late = LateEntry::Take;
  const Receipt late_receipt = register_objection(*reg, sample_manifest(), late).value();
  EXPECT_THAT(receipt_slip(sample_manifest(), late_receipt), HasSubstr("已过公示期"));
}

}  // namespace
}  // namespace gongshi
