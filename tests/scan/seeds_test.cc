// The offices' own documents, scanned as pages. They hold real telephone numbers, so they are not
// part of the repository: GONGSHI_SEEDS names the folder where they are, if they are at hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "generator/scan/scanner.h"

namespace gongshi {
namespace {

struct Place {
  FindingKind kind;
  int line;
  bool operator==(const Place&) const = default;
};

class SeedsTest : public testing::Test {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("GONGSHI_SEEDS");
    if (folder == nullptr || !std::filesystem::is_directory(folder)) {
      GTEST_SKIP() << "GONGSHI_SEEDS does not name a folder with the offices' documents";
    }
    folder_ = folder;
  }

  std::string document(const std::string& seed) const {
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
      const std::string name = entry.path().filename();
      if (!name.starts_with(seed + "-") || !name.ends_with(".txt")) continue;
      std::ifstream in(entry.path());
      return {std::istreambuf_iterator<char>(in), {}};
    }
    ADD_FAILURE() << "no document of " << seed << " in " << folder_;
    return {};
  }

  std::vector<Place> blocked(const std::string& seed) const {
    std::vector<Place> places;
    for (const Finding& finding : scan_text(document(seed), Zone::Page)) {
      if (finding.severity == Severity::Block) places.push_back({finding.kind, finding.line});
    }
    return places;
  }

  std::filesystem::path folder_;
};

TEST_F(SeedsTest, TwoMobilesOneInAnAddressAndTheHeaderInS0) {
  EXPECT_THAT(blocked("S0"), testing::ElementsAre(Place{FindingKind::MobileNumber, 89},
                                                  Place{FindingKind::MobileNumber, 91},
                                                  Place{FindingKind::ForbiddenHeader, 728}));
}

TEST_F(SeedsTest, OneMobileAndTheHeaderInS3) {
  EXPECT_THAT(blocked("S3"), testing::ElementsAre(Place{FindingKind::MobileNumber, 107},
                                                  Place{FindingKind::ForbiddenHeader, 159}));
}

TEST_F(SeedsTest, NothingToBlockInTheOthers) {
  for (const char* seed : {"S1", "S2", "S4"})
    EXPECT_THAT(blocked(seed), testing::IsEmpty()) << seed;
}

// Read as contact blocks: the offices' telephones and mailboxes are at home there, and of the
// rest only the mobile telephones remain, as warnings.
TEST_F(SeedsTest, ContactBlocksKeepTheOfficesTelephones) {
  for (const char* seed : {"S1", "S2", "S4"}) {
    EXPECT_THAT(scan_text(document(seed), Zone::ContactBlock), testing::IsEmpty()) << seed;
  }
  for (const char* seed : {"S0", "S3"}) {
    for (const Finding& finding : scan_text(document(seed), Zone::ContactBlock)) {
      EXPECT_THAT(finding.kind,
                  testing::AnyOf(FindingKind::MobileNumber, FindingKind::ForbiddenHeader));
    }
  }
}

}  // namespace
}  // namespace gongshi
