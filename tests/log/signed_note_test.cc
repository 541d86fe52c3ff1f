#include "intake/log/signed_note.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/log/flip_bit.h"

namespace gongshi {
namespace {

// Published notes: of the signed-note specification, and of Go's sumdb/note.
constexpr std::string_view kSpecificationKey =
    "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
constexpr std::string_view kSpecificationNote =
    "This is an example message.\n\n"
    "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRK"
    "uwHjG1Yu72IneyaQM=\n";
constexpr std::string_view kPeterSecret =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
constexpr std::string_view kPeterText =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n";
constexpr std::string_view kPeterLine =
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb"
    "6KE6RyyBwJnAM=\n";

class SignedNoteTest : public testing::Test {
 protected:
  const NoteSigner signer_ = NoteSigner::random("gongshi.example/objections");
  const NoteSigner witness_ = NoteSigner::random("witness.example/w1");
  const std::string text_ = "第一行\n\nthird line\n";
  const std::string note_ = sign_note(text_, signer_);

  bool opens(const std::string& note) const {
    return open_note(note, signer_.verifier()).has_value();
  }
};

TEST_F(SignedNoteTest, OpensThePublishedNote) {
  const auto text = open_note(kSpecificationNote, NoteVerifier::parse(kSpecificationKey).value());
  ASSERT_TRUE(text) << text.error().message;
  EXPECT_EQ(*text, "This is an example message.\n");
}

TEST_F(SignedNoteTest, SignsAsGoDoes) {
  const NoteSigner peter = NoteSigner::parse(kPeterSecret).value();
  EXPECT_EQ(sign_note(kPeterText, peter), std::string(kPeterText) + "\n" + std::string(kPeterLine));
}

TEST_F(SignedNoteTest, OpensItsOwnAndPassesOverOthers) {
  EXPECT_EQ(open_note(note_, signer_.verifier()).value(), text_);
  const std::string cosigned = note_ + witness_.signature_line(text_);
  EXPECT_EQ(open_note(cosigned, signer_.verifier()).value(), text_);
  EXPECT_EQ(open_note(cosigned, witness_.verifier()).value(), text_);
  // A line that nobody here can check says nothing, not even that it is wrong.
  EXPECT_TRUE(opens(note_ + witness_.signature_line("something else\n")));
}

TEST_F(SignedNoteTest, OneWrongLineOfAKnownKeySpoilsTheNote) {
  EXPECT_FALSE(opens(note_ + signer_.signature_line("something else\n")));
  EXPECT_TRUE(opens(note_ + signer_.signature_line(text_)));
}

TEST_F(SignedNoteTest, RejectsWhatIsNoNote) {
  const std::string line = signer_.signature_line(text_);
  const std::string unsigned_line = "— a.example AAAAAAA=\n";
  std::string many = note_;
  for (std::size_t i = 0; i <= kNoteSignaturesMax; ++i) many += witness_.signature_line(text_);
  const std::vector<std::string> kRejected = {
      "",
      "\n",
      "\n\n",
      text_,
      text_ + line,                       // no empty line
      text_ + "\n",                       // no signature
      text_ + "\n" + unsigned_line,       // none of ours
      text_ + "\n\n" + line,              // an empty line is part of the text
      note_.substr(0, note_.size() - 1),  // no last LF
      note_ + "\n",                       // an empty line at the end
      note_ + "x",
      note_ + "- gongshi.example/objections AAAA\n",  // a hyphen for the dash
      text_ + "\n" + "\u2014  " + line.substr(4),     // two blanks
      text_ + "\n" + line.substr(0, line.size() - 1) + " \n",
      "\xFF" + note_,                                 // not UTF-8
      "a\tb\n\n" + signer_.signature_line("a\tb\n"),  // rightly signed, but a control character
      "a\r\n\n" + signer_.signature_line("a\r\n"),
      many,
      std::string(kNoteBytesMax, 'a') + note_};
  for (const std::string& note : kRejected) EXPECT_FALSE(opens(note)) << note.substr(0, 200);
}

// The property behind the tables: no byte of a note can change.
TEST_F(SignedNoteTest, EveryFlippedBitIsRefused) {
  ASSERT_TRUE(opens(note_));
  for (std::size_t bit = 0; bit < note_.size() * 8; ++bit) {
    std::string altered = note_;
    flip_bit(altered, bit);
    EXPECT_FALSE(opens(altered)) << "bit " << bit % 8 << " of byte " << bit / 8;
  }
}

TEST_F(SignedNoteTest, EveryMissingByteIsNoticed) {
  for (std::size_t i = 0; i < note_.size(); ++i) {
    std::string shorter = note_;
    shorter.erase(i, 1);
    // Of two equal neighbours it makes no difference which one went.
    EXPECT_FALSE(opens(shorter)) << i;
  }
}

TEST_F(SignedNoteTest, SaysWhichKeyIsMissing) {
  const auto text = open_note(note_, witness_.verifier());
  ASSERT_FALSE(text);
  EXPECT_EQ(text.error().kind, ErrorKind::Invalid);
  EXPECT_THAT(text.error().message, testing::HasSubstr("witness.example/w1"));
}

}  // namespace
}  // namespace gongshi
