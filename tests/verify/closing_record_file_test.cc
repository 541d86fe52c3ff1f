#include "intake/verify/closing_record_file.h"

#include <gmock/gmock.h>

#include "intake/desk/closing_toml.h"
#include "tests/papers/sample_office.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

TEST(ClosingRecordFileTest, ReadsWhatTheDeskWrote) {
  const SampleOffice office;
  const auto record = read_closing_record(office.closing_toml());
  ASSERT_TRUE(record) << record.error().message;
  EXPECT_EQ(write_closing_toml(*record), office.closing_toml());
}

struct Mistake {
  const char* line;
  const char* instead;
  const char* says;
};

TEST(ClosingRecordFileTest, AMistakeIsNamed) {
  const Mistake kMistakes[] = {
      {"working_days = 5\n", "working_days = 0\n", "working_days"},
      {"working_days = 5\n", "", "working_days"},
      {"opens = 2017-06-21\n", "", "opens"},
      {"closes = 2017-06-27\n", "closes = \"2017-06-27\"\n", "closes"},
      {"calendar = \"cn\"\n", "calendar = \"C N\"\n", "C N"},
      {"handler = \"经办甲\"\n", "", "handler"},
      {"disposition = \"confirmed\"\n", "disposition = \"gone\"\n", "没有“gone”这种处理结果"},
      {"candidate = \"person\"\n", "candidate = \"../x\"\n", "../x"},
  };
  const SampleOffice office;
  for (const Mistake& mistake : kMistakes) {
    std::string toml = office.closing_toml();
    const auto at = toml.find(mistake.line);
    ASSERT_NE(at, std::string::npos) << mistake.line;
    toml.replace(at, std::string_view(mistake.line).size(), mistake.instead);
    const auto record = read_closing_record(toml);
    ASSERT_FALSE(record) << mistake.instead;
    EXPECT_THAT(record.error().message, HasSubstr(mistake.says));
  }
}

}  // namespace
}  // namespace gongshi
