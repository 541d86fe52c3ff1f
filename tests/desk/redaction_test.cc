#include "intake/desk/redaction.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <span>

#include "generator/notice/folded_text.h"
#include "generator/notice/utf8.h"
#include "generator/scan/scanner.h"
#include "intake/desk/grouping.h"
#include "intake/desk/handling.h"
#include "intake/filing/record.h"
#include "tests/desk/sample_register.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

constexpr const char* kStatement =
    "我是示例单位李·𬱖，电话13900000000。\n"
    "2016年度的办信量把重复来信算了进去，台账第三页可以对。\n"
    "我6月22日上午问过，没有答复。";

struct Sender {
  std::string name = "李·𬱖";
  std::string contact = "0351-1234567，li_q@example.com";
  std::string statement = kStatement;
  std::string number = "2017-000123-7";
};

CaseFile case_by(const Sender& sender = {}) {
  CaseFile file = sample_case({.number = sender.number, .candidate = "person"});
  Record record;
  record.objection.notice = file.objection.filed.notice;
  record.objection.candidate = file.objection.filed.candidate;
  record.objection.statement = sender.statement;
  record.objection.identity = sender.name.empty() ? Identity::Anonymous : Identity::Named;
  record.objection.name = sender.name;
  record.objection.contact = sender.contact;
  record.received_at = file.objection.filed.received_at;  // 2017-06-22 09:00
  file.objection.filed.record = write_record(record);
  return file;
}

std::string proposed(const CaseFile& file, std::span<const CaseFile> together = {}) {
  return proposed_redaction(file, together, sample_notice()).value();
}

std::vector<std::string> forbids(std::string_view copy, const CaseFile& file = case_by(),
                                 std::span<const CaseFile> together = {}) {
  return what_forbids_copy(file, together, sample_notice(), copy).value();
}

TEST(RedactionTest, WhatIsFoundIsMaskedToBeginWith) {
  EXPECT_EQ(proposed(case_by()),
            "我是示例单位■■，电话■■。\n"
            "2016年度的办信量把重复来信算了进去，台账第三页可以对。\n"
            "我■■上午问过，没有答复。");
  struct Row {
    const char* written;
    const char* masked;
  };
  constexpr Row kRows[] = {
      {"没有什么可以遮盖。", "没有什么可以遮盖。"},
      {"李 𬱖 写于二楼", "■■ 写于二楼"},
      {"电话０３５１－１２３４５６７，也可发LI_Q@example.com", "电话■■，也可发■■"},
      {"身份证14010119900307890X，住址某街3号楼5单元", "身份证■■，■■"},
      {"出生于1990年3月7日，汉族", "出生于■■，汉族"},
      {"登记号2017-000123-7的异议", "登记号■■的异议"},
      {"139 0000 0000、13900000001", "■■、■■"},
      {"李·𬱖 李·𬱖 13900000000", "■■"},  // how many there were tells nothing either
      {"李（13900000000）𬱖", "■■"},         // the letters that are left would say the name
      {"一■■■■■二", "一■■二"},
  };
  for (const auto& [written, masked] : kRows) {
    const CaseFile file = case_by({.statement = written});
    EXPECT_EQ(proposed(file), masked) << written;
    EXPECT_THAT(forbids(masked, file), IsEmpty()) << written;
  }
}

// What an objector added later is a part of the original, and what the office wrote is not.
TEST(RedactionTest, EverythingThatTheObjectorWroteIsTheOriginal) {
  CaseFile file = case_by({.statement = "先写的。"});
  file.history.push_back({.kind = EventKind::Supplemented,
                          .at = instant("2017-06-25T16:42:00+08:00"),
                          .actor = std::string(kObjectorActor),
                          .outcome = {},
                          .text = "李·𬱖6月25日补充。"});
  file.history.push_back({.kind = EventKind::Noted,
                          .at = instant("2017-06-26T10:00:00+08:00"),
                          .actor = "经办甲",
                          .outcome = {},
                          .text = "内部记录"});
  EXPECT_EQ(original_text(file).value(), "先写的。\n\n李·𬱖6月25日补充。");
  EXPECT_EQ(proposed(file), "先写的。\n\n■■补充。");
  EXPECT_THAT(forbids("先写的。", file), ElementsAre(HasSubstr("末尾删去了原文")));
  EXPECT_THAT(forbids("先写的。\n\n■■", file), IsEmpty());
}

TEST(RedactionTest, ACopyOnlyRemovesAndMarksIt) {
  const CaseFile file =
      case_by({.name = "", .contact = "", .statement = "甲乙丙丁，甲乙。\n戊己庚。"});
  for (const char* copy :
       {"甲乙丙丁，甲乙。\n戊己庚。", "■■丙丁，甲乙。\n戊己庚。", "甲乙■■戊己庚。", "■■", "■■庚。",
        "甲乙丙丁，■■", "甲■■乙。\n■■己■■", "甲乙丙丁，甲乙。戊己庚。"}) {
    const bool is_joined = std::string_view(copy).find("。戊") != std::string_view::npos;
    EXPECT_EQ(forbids(copy, file).empty(), !is_joined) << copy;
  }
  struct Row {
    const char* copy;
    const char* why;
  };
  constexpr Row kRows[] = {
      {"甲乙丙丁，甲乙。\n戊己庚", "末尾删去了原文"},
      {"乙丙丁，甲乙。\n戊己庚。", "开头删去了原文"},
      {"甲乙丙丁，甲乙。\n戊庚。", "“……，甲乙。 戊庚。”与原文不符"},
      {"甲乙丁，甲乙。\n戊己庚。", "“甲乙丁，甲乙。 戊己庚。”与原文不符"},
      {"■■庚■■甲■■", "“甲”与原文不符"},  // not in that order
      {"■■说明■■", "“说明”与原文不符"},
      {"■■甲乙丙丁，■■", "“甲乙丙丁，”与原文不符"},  // nothing stood before
      {"甲乙丙丁，甲乙。\n戊己庚。■■", "末尾的 ■■ 没有遮盖什么"},
  };
  for (const auto& [copy, why] : kRows) {
    EXPECT_THAT(forbids(copy, file), ElementsAre(HasSubstr(why))) << copy;
  }
  EXPECT_THAT(forbids("甲乙■■说明■■丁，■■变更■■己庚。", file),
              ElementsAre(HasSubstr("“说明”"), HasSubstr("“变更”")));
}

// How lines are broken and indented is nobody's word.
TEST(RedactionTest, BlanksAreNotCompared) {
  const CaseFile file =
      case_by({.name = "", .contact = "", .statement = "　　甲乙。\n\n丙  丁。\n"});
  for (const char* copy :
       {"甲乙。\n丙 丁。", " 甲乙。 丙\n丁。 ", "甲乙。\n\n\u3000\u3000■■ 丁。"}) {
    EXPECT_THAT(forbids(copy, file), IsEmpty()) << copy;
  }
}

TEST(RedactionTest, WhatTellsWhoItWasMustBeMasked) {
  EXPECT_THAT(forbids(kStatement), ElementsAre(HasSubstr("有异议人的姓名"),
                                               AllOf(HasSubstr("第1行"), HasSubstr("手机号码"),
                                                     Not(HasSubstr("13900000000")))));
  const CaseFile file = case_by(
      {.statement =
           "李·𬱖，0351-1234567，2017-000123，身份证14010119900307890X。6月22日"});
  EXPECT_THAT(forbids("改写。", file), SizeIs(1));
  EXPECT_THAT(forbids(original_text(file).value(), file),
              ElementsAre(HasSubstr("姓名"), HasSubstr("联系方式"), HasSubstr("登记号"),
                          HasSubstr("像电话号码"), HasSubstr("像身份证号码")));
  EXPECT_THAT(forbids("■■6月22日", file), IsEmpty()) << "a day may be a part of what happened";
}

// Together with those of whom it is one.
TEST(RedactionTest, TheOthersOfItsGroupAreMaskedToo) {
  CaseFile other = case_by({.name = "赵示例", .contact = "wechat_zhao", .number = "2017-000124-8"});
  const CaseFile file =
      case_by({.statement = "赵示例（wechat_zhao）同我一起去的，2017-000124-8。"});
  const auto together = std::span(&other, 1);
  EXPECT_EQ(proposed(file, together), "■■（■■）同我一起去的，■■。");
  EXPECT_THAT(forbids(original_text(file).value(), file, together),
              ElementsAre(HasSubstr("有并案的 2017-000124-8 异议人的姓名"), HasSubstr("联系方式"),
                          HasSubstr("登记号")));
  other.objection.erased = Erasure{};
  EXPECT_THAT(forbids(original_text(file).value(), file, together), IsEmpty());
}

TEST(RedactionTest, AMaskIsAlwaysAsLong) {
  struct Row {
    const char* typed;
    const char* kept;
  };
  constexpr Row kRows[] = {{"", ""},
                           {"■", "■■"},
                           {"■■■", "■■"},
                           {"甲■乙■■■■丙", "甲■■乙■■丙"},
                           {"甲 ■■ ■　■\n■ 乙", "甲 ■■ 乙"},
                           {"甲", "甲"},
                           {"■■\n", "■■\n"}};
  for (const auto& [typed, kept] : kRows) EXPECT_EQ(with_equal_masks(typed), kept) << typed;
}

// Of a text thrown together from what tells and what does not: what is proposed may be kept, holds
// nothing of it, and does not change any more.
TEST(RedactionTest, WhatIsProposedKeepsThePromise) {
  const std::vector<std::string> pieces = {"李",
                                           "·",
                                           "𬱖",
                                           "李·𬱖",
                                           "ＬＩ_q@example.com",
                                           "0351-1234567",
                                           "1234567",
                                           "■",
                                           "■■",
                                           "（",
                                           "）",
                                           " ",
                                           "\n",
                                           "。",
                                           "示例单位",
                                           "𬱖某",
                                           "2017-000123",
                                           "-7",
                                           "6月22日",
                                           "13900000000",
                                           "139 0000",
                                           "办信量",
                                           "台账",
                                           "家庭地址",
                                           "3号楼",
                                           "出生",
                                           "1990年3月7日",
                                           "e\u0301"};
  std::mt19937 random(20170622);
  std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
  for (int round = 0; round < 600; ++round) {
    Sender sender{.statement = "甲"};
    for (std::size_t i = 0; i < 1U + static_cast<std::size_t>(round) % 25U; ++i) {
      sender.statement += pieces[piece(random)];
    }
    const CaseFile file = case_by(sender);
    const std::string copy = proposed(file);
    ASSERT_THAT(forbids(copy, file), IsEmpty()) << sender.statement << "\n" << copy;
    EXPECT_EQ(with_equal_masks(copy), copy) << sender.statement;
    for (const char* secret : {"李·𬱖", "1234567", "li_q@example.com", "2017-000123"}) {
      EXPECT_EQ(fold_letters(copy).find(fold_letters(secret)), std::string::npos)
          << sender.statement << "\n"
          << copy;
    }
  }
}

// Whatever is changed in a copy that may be kept, but for masking more, is noticed.
TEST(RedactionTest, NoWordIsPutIn) {
  const CaseFile file = case_by();
  const std::string copy = proposed(file);
  ASSERT_THAT(forbids(copy, file), IsEmpty());
  for (std::size_t at = 0; at <= copy.size(); ++at) {
    if (at < copy.size() && (static_cast<unsigned char>(copy[at]) & 0xC0U) == 0x80U) continue;
    std::string changed = copy;
    changed.insert(at, "伪");
    EXPECT_THAT(forbids(changed, file), Not(IsEmpty())) << changed;
  }
}

OfficeStep step(std::string text, const char* by = "经办甲") {
  return {.text = std::move(text), .by = by, .at = instant("2017-06-26T10:00:00+08:00")};
}

// SampleRegister files "公示材料所列数据与实际不符。".
TEST(RedactionTest, CopiesStandBesideTheOriginalAndStay) {
  SampleRegister reg;
  const std::string number = reg.file(Signature::Named, "person");
  const CaseFile before = open_case(*reg, number).value();
  const std::string checkpoint = (*reg).checkpoint().value();
  const Manifest site = sample_manifest();
  EXPECT_EQ(redact(*reg, number, step("公示材料■■■■不符。"), site), ObjectionState::Open);
  EXPECT_EQ(redact(*reg, number, step("公示材料所列■■", "经办乙"), site), ObjectionState::Open);
  const CaseFile after = open_case(*reg, number).value();
  ASSERT_THAT(redactions(after), SizeIs(2));
  EXPECT_EQ(redactions(after)[0]->text, "公示材料■■不符。");
  EXPECT_EQ(redactions(after)[0]->actor, "经办甲");
  EXPECT_EQ(redactions(after)[1]->text, "公示材料所列■■");
  EXPECT_EQ(sha256(after.objection.filed.record), sha256(before.objection.filed.record));
  EXPECT_EQ(after.objection.filed.opening, before.objection.filed.opening);
  EXPECT_EQ(after.standing, before.standing);
  EXPECT_EQ((*reg).checkpoint().value(), checkpoint) << "no leaf tells of it";
}

TEST(RedactionTest, WhatIsNoneIsNotKept) {
  SampleRegister reg;
  const std::string number = reg.file(Signature::Named, "person");
  const Manifest site = sample_manifest();
  const auto expect_refused = [&](const Result<ObjectionState>& taken, ErrorKind kind,
                                  const char* why) {
    ASSERT_FALSE(taken) << why;
    EXPECT_EQ(taken.error().kind, kind) << why;
    EXPECT_THAT(taken.error().message, HasSubstr(why));
  };
  expect_refused(redact(*reg, number, step("公示材料所列数据属实。"), site), ErrorKind::Invalid,
                 "没有登记");
  expect_refused(redact(*reg, number, step("李·𬱖：0351-0000000"), site), ErrorKind::Invalid,
                 "姓名，请遮盖；");
  expect_refused(redact(*reg, number, step(" \n"), site), ErrorKind::Invalid, "空白");
  expect_refused(redact(*reg, number, step("■■", ""), site), ErrorKind::Invalid, "经办人");
  expect_refused(redact(*reg, number, step("■■"), {}), ErrorKind::NotFound, "sample-notice");
  expect_refused(redact(*reg, "2017-000009-X", step("■■"), site), ErrorKind::NotFound, "2017");
  std::string too_long;
  for (std::size_t i = 0; i <= kRedactedCopyLengthMax; ++i) too_long += "甲";
  expect_refused(redact(*reg, number, step(too_long), site), ErrorKind::Invalid, "50000");
  ASSERT_TRUE(recuse(*reg, number, step("亲属"), "经办甲"));
  expect_refused(redact(*reg, number, step("李·𬱖"), site), ErrorKind::Conflict, "已回避");
  EXPECT_EQ(redaction_draft(*reg, open_case(*reg, number).value(), "经办甲", site).error().kind,
            ErrorKind::Conflict);
  EXPECT_THAT(redactions(open_case(*reg, number).value()), IsEmpty());
}

TEST(RedactionTest, EachOfAGroupHasItsOwnCopy) {
  SampleRegister reg;
  const std::string leader = reg.file(Signature::Anonymous, "person");
  const std::string joined = reg.file(Signature::Named, "person");
  const Manifest site = sample_manifest();
  ASSERT_TRUE(join(*reg, joined, leader, step("同一事实")));
  EXPECT_TRUE(redact(*reg, joined, step("■■数据与实际不符。"), site));
  EXPECT_TRUE(redact(*reg, leader, step("公示材料■■"), site));
  EXPECT_THAT(redactions(open_case(*reg, joined).value()), SizeIs(1));
  EXPECT_THAT(redactions(open_case(*reg, leader).value()), SizeIs(1));
  ASSERT_TRUE(recuse(*reg, leader, step("亲属"), "经办乙"));
  const auto refused = redact(*reg, joined, step("■■", "经办乙"), site);
  ASSERT_FALSE(refused) << "what is masked tells of the one from which they are kept out";
  EXPECT_EQ(refused.error().kind, ErrorKind::Conflict);
}

TEST(RedactionTest, TheNextCopyBeginsWithTheNewestWhileThatIsOne) {
  SampleRegister reg;
  const std::string number = reg.file(Signature::Named, "person");
  const Manifest site = sample_manifest();
  const auto draft = [&] {
    return redaction_draft(*reg, open_case(*reg, number).value(), "经办甲", site).value();
  };
  EXPECT_EQ(draft(), "公示材料所列数据与实际不符。");
  ASSERT_TRUE(redact(*reg, number, step("公示材料■■"), site));
  EXPECT_EQ(draft(), "公示材料■■");
  ASSERT_TRUE(redact(*reg, number, step("公示材料■■不符。"), site));
  EXPECT_EQ(draft(), "公示材料■■不符。");
  ASSERT_TRUE((*reg).append_event(number, 2,
                                  {.kind = EventKind::Supplemented,
                                   .at = instant(kLastSecond),
                                   .actor = std::string(kObjectorActor),
                                   .outcome = {},
                                   .text = "李·𬱖补充。",
                                   .form_digest = sha256("form")}));
  EXPECT_EQ(draft(), "公示材料所列数据与实际不符。\n\n■■补充。") << "there is more now";
}

}  // namespace
}  // namespace gongshi
