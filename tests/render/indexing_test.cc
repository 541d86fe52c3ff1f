#include "generator/render/indexing.h"

#include <gtest/gtest.h>

#include "tests/render/sample_site.h"

namespace gongshi {
namespace {

TEST(IndexingTest, ANoticeIsForgottenWhenItIsClosedUnlessTheCampaignKeepsIt) {
  SampleSite site;
  EXPECT_FALSE(is_noindex(site.model(), site.notice()));
  site.notice().suspended = true;
  EXPECT_FALSE(is_noindex(site.model(), site.notice()));
  site.notice().closing = sample_closing();
  EXPECT_TRUE(is_noindex(site.model(), site.notice()));
  site.campaign().indexing = Indexing::Always;
  EXPECT_FALSE(is_noindex(site.model(), site.notice()));
}

TEST(IndexingTest, AWithdrawnNoticeIsForgottenInAnyCase) {
  SampleSite site;
  site.campaign().indexing = Indexing::Always;
  site.notice().withdrawal = Withdrawal{.at = site.notice().published_at, .reason = ""};
  EXPECT_TRUE(is_noindex(site.model(), site.notice()));
}

TEST(IndexingTest, ACandidateIsForgottenWhenAllNoticesAreOver) {
  SampleSite site;
  Notice later = site.notice();
  Notice& first = site.notice();
  Candidate& zhou = site.campaign().candidates[3];
  const std::vector<const Notice*> notices = {&first, &later};
  first.closing = sample_closing();
  EXPECT_FALSE(is_noindex(site.model(), zhou, notices));
  later.closing = sample_closing();
  EXPECT_TRUE(is_noindex(site.model(), zhou, notices));
  site.campaign().indexing = Indexing::Always;
  EXPECT_FALSE(is_noindex(site.model(), zhou, notices));
  zhou.candidacy = Candidacy::Cancelled;
  EXPECT_TRUE(is_noindex(site.model(), zhou, notices));
}

}  // namespace
}  // namespace gongshi
