#include "intake/http/manifest_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/http/sample_portal.h"

namespace gongshi {
namespace {

using testing::HasSubstr;

class ManifestSourceTest : public testing::Test {
 protected:
  Result<ManifestSource> open() { return ManifestSource::open(sample_.site(), sample_.log.log()); }

  SamplePortal sample_;
};

TEST_F(ManifestSourceTest, AChangeIsSeenAtOnceAndWhoReadsKeepsTheirs) {
  const auto source = open();
  const auto before = source->current();
  EXPECT_EQ(source->current(), before);
  Manifest changed = sample_manifest();
  changed.notices.front().title = "更正后的公示";
  sample_.write(changed);
  EXPECT_EQ(source->current()->notices.front().title, "更正后的公示");
  EXPECT_EQ(before->notices.front().title, sample_notice().title);
}

TEST_F(ManifestSourceTest, ABrokenOneLeavesTheLastGoodAndSaysSoOnce) {
  const auto source = open();
  const auto good = source->current();
  sample_.write(sample_.site(kManifestFileName), "{\"schema\":");
  EXPECT_EQ(source->current(), good);
  EXPECT_EQ(source->current(), good);
  const std::string log = sample_.log.text();
  EXPECT_THAT(log, HasSubstr("the last good manifest stays"));
  EXPECT_EQ(log.find("last good"), log.rfind("last good")) << log;
  std::filesystem::remove(sample_.site(kManifestFileName));
  EXPECT_EQ(source->current(), good);
  sample_.write(sample_manifest());
  EXPECT_NE(source->current(), good);
}

TEST_F(ManifestSourceTest, ASiteWithoutOneIsNoSite) {
  std::filesystem::remove(sample_.site(kManifestFileName));
  const auto missing = open();
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().kind, ErrorKind::NotFound);
  EXPECT_THAT(missing.error().message,
              HasSubstr("publicity.json cannot be read: publish the site"));
  std::filesystem::create_directory(sample_.site(kManifestFileName));
  const auto folder = open();
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().kind, ErrorKind::NotFound);
  std::filesystem::remove(sample_.site(kManifestFileName));
  sample_.write(sample_.site(kManifestFileName), "[]");
  const auto broken = open();
  ASSERT_FALSE(broken);
  EXPECT_EQ(broken.error().kind, ErrorKind::Invalid);
}

}  // namespace
}  // namespace gongshi
