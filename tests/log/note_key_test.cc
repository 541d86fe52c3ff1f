#include "intake/log/note_key.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/log/worked_example.h"

namespace gongshi {
namespace {

// Published keys: of the signed-note specification, and of Go's sumdb/note.
constexpr std::string_view kSpecificationKey =
    "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
constexpr std::string_view kPeterKey =
    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
constexpr std::string_view kPeterSecret =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

TEST(NoteKeyTest, ReadsAndWritesPublishedKeys) {
  for (const std::string_view text : {kSpecificationKey, kPeterKey, worked_example::kLogKey}) {
    const auto key = NoteVerifier::parse(text);
    ASSERT_TRUE(key) << key.error().message;
    EXPECT_EQ(key->text(), text);
  }
  EXPECT_EQ(NoteVerifier::parse(kSpecificationKey)->name(), "example.com/foo");
}

TEST(NoteKeyTest, TheSecretGivesThePublicKey) {
  EXPECT_EQ(NoteSigner::parse(kPeterSecret)->verifier().text(), kPeterKey);
  EXPECT_EQ(NoteSigner::parse(kPeterSecret)->secret_text(), kPeterSecret);
  EXPECT_EQ(NoteSigner::parse(worked_example::kLogSecret)->verifier().text(),
            worked_example::kLogKey);
}

TEST(NoteKeyTest, ARandomKeySurvivesItsText) {
  const NoteSigner signer = NoteSigner::random("gongshi.example/objections");
  const auto again = NoteSigner::parse(signer.secret_text());
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->signature_line("text\n"), signer.signature_line("text\n"));
  EXPECT_NE(NoteSigner::random("a").secret_text(), NoteSigner::random("a").secret_text());
}

TEST(NoteKeyTest, RejectsWhatIsNoKey) {
  const std::string_view kRejected[] = {
      "",
      "example.com/foo",
      "example.com/foo+530d903a",
      "example.com/foo+530d903a+",
      "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
      "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",      // other name
      "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",      // other hash
      "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",      // capitals
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2l",      // other key
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2kAA==",  // longer
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n",
      "example.com/foo+530d903a+BOkyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",  // type 4
      "example.com /foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"};
  for (const std::string_view text : kRejected) EXPECT_FALSE(NoteVerifier::parse(text)) << text;
}

TEST(NoteKeyTest, RejectsWhatIsNoSecretAndNeverRepeatsIt) {
  std::string altered(kPeterSecret);
  altered[50] = 'x';
  for (const std::string& text :
       {altered, std::string(), std::string(kPeterKey), std::string(kPeterSecret) + "\n",
        "private+key+" + std::string(kPeterSecret.substr(12)), std::string("PRIVATE+KEY+")}) {
    const auto signer = NoteSigner::parse(text);
    ASSERT_FALSE(signer) << text;
    EXPECT_THAT(signer.error().message, testing::Not(testing::HasSubstr("AYEKFALV")));
  }
}

TEST(NoteKeyTest, NamesHaveNoBlankPlusOrControlCharacter) {
  for (const std::string_view name :
       {"a", "gongshi.example/objections", "公示.example/异议", "\U00020BB7", "a:8080/x~y"}) {
    EXPECT_TRUE(is_note_name(name)) << name;
  }
  for (const std::string_view name : {"", " ", "a b", "a+b", "a\tb", "a\nb", "a\x7F", "a\u3000b",
                                      "a\u00A0", "\u2028", "\u0085", "a\xFF", "\u2009a", "a\x01"}) {
    EXPECT_FALSE(is_note_name(name)) << name;
  }
}

}  // namespace
}  // namespace gongshi
