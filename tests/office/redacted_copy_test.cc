#include "intake/office/redacted_copy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/desk/handling.h"
#include "tests/office/sample_desk_site.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class RedactedCopyTest : public testing::Test {
 protected:
  std::string filed(std::string_view candidate) {
    const std::string number = sample_.reg().file(Signature::Named, candidate);
    for (const char* text : {"公示材料■■", "公示材料所列■■不符。"}) {
      EXPECT_TRUE(redact(*sample_.reg(), number,
                         {.text = text, .by = "经办甲", .at = instant("2017-06-26T10:00:00+08:00")},
                         sample_manifest(), sample_.keys()));
    }
    return number;
  }
  Result<std::string> copy(const std::string& number, CopyFormat format = CopyFormat::Page,
                           const Manifest& site = sample_manifest()) {
    return redacted_copy(TemplateSet::embedded(), site,
                         open_case(*sample_.reg(), number, sample_.keys()).value(), format);
  }

  SampleDeskSite sample_{/*has_key=*/true};
};

TEST_F(RedactedCopyTest, SaysWhatItIsAndOfWhat) {
  const std::string number = filed("person");
  EXPECT_THAT(copy(number).value(),
              AllOf(HasSubstr("<h1>异议内容（遮盖副本）</h1>"), HasSubstr("示例评选推荐对象公示"),
                    HasSubstr(number), HasSubstr("𬱖某（示例单位）"),
                    HasSubstr("<p>公示材料所列■■不符。</p>"), HasSubstr("第2份"),
                    HasSubstr("经办甲"), HasSubstr("2017年6月26日"),
                    HasSubstr("不得交给被反映的一方"), HasSubstr("示例办公室")));
  EXPECT_THAT(copy(filed("")).value(), HasSubstr("对象是整个公示"));
  EXPECT_EQ(copy(number, CopyFormat::Text).value(), "公示材料所列■■不符。\n");
}

// In the bytes that are handed out.
TEST_F(RedactedCopyTest, NothingInItTellsWhoObjected) {
  const std::string number = filed("person");
  for (const CopyFormat format : {CopyFormat::Page, CopyFormat::Text}) {
    EXPECT_THAT(
        copy(number, format).value(),
        AllOf(Not(HasSubstr("数据与实际")), Not(HasSubstr("李·𬱖")),
              Not(HasSubstr("0351-0000000")), Not(HasSubstr("6月22日")), Not(HasSubstr("实名"))));
  }
}

TEST_F(RedactedCopyTest, WithoutOneThereIsNothing) {
  const std::string number = sample_.reg().file(Signature::Named);
  EXPECT_EQ(copy(number).error().kind, ErrorKind::Conflict);
  EXPECT_EQ(copy(filed(""), CopyFormat::Page, {}).error().kind, ErrorKind::NotFound);
}

TEST_F(RedactedCopyTest, ItsFileIsNamedAfterTheCase) {
  const CaseFile file = open_case(*sample_.reg(), filed("")).value();
  EXPECT_EQ(redacted_copy_name(file, CopyFormat::Page),
            "遮盖副本-" + file.objection.number + ".html");
  EXPECT_EQ(redacted_copy_name(file, CopyFormat::Text),
            "遮盖副本-" + file.objection.number + ".txt");
}

}  // namespace
}  // namespace gongshi
