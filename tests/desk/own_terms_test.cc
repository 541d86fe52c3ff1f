#include "intake/desk/own_terms.h"

#include <gtest/gtest.h>

#include "tests/desk/sample_desk.h"

namespace gongshi {
namespace {

TEST(OwnTermsTest, AreThePeriodsOfTheSiteAndTheDaysOfTheNoticesCalendar) {
  const Manifest site = sample_manifest_with_terms();
  const OwnTermsOfNotices all(site);
  const auto terms = all.of(sample_notice().id);
  ASSERT_TRUE(terms);
  EXPECT_EQ(terms->periods, HandlingPeriods());
  ASSERT_NE(terms->days, nullptr);
  EXPECT_EQ(terms->days->through(), site.calendars.front().through);
  EXPECT_FALSE(all.of(NoticeId::parse("another").value()));
}

TEST(OwnTermsTest, ACalendarThatTheManifestLacksIsNotGuessed) {
  Manifest site = sample_manifest_with_terms();
  site.notices.front().calendar = CalendarId::parse("cn-gx").value();
  const OwnTermsOfNotices all(site);
  ASSERT_TRUE(all.of(sample_notice().id));
  EXPECT_EQ(all.of(sample_notice().id)->days, nullptr);
}

TEST(OwnTermsTest, AnOlderManifestSaysNone) {
  const Manifest older = sample_manifest();
  EXPECT_FALSE(OwnTermsOfNotices(older).of(sample_notice().id));
  const Manifest none;
  EXPECT_FALSE(OwnTermsOfNotices(none).of(sample_notice().id));
}

}  // namespace
}  // namespace gongshi
