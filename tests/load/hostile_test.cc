// Whatever bytes a file holds, loading comes back: with problems, never with a crash.
#include <gtest/gtest.h>

#include <array>

#include "tests/load/sample_content.h"

namespace gongshi {
namespace {

constexpr std::array kFiles = {kSampleSite,   kSampleCalendar, kSampleCampaign,
                               kSampleNotice, kSampleClosing,  kSampleCandidates,
                               kSampleDeeds,  kSampleCriteria, kSamplePage};

SourceTree closed_sample() {
  SourceTree tree = sample_content();
  tree.files[kSampleClosing] = sample_closing();
  return tree;
}

void load_with(const std::string& file, std::string bytes) {
  SourceTree tree = closed_sample();
  tree.files[file] = std::move(bytes);
  Diagnostics problems;
  const Content content = load_content(tree, problems);
  EXPECT_LE(content.notices.size(), 1U);
}

TEST(HostileTest, DeepNestingIsASyntaxError) {
  const std::string deep(200'000, '[');
  for (const std::string& value : {deep, "a = " + deep, std::string(200'000, '{')}) {
    for (const char* file : {kSampleSite, kSampleCampaign, kSampleClosing}) load_with(file, value);
    load_with(kSampleNotice, "+++\n" + value + "\n+++\n");
  }
  std::string dotted = "a";
  for (int i = 0; i < 50'000; ++i) dotted += ".a";
  load_with(kSampleSite, dotted + " = 1");
}

// Each file cut short at every byte, and with every byte spoilt in turn.
constexpr std::array kSpoilt = {'\0', '\xFF', '"', '\n', '['};

TEST(HostileTest, FilesCutShortOrSpoiltAnywhere) {
  const SourceTree good = closed_sample();
  for (const char* file : kFiles) {
    const std::string& bytes = good.files.at(file);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      load_with(file, bytes.substr(0, i));
      std::string changed = bytes;
      changed[i] = kSpoilt[i % kSpoilt.size()];
      load_with(file, std::move(changed));
    }
  }
}

TEST(HostileTest, NamesThatLeaveTheirFolder) {
  SourceTree tree = sample_content();
  tree.files["campaigns/../x/campaign.toml"] = "";
  tree.files["campaigns/x/notices/../notice.md"] = "";
  tree.files["pages/..md"] = "# x";
  tree.files["pages/\xFF.md"] = "# x";
  Diagnostics problems;
  const Content content = load_content(tree, problems);
  EXPECT_EQ(content.pages.size(), 1U);
  EXPECT_EQ(content.notices.size(), 1U);
}

}  // namespace
}  // namespace gongshi
