#include "intake/desk/case_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "generator/notice/json.h"
#include "tests/desk/sample_desk.h"

namespace gongshi {
namespace {

std::vector<CaseFile> three_cases() {
  return {sample_case({.number = "2017-000001-7", .signature = Signature::Named}),
          sample_case({.number = "2017-000002-5",
                       .candidate = "person",
                       .medium = Medium::Letter,
                       .signature = Signature::Named,
                       .outcome = Outcome::PartlyUpheld}),
          sample_case({.number = "2017-000003-3", .outcome = Outcome::NotAccepted})};
}

TEST(CaseListTest, IsATableWithItsSum) {
  EXPECT_EQ(
      case_table(three_cases()),
      R"(登记号         公示           候选对象      渠道      收到时间             署名  状态            结论
2017-000001-7  sample-notice  （整个公示）  网络      2017年6月22日 09:00  实名  待处理
2017-000002-5  sample-notice  person        书面信函  2017年6月22日 09:00  实名  已作结论待答复  部分属实
2017-000003-3  sample-notice  （整个公示）  网络      2017年6月22日 09:00  匿名  已办结          不予受理

共3件：待处理1件，已作结论待答复1件，已办结1件
)");
}

TEST(CaseListTest, NothingIsSaidAsNothing) {
  EXPECT_EQ(case_table({}), "没有异议\n");
  EXPECT_EQ(case_json({}), "[]\n");
}

TEST(CaseListTest, ProgramsReadTheSpellingsOfTheRegister) {
  const Json list = Json::parse(case_json(three_cases()));
  ASSERT_EQ(list.size(), 3U);
  EXPECT_EQ(list[0].dump(),
            R"({"number":"2017-000001-7","notice":"sample-notice","candidate":"",)"
            R"("medium":"online","received_at":"2017-06-22T09:00:00+08:00","named":true,)"
            R"("state":"open","outcome":null})");
  EXPECT_EQ(list[1]["candidate"], "person");
  EXPECT_EQ(list[1]["state"], "awaiting_reply");
  EXPECT_EQ(list[1]["outcome"], "partly_upheld");
  EXPECT_EQ(list[2]["state"], "concluded");
}

}  // namespace
}  // namespace gongshi
