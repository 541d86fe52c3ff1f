#include "intake/log/signature_lines.h"

#include <gtest/gtest.h>

#include <string>

#include "generator/notice/digest.h"
#include "intake/log/signed_note.h"
#include "tests/log/worked_example.h"

namespace gongshi {
namespace {

TEST(SignatureLinesTest, TakesANoteApart) {
  const auto parts = split_note(worked_example::kCheckpointOfEight);
  ASSERT_TRUE(parts);
  EXPECT_TRUE(parts->text.ends_with("JvTn4=\n") || parts->text.ends_with("TJvn4=\n"));
  const auto lines = parse_signature_lines(parts->lines);
  ASSERT_TRUE(lines);
  ASSERT_EQ(lines->size(), 2U);
  EXPECT_EQ((*lines)[0].name, "einwand.example.org/log1");
  EXPECT_EQ(hex((*lines)[0].id), "f2ff79bd");
  EXPECT_EQ((*lines)[0].signature.size(), 64U);
  EXPECT_EQ((*lines)[1].signature.size(), 72U);
  EXPECT_EQ(std::string((*lines)[0].line) + std::string((*lines)[1].line), parts->lines);
}

TEST(SignatureLinesTest, RefusesWhatIsNone) {
  const std::string line(
      parse_signature_lines(split_note(worked_example::kCheckpointOfEight)->lines)->at(0).line);
  std::string too_many;
  for (std::size_t i = 0; i <= kNoteSignaturesMax; ++i) too_many += line;
  for (const std::string& lines :
       {std::string(), line.substr(0, line.size() - 1), line + "\n", "\n" + line, "x" + line,
        line + "— name\n", line + "— name AAAA\n", std::string("-- name AAAAAAAA\n"), too_many}) {
    EXPECT_FALSE(parse_signature_lines(lines)) << lines.substr(0, 80);
  }
  EXPECT_TRUE(parse_signature_lines(too_many.substr(line.size())));
  EXPECT_FALSE(split_note("text\n"));
  EXPECT_FALSE(split_note("\xFF\n\n" + line));
  EXPECT_FALSE(split_note("a\tb\n\n" + line));
}

}  // namespace
}  // namespace gongshi
