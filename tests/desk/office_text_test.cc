#include "intake/desk/office_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace gongshi {
namespace {

using testing::StartsWith;

TEST(OfficeTextTest, IsTextOfSomeLengthAndNotBlank) {
  struct Row {
    std::string text;
    bool taken;
  };
  const Row rows[] = {
      {"好", true},     {"𬱖𬱖𬱖", true}, {" 好\n", true},  {"𬱖𬱖𬱖𬱖", false},
      {"", false},      {"一\n二", true},       {"\x1B[", false}, {std::string(1, '\0'), false},
      {" \n\t", false}, {"\u3000", false},      {"\xFF", false},  {"好\xF0\x9F", false},
  };
  for (const Row& row : rows) {
    const Result<void> result = require_office_text("答复", row.text, 3);
    EXPECT_EQ(result.has_value(), row.taken) << row.text;
    if (!result) {
      EXPECT_EQ(result.error().kind, ErrorKind::Invalid);
      EXPECT_THAT(result.error().message, StartsWith("答复"));
    }
  }
}

TEST(OfficeTextTest, AnActorHasAName) {
  EXPECT_TRUE(require_actor("买买提·阿卜杜"));
  for (const char* name : {"", "\u3000", "一\n二", "甲\t", "\x07甲", "\xFF"}) {
    EXPECT_FALSE(require_actor(name)) << name;
  }
  EXPECT_FALSE(require_actor(std::string(kActorLengthMax + 1, 'x')));
  EXPECT_THAT(require_actor("", "审批人").error().message, StartsWith("审批人"));
}

}  // namespace
}  // namespace gongshi
