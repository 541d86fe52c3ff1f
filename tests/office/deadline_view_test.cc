#include "intake/office/deadline_view.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "intake/desk/grouping.h"
#include "intake/desk/handling.h"
#include "tests/office/sample_desk_site.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string case_address(const std::string& number) { return "/case?number=" + number; }

class DeadlineViewTest : public DeskPageTest {};

TEST(DescribeDeadlineTest, SaysInWordsWhatIsLateAndWhoseTheDayIs) {
  const TemplateSet templates = TemplateSet::embedded();
  Deadline deadline{
      .duty = Duty::Conclude,
      .last_day = parse_date("2017-07-06").value(),
      .basis = Basis::Own,
      .ceiling = {.duty = Duty::Conclude, .last_day = parse_date("2017-08-21").value()}};
  const auto at = [&](std::string_view now) {
    return describe_deadline(templates, deadline, instant(now)).dump();
  };
  EXPECT_EQ(at("2017-07-01T10:00:00+08:00"),
            R"({"duty":"办结","day":"2017年7月6日","urgency":"calm","alarm":"","past":false,)"
            R"("behind":"法定期限：2017年8月21日办结"})");
  EXPECT_THAT(at("2017-07-06T10:00:00+08:00"), HasSubstr(R"("alarm":"即将到期","past":false)"));
  EXPECT_THAT(at("2017-07-07T00:00:00+08:00"), HasSubstr(R"("alarm":"已逾期","past":false)"));
  EXPECT_THAT(at("2017-08-22T00:00:00+08:00"), HasSubstr(R"("alarm":"已超法定期限","past":true)"));
  deadline.basis = Basis::Law;
  EXPECT_THAT(at(kWhileOpen), HasSubstr(R"("behind":"法定期限"})"));
  deadline.basis = Basis::NotPublished;
  EXPECT_THAT(at(kWhileOpen), HasSubstr(R"("behind":"工作日历未公布，按法定期限提醒"})"));
  EXPECT_EQ(describe_deadline(templates, std::nullopt, instant(kWhileOpen)), Json(false));
}

// DOMAIN R20: the site carries the office's own days; the law's stand behind them.
TEST_F(DeadlineViewTest, TheOfficesOwnDayIsShownBeforeTheLaws) {
  const std::string number = sample_.reg().file(Signature::Named);
  sample_.publish(sample_manifest_with_terms());
  const auto pages_at = [&](std::string_view clock) {
    site_ = sample_.open(clock);
    SampleBrowser li = browser_of("li");
    return std::pair(li.get("/").body, li.get(case_address(number)).body);
  };
  const auto [inbox, page] = pages_at(kNextDay);
  EXPECT_THAT(inbox, AllOf(HasSubstr("告知 2017年6月26日"), HasSubstr(">已逾期</span>"),
                           HasSubstr("法定期限：2017年7月7日告知")));
  EXPECT_THAT(page, AllOf(HasSubstr("2017年6月26日 告知"), HasSubstr(">已逾期</span>"),
                          HasSubstr("法定期限：2017年7月7日告知")));
  const auto [late_inbox, late_page] = pages_at("2017-07-08T10:00:00+08:00");
  EXPECT_THAT(late_inbox, AllOf(HasSubstr(">已超法定期限</span>"), HasSubstr("其中已超法定期限")));
  EXPECT_THAT(late_page, HasSubstr(">已超法定期限</span>"));
  Manifest short_of_days = sample_manifest_with_terms();
  CalendarDays& days = short_of_days.calendars.front();
  days.through = parse_date("2017-06-23").value();
  days.working_days.resize(5);
  sample_.publish(short_of_days);
  const auto [unknown_inbox, unknown_page] = pages_at(kNextDay);
  for (const std::string& body : {unknown_inbox, unknown_page}) {
    EXPECT_THAT(body, HasSubstr("工作日历未公布，按法定期限提醒"));
  }
}

TEST_F(DeadlineViewTest, TheOneThatLeadsShowsWhatEndsFirstInItsGroup) {
  const std::string leader = sample_.reg().file(Signature::Named);
  const std::string joined = sample_.reg().file(Signature::Named);
  OfficeStep step{.text = "写下的话", .by = "经办甲", .at = instant("2017-06-23T10:00:00+08:00")};
  ASSERT_TRUE(accept(*sample_.reg(), joined, step));
  step.at = instant("2017-06-26T10:00:00+08:00");
  ASSERT_TRUE(accept(*sample_.reg(), leader, step));
  ASSERT_TRUE(join(*sample_.reg(), joined, leader, step));
  SampleBrowser li = browser_of("li");
  const std::string inbox = li.get("/").body;
  EXPECT_THAT(inbox, AllOf(HasSubstr("办结 2017年8月22日"), Not(HasSubstr("办结 2017年8月25日"))));
  EXPECT_THAT(li.get(case_address(leader)).body,
              AllOf(HasSubstr("2017年8月22日 办结"), HasSubstr("并案各件中最早到期的")));
  EXPECT_THAT(li.get(case_address(joined)).body,
              AllOf(HasSubstr("2017年8月22日 办结"), Not(HasSubstr("并案各件中最早到期的"))));
}

}  // namespace
}  // namespace gongshi
