#include "intake/seal/receipt_code.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "intake/seal/crockford.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

const FormId kForm = FormId::parse("0123456789abcdef0123456789abcdef").value();
constexpr std::string_view kCode = "V610-T4ZA-X9XP-NAS0-NA43-T";

// Frozen, and computed by another BLAKE2b: a repeated POST must get the same code for ever.
TEST(ReceiptCodeTest, DerivesWhatItAlwaysDerived) {
  const ReceiptCode code = ReceiptCode::derive(kForm);
  EXPECT_EQ(code.text(), kCode);
  EXPECT_EQ(hex(code.digest()), "d1a5834ebabfdb20b4f37740986d2084cf19881fb9be27ec7ecfe540b65e4643");
}

TEST(ReceiptCodeTest, ReadsWhatItGives) {
  for (int i = 0; i < 200; ++i) {
    const ReceiptCode code = ReceiptCode::derive(FormId::random());
    EXPECT_EQ(ReceiptCode::parse(code.text()).value().text(), code.text());
  }
}

TEST(ReceiptCodeTest, ForgivesWhatPeopleType) {
  for (const std::string_view typed :
       {"V610T4ZAX9XPNAS0NA43T", "v610 t4za x9xp nas0 na43 t", "  V610-T4ZA-X9XP-NAS0-NA43-T\r\n",
        "V6lO-T4ZA-X9XP-NASo-NA43-T", "V6I0-T4ZA-X9XP-NAS0-NA43-T",
        "Ｖ６１０－Ｔ４ＺＡ－Ｘ９ＸＰ－ＮＡＳ０－ＮＡ４３－Ｔ", "V610—T4ZA—X9XP—NAS0—NA43—T"}) {
    const auto code = ReceiptCode::parse(typed);
    ASSERT_TRUE(code) << typed << ": " << code.error().message;
    EXPECT_EQ(code->text(), kCode);
  }
}

struct Mistake {
  std::string_view typed;
  std::string_view sentence_says;
};

TEST(ReceiptCodeTest, NamesTheMistake) {
  const Mistake kMistakes[] = {{"", "只有 0 个"},
                               {"V610-T4ZA-X9XP-NAS0-NA43", "只有 20 个"},
                               {"V610-T4ZA-X9XP-NAS0-NA43-TT", "有 22 个"},
                               {"V610-T4ZA-X9XP-NAS0-NA43-U", "“U”"},
                               {"V610-T4ZA-X9XP-NAS0-NA43-？", "“？”"},
                               {"V610-T4ZA-X9XP-NAS0-NA43-号", "“号”"},
                               {"V611-T4ZA-X9XP-NAS0-NA43-T", "抄错"},
                               {"V160-T4ZA-X9XP-NAS0-NA43-T", "颠倒"},
                               {"T4ZA-V610-X9XP-NAS0-NA43-T", "抄错"},
                               {"V610-T4ZA-X9XP-NAS0-NA43-0", "抄错"},
                               {"V610-T4ZA-X9XP-NAS0-NA4T-3", "颠倒"},
                               {"\xFF", "无法识别"}};
  for (const auto& [typed, says] : kMistakes) {
    const auto code = ReceiptCode::parse(typed);
    ASSERT_FALSE(code) << typed;
    EXPECT_EQ(code.error().kind, ErrorKind::Invalid);
    EXPECT_THAT(code.error().message, testing::AllOf(HasSubstr("查询码"), HasSubstr(says)));
  }
}

TEST(ReceiptCodeTest, RefusesEveryWrongCharacter) {
  for (std::size_t place = 0; place < kCode.size(); ++place) {
    if (kCode[place] == '-') continue;
    for (const char c : kCrockfordAlphabet) {
      std::string typed(kCode);
      typed[place] = c;
      EXPECT_EQ(ReceiptCode::parse(typed).has_value(), typed == kCode) << typed;
    }
  }
}

TEST(ReceiptCodeTest, MatchesItsOwnDigestOnly) {
  const ReceiptCode code = ReceiptCode::derive(kForm);
  EXPECT_TRUE(ReceiptCode::parse("v610t4zax9xpnas0na43t").value().matches(code.digest()));
  EXPECT_FALSE(ReceiptCode::derive(FormId::random()).matches(code.digest()));
  EXPECT_FALSE(code.matches(kForm.digest()));
  EXPECT_FALSE(code.matches(Sha256{}));
}

}  // namespace
}  // namespace gongshi
