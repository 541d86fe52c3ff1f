#include "intake/seal/form_issuer.h"

#include <gtest/gtest.h>

#include <string>

namespace gongshi {
namespace {

const Instant kNow = parse_instant("2017-06-27T23:59:59+08:00").value();

TEST(FormIssuerTest, AnIdSaysWhenItsPageWasMade) {
  const FormIssuer issuer("a secret of the host");
  const FormId form = issuer.issue(kNow);
  EXPECT_EQ(issuer.issued_at(form), kNow);
  EXPECT_TRUE(FormId::parse(form.text()));
  EXPECT_NE(issuer.issue(kNow).text(), form.text());
}

TEST(FormIssuerTest, ItSaysSoAfterARestartAndToNoOtherHost) {
  const FormId form = FormIssuer("a secret of the host").issue(kNow);
  EXPECT_EQ(FormIssuer("a secret of the host").issued_at(form), kNow);
  EXPECT_FALSE(FormIssuer("the secret of another").issued_at(form));
}

TEST(FormIssuerTest, NoCharacterOfItCanBeChanged) {
  const FormIssuer issuer("a secret of the host");
  const std::string text = issuer.issue(kNow).text();
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (const char c : {'0', '1', 'a', 'F', '-'}) {
      std::string changed = text;
      changed[i] = c;
      if (changed == text) continue;
      EXPECT_FALSE(issuer.issued_at(FormId::parse(changed).value())) << changed;
    }
  }
}

TEST(FormIssuerTest, IdsOfProgramsSayNothing) {
  const FormIssuer issuer("a secret of the host");
  for (const char* text : {"a-program-of-its-own-0001", "0123456789abcdef",
                           "00000000000000000000000000000000-00000000-0000000000000000"}) {
    EXPECT_FALSE(issuer.issued_at(FormId::parse(text).value())) << text;
  }
}

}  // namespace
}  // namespace gongshi
