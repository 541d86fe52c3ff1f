#include "generator/render/window_ics.h"

#include <gmock/gmock.h>

#include "tests/render/in_order.h"
#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;
using Pieces = std::vector<std::string>;

// What a calendar program does first (RFC 5545, 3.1).
std::string unfolded(std::string file) {
  for (std::size_t at = file.find("\r\n "); at != std::string::npos; at = file.find("\r\n "))
    file.erase(at, 3);
  return file;
}

std::string open_calendar(const SampleSite& site) {
  return unfolded(render_open_calendar(site.model()));
}

TEST(WindowIcsTest, ANoticesEventEndsAtItsLastMoment) {
  SampleSite site;
  const std::string file = unfolded(render_notice_calendar(site.model(), site.notice()));
  EXPECT_THAT(file, HasInOrder(Pieces{"UID:shanxi-2017@gongshi.example\r\n",
                                      "DTSTAMP:20170621T010000Z", "DTSTART:20170621T010000Z",
                                      "DTEND:20170627T160000Z", "SUMMARY:公示期：关于全国信访系统",
                                      "DESCRIPTION:公示期：2017年6月21日至2017年6月27日",
                                      "\\n山西省推荐评选领导小组办公室\r\n",
                                      "URL:https://gongshi.example/notices/shanxi-2017/\r\n"}));
  EXPECT_THAT(file, Not(HasSubstr("VALARM")));
}

TEST(WindowIcsTest, AnExtensionMovesTheEndOfTheSameEvent) {
  SampleSite site;
  site.windows.at(site.notice().id).closes_at = parse_instant("2017-07-01T00:00:00+08:00").value();
  site.notice().extensions = {{.closes = {},
                               .at = parse_instant("2017-06-26T10:00:00+08:00").value(),
                               .reason = "",
                               .place = {}}};
  EXPECT_THAT(unfolded(render_notice_calendar(site.model(), site.notice())),
              HasInOrder(Pieces{"UID:shanxi-2017@gongshi.example\r\n", "DTSTAMP:20170626T020000Z",
                                "DTEND:20170630T160000Z"}));
}

TEST(WindowIcsTest, OpenOnesAreThoseOnWhichNothingIsDecided) {
  SampleSite site;
  const Notice& later = site.add_notice("later", {"yuci"});
  site.windows.at(later.id).closes_at = parse_instant("2017-06-26T00:00:00+08:00").value();
  EXPECT_THAT(open_calendar(site),
              HasInOrder(Pieces{"NAME:示例公示网\r\n", "UID:later@", "UID:shanxi-2017@"}));
  site.notice().suspended = true;
  EXPECT_THAT(open_calendar(site), Not(HasSubstr("shanxi-2017")));
  site.notice().suspended = false;
  site.notice().closing = sample_closing();
  EXPECT_THAT(open_calendar(site), Not(HasSubstr("shanxi-2017")));
  site.notice().closing.reset();
  site.notice().withdrawal = Withdrawal{.at = later.published_at, .reason = ""};
  EXPECT_THAT(open_calendar(site), Not(HasSubstr("shanxi-2017")));
  site.content.notices.clear();
  EXPECT_THAT(open_calendar(site), Not(HasSubstr("VEVENT")));
}

}  // namespace
}  // namespace gongshi
