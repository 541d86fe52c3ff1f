// Through the desk site, as a browser gets it.
#include "intake/office/register_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "intake/desk/case_file.h"
#include "intake/seal/receipt_code.h"
#include "tests/office/sample_desk_site.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class RegisterPageTest : public DeskPageTest {};

std::map<std::string, std::string> letter() {
  return {{"form_id", std::string(32, 'a')},
          {"notice", "sample-notice"},
          {"medium", "letter"},
          {"received_on", "2017-06-23"},
          {"received_time", "10:00"},
          {"candidate", "person"},
          {"grounds", "facts"},
          {"statement", "来信反映：年份写错。"},
          {"identity", "named"},
          {"name", "李某"},
          {"contact", "0351-0000000"}};
}

// The words after the label on the slip.
std::string on_slip(const Answer& slip, const std::string& label) {
  const auto at = slip.body.find("<dd>", slip.body.find("<dt>" + label + "</dt>"));
  return slip.body.substr(at + 4, slip.body.find("</dd>", at) - at - 4);
}

TEST_F(RegisterPageTest, ALetterIsRegisteredAndItsReceiptShownOnce) {
  SampleBrowser li = browser_of("li");
  EXPECT_THAT(li.get("/register").body, HasSubstr("/register?notice=sample-notice"));
  EXPECT_EQ(li.get("/register?notice=nowhere").status, 404);
  EXPECT_THAT(li.get("/register?notice=sample-notice").body,
              AllOf(HasSubstr("name=\"form_id\""), HasSubstr("𬱖某"), Not(HasSubstr("网络"))));
  const Answer slip = li.post("/register", letter());
  ASSERT_EQ(slip.status, 200) << slip.body;
  const std::string number = on_slip(slip, "登记号");
  const CaseFile file = open_case(*sample_.reg(), number).value();
  EXPECT_EQ(file.objection.filed.medium, Medium::Letter);
  EXPECT_EQ(file.objection.filed.received_at, instant("2017-06-23T10:00:00+08:00"));
  EXPECT_EQ(file.objection.filed.entry->by, "经办甲");
  const auto code = ReceiptCode::parse(on_slip(slip, "查询码")).value();
  EXPECT_TRUE(code.matches(file.objection.filed.code_digest));
  EXPECT_EQ(on_slip(li.post("/register", letter()), "登记号"), number) << "a reload";
  EXPECT_EQ((*sample_.reg()).list(std::nullopt)->size(), 1U);
  EXPECT_THAT(li.get("/case?number=" + number).body, Not(HasSubstr(on_slip(slip, "查询码"))));
}

TEST_F(RegisterPageTest, WhatIsWrongWithALetterIsSaidAndWhatWasTypedStays) {
  SampleBrowser li = browser_of("li");
  li.get("/register?notice=sample-notice");
  const struct {
    std::string field;
    std::string value;
    int status;
    std::string says;
  } rows[] = {{"medium", "online", 422, "怎样收到的"},
              {"medium", "", 422, "怎样收到的"},
              {"received_on", "", 422, "收到的日期和时刻"},
              {"received_time", "25:00", 422, "收到的日期和时刻"},
              {"received_on", "2017-06-30", 422, "还没有到"},
              {"received_on", "2017-06-20", 422, "早于公示发布时间"},
              {"received_on", "2017-06-28", 409, "逾期也登记"},
              {"grounds", "", 422, "没有写异议类别"},
              {"candidate", "stranger", 422, "候选对象"},
              {"statement", " ", 422, "没有写异议内容"}};
  for (const auto& row : rows) {
    auto fields = letter();
    fields[row.field] = row.value;
    if (row.status == 409) fields["received_time"] = "09:00";
    const Answer answer = li.post("/register", fields);
    EXPECT_EQ(answer.status, row.status) << row.field << " " << row.value;
    EXPECT_THAT(answer.body, AllOf(HasSubstr(row.says), HasSubstr("李某"), HasSubstr("没有登记")));
  }
  EXPECT_TRUE((*sample_.reg()).list(std::nullopt)->empty());
  auto late = letter();
  late["received_on"] = "2017-06-28";
  late["received_time"] = "09:00";
  late["late"] = "yes";
  EXPECT_THAT(li.post("/register", late).body, HasSubstr("收到时已过公示期"));
}

TEST_F(RegisterPageTest, WhoDoesNotHandleRegistersNothing) {
  for (const char* name : {"wang", "zhao"}) {
    SampleBrowser browser = browser_of(name);
    EXPECT_THAT(browser.get("/").body, Not(HasSubstr("/register"))) << name;
    EXPECT_EQ(browser.get("/register").status, 403) << name;
    EXPECT_EQ(browser.get("/register?notice=sample-notice").status, 403) << name;
    EXPECT_EQ(browser.post("/register", letter()).status, 403) << name;
  }
  EXPECT_TRUE((*sample_.reg()).list(std::nullopt)->empty());
}

}  // namespace
}  // namespace gongshi
