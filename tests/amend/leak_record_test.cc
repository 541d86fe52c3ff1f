#include "generator/amend/leak_record.h"

#include <gmock/gmock.h>

#include "tests/load/sample_content.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string record(const Leak& leak) {
  Diagnostics problems;
  const Content content = load_content(sample_content(), problems);
  const Notice& notice = content.notices.front();
  return leak_record(notice, *content.find(notice.campaign)->find(notice.step), leak);
}

const Leak kLeak = {.at = parse_instant("2017-06-23T10:00:00+08:00").value(),
                    .what = "身份证号码",
                    .by = "经办甲",
                    .gone = {"https://gongshi.example/a"},
                    .changed = {"https://gongshi.example/b"}};

TEST(LeakRecordTest, SaysWhatWasDoneAndWhatIsLeft) {
  EXPECT_THAT(record(kLeak),
              AllOf(HasSubstr("- 公示：关于推荐对象的公示（gongshi-2017）\n"),
                    HasSubstr("- 发布时间：2017年6月21日 00:00\n"),
                    HasSubstr("- 撤回时间：2017年6月23日 10:00\n"),
                    HasSubstr("- 泄露的信息种类：身份证号码\n"), HasSubstr("- 处置人：经办甲\n"),
                    HasSubstr("要返回 404：\n\n- [ ] https://gongshi.example/a\n"),
                    HasSubstr("缓存要清除的网址：\n\n- [ ] https://gongshi.example/b\n"),
                    HasSubstr("个人信息保护法第五十七条"), HasSubstr("保密行政管理部门"),
                    HasSubstr("gongshi new notice pingxuan/新编号"), HasSubstr("算满5个工作日")));
}

TEST(LeakRecordTest, WithoutAddressesEverythingIsPurged) {
  Leak leak = kLeak;
  leak.gone.clear();
  leak.changed.clear();
  EXPECT_THAT(record(leak), AllOf(HasSubstr("清除全站的缓存"), Not(HasSubstr("404"))));
}

}  // namespace
}  // namespace gongshi
