// The offices' own documents, scanned as pages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "generator/scan/scanner.h"
#include "tests/scan/seed_documents.h"

namespace gongshi {
namespace {

struct Place {
  FindingKind kind;
  int line;
  bool operator==(const Place&) const = default;
};

class SeedsTest : public SeedDocuments {
 protected:
  std::vector<Place> blocked(const std::string& seed) const {
    std::vector<Place> places;
    for (const Finding& finding : scan_text(document(seed), Zone::Page)) {
      if (finding.severity == Severity::Block) places.push_back({finding.kind, finding.line});
    }
    return places;
  }
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
