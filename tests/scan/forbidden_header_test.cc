#include "generator/scan/forbidden_header.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(ForbiddenHeaderTest, NeverPublicWhateverStandsBelow) {
  for (const char* header : {"身份证号",
                             "身份证号码",
                             "居民身份证号",
                             "身 份 证 号",
                             "身份\n证号",
                             "证件号码",
                             "公民身份号码",
                             "户籍地",
                             "户籍所在地",
                             "联系电话",
                             "手机号",
                             "手机号码",
                             "银行账号",
                             "银行卡号",
                             "开户账号",
                             "家庭住址",
                             "现住址",
                             "处分",
                             "何时何地受过何种处分",
                             "身份证号（18位）",
                             "**身份证号**",
                             "\"身份证号\"",
                             "护照号"}) {
    EXPECT_EQ(forbidden_header(header), Severity::Block) << header;
  }
}

TEST(ForbiddenHeaderTest, TheOfficesOwnNeedsALook) {
  for (const char* header :
       {"窗口负责人联系电话", "工作单位联系电话", "手机", "通信地址", "出生日期"}) {
    EXPECT_EQ(forbidden_header(header), Severity::Warn) << header;
  }
}

TEST(ForbiddenHeaderTest, OrdinaryHeadersPass) {
  for (const char* header :
       {"", "姓名", "性别", "工作单位", "职务", "出生年月", "办公电话", "传真", "邮编", "备注",
        "身份标识", "联系人及电话", "身份证号：", "联系电话：",
        "申报时须提供有效身份证件原件及复印件各一份由推荐单位审核后退回本人"}) {
    EXPECT_EQ(forbidden_header(header), std::nullopt) << header;
  }
}

}  // namespace
}  // namespace gongshi
