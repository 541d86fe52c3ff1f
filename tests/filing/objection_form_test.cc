#include "intake/filing/objection_form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/filing/limits.h"
#include "tests/filing/sample_filing.h"

namespace gongshi {

void PrintTo(const FieldError& error, std::ostream* out) {
  *out << error.field << "." << error.code << " (" << error.limit << ")";
}

namespace {

using testing::ElementsAre;

FieldErrors errors_of(const SentForm& form, FormWay way = FormWay::Online,
                      IdentityPolicy policy = IdentityPolicy::EncourageRealName) {
  Manifest manifest = sample_manifest();
  manifest.notices.front().identity_policy = policy;
  const auto parsed = parse_objection(manifest, form, way);
  return parsed ? FieldErrors{} : parsed.error();
}

// `count` times a character that takes four bytes in UTF-8.
std::string rare_characters(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "𬱖";
  return text;
}

TEST(ObjectionFormTest, ARightFormBecomesTheObjectionItSays) {
  const ParsedForm parsed = sample_parsed();
  EXPECT_EQ(parsed.form.text(), kSampleFormId);
  EXPECT_EQ(parsed.objection.notice.text(), kSampleNotice);
  EXPECT_EQ(parsed.objection.candidate.text(), kSampleCandidate);
  EXPECT_EQ(parsed.objection.grounds, Grounds::Facts);
  EXPECT_EQ(parsed.objection.statement,
            "公示材料所列数据与实际不符。\n请予核查。𬱖");
  EXPECT_EQ(parsed.objection.identity, Identity::Named);
  EXPECT_EQ(parsed.objection.name, "李·示例");
  EXPECT_EQ(parsed.objection.contact, "0351-0000000");
}

TEST(ObjectionFormTest, AnEmptyCandidateIsTheWholeNotice) {
  SentForm form = sample_form();
  form.fields.erase("candidate");
  EXPECT_TRUE(
      parse_objection(sample_manifest(), form, FormWay::Online)->objection.candidate.empty());
}

TEST(ObjectionFormTest, AnEmptyFormIsToldEverythingInTheOrderOfThePage) {
  EXPECT_THAT(errors_of(SentForm{}),
              ElementsAre(FieldError{"form_id", "missing"}, FieldError{"notice", "missing"},
                          FieldError{"grounds", "missing"}, FieldError{"statement", "missing"},
                          FieldError{"identity", "missing"}, FieldError{"declaration", "missing"}));
}

struct WrongField {
  std::string_view field;
  std::string value;
  FieldError error;
};

TEST(ObjectionFormTest, RefusesEachWrongFieldWithItsOwnCode) {
  using std::string_literals::operator""s;
  const WrongField table[] = {
      {"form_id", "too-short-15-ch", {"form_id", "malformed"}},
      {"form_id", std::string(65, 'a'), {"form_id", "malformed"}},
      {"form_id", "sixteen_letters_", {"form_id", "malformed"}},
      {"form_id", "0123456789abcde\n", {"form_id", "malformed"}},
      {"notice", "no-such-notice", {"notice", "unknown"}},
      {"notice", "../publicity", {"notice", "unknown"}},
      {"candidate", "li-si", {"candidate", "unknown"}},
      {"candidate", "ZHANG-SAN", {"candidate", "unknown"}},
      {"grounds", "taste", {"grounds", "unknown"}},
      {"statement", " \r\n\t　", {"statement", "missing"}},
      {"statement", "半个字\xE5\xBC", {"statement", "not_text"}},
      {"statement", "a\0b"s, {"statement", "not_text"}},
      {"statement", "\x1B[2Jgone", {"statement", "not_text"}},
      {"statement",
       "\xC2\x9B"
       "31m",
       {"statement", "not_text"}},
      {"identity", "somebody", {"identity", "unknown"}},
      {"name", "　", {"name", "missing"}},
      {"name", "李\n四", {"name", "not_one_line"}},
      {"name", "李\xFF", {"name", "not_text"}},
      {"name", "李\x7F", {"name", "not_text"}},
      {"contact", "", {"contact", "missing"}},
      {"contact", "一\r二", {"contact", "not_one_line"}},
      {"declaration", "", {"declaration", "missing"}},
      {"declaration", "off", {"declaration", "missing"}},
  };
  for (const auto& [field, value, error] : table) {
    EXPECT_THAT(errors_of(sample_form_with(field, value)), ElementsAre(error))
        << field << " = " << testing::PrintToString(value);
  }
}

// limits.h: the bound itself is taken, one more is not. Rare characters, so that bytes counted for
// characters would show.
TEST(ObjectionFormTest, EachLengthCountsCodePoints) {
  const std::pair<std::string_view, std::size_t> limits[] = {
      {"statement", kStatementLengthMax}, {"name", kNameLengthMax}, {"contact", kContactLengthMax}};
  for (const auto& [field, limit] : limits) {
    EXPECT_THAT(errors_of(sample_form_with(field, rare_characters(limit))), ElementsAre()) << field;
    EXPECT_THAT(errors_of(sample_form_with(field, rare_characters(limit + 1))),
                ElementsAre(FieldError{field, "too_long", limit}));
  }
}

TEST(ObjectionFormTest, ALineEndCountsOnceHoweverTheBrowserSpellsIt) {
  std::string lines;
  for (std::size_t i = 0; i < kStatementLengthMax / 2; ++i) lines += "行\r\n";
  EXPECT_THAT(errors_of(sample_form_with("statement", lines)), ElementsAre());
}

TEST(ObjectionFormTest, AFieldThatStandsTwiceCouldMeanEither) {
  for (const char* field :
       {"form_id", "notice", "candidate", "grounds", "statement", "identity", "name", "contact"}) {
    SentForm form = sample_form();
    form.fields.emplace(field, form.value(field));
    EXPECT_THAT(errors_of(form), ElementsAre(FieldError{field, "repeated"}));
  }
}

TEST(ObjectionFormTest, EachFileThatFailedHasItsOwnError) {
  SentForm form = sample_form_with("contact", "");
  form.files = {{.name = "好.pdf", .stored = EvidenceFile{}},
                {.name = "空.txt", .stored = tl::unexpected(EvidenceFault::Empty)},
                {.name = "大.mp4", .stored = tl::unexpected(EvidenceFault::TooBig)},
                {.name = "六.pdf", .stored = tl::unexpected(EvidenceFault::TooMany)}};
  EXPECT_THAT(errors_of(form), ElementsAre(FieldError{"evidence", "empty", 0, "空.txt"},
                                           FieldError{"evidence", "too_big", 10, "大.mp4"},
                                           FieldError{"evidence", "too_many", 5, "六.pdf"},
                                           FieldError{"contact", "missing"}));
}

TEST(ObjectionFormTest, FieldsOfNobodyAreIgnored) {
  SentForm form = sample_form();
  form.fields.emplace("utm_source", "\xFF");
  EXPECT_THAT(errors_of(form), ElementsAre());
}

TEST(ObjectionFormTest, ThePolicyDecidesWhetherNobodyMayStandBehindIt) {
  SentForm anonymous = sample_form_with("identity", "anonymous");
  for (const auto policy : {IdentityPolicy::Open, IdentityPolicy::EncourageRealName}) {
    EXPECT_THAT(errors_of(anonymous, FormWay::Online, policy), ElementsAre());
  }
  EXPECT_THAT(errors_of(anonymous, FormWay::Online, IdentityPolicy::RequireRealName),
              ElementsAre(FieldError{"identity", "not_allowed"}));
  // A letter without a name is kept as a clue (DOMAIN 3.3).
  EXPECT_THAT(errors_of(anonymous, FormWay::Offline, IdentityPolicy::RequireRealName),
              ElementsAre());
  for (const char* identity : {"named", "organization"}) {
    SentForm form = sample_form_with("identity", identity);
    form.fields.erase("name");
    form.fields.erase("contact");
    EXPECT_THAT(errors_of(form, FormWay::Online, IdentityPolicy::Open),
                ElementsAre(FieldError{"name", "missing"}, FieldError{"contact", "missing"}));
  }
}

TEST(ObjectionFormTest, WhatAnAnonymousObjectorTypedAboutThemselvesIsNotKept) {
  SentForm form = sample_form_with("identity", "anonymous");
  const auto parsed = parse_objection(sample_manifest(), form, FormWay::Online);
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->objection.name, "");
  EXPECT_EQ(parsed->objection.contact, "");
}

TEST(ObjectionFormTest, OfflineAsksNothingThatALetterCannotAnswer) {
  SentForm letter = sample_form();
  letter.fields.erase("declaration");
  letter.fields.erase("contact");
  EXPECT_THAT(errors_of(letter, FormWay::Offline), ElementsAre());
  letter.fields.erase("name");
  EXPECT_THAT(errors_of(letter, FormWay::Offline), ElementsAre(FieldError{"name", "missing"}));
}

}  // namespace
}  // namespace gongshi
