// Whatever bytes a file holds, loading comes back: with problems, never with a crash.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "generator/load/csv.h"
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

Diagnostics problems_with(const std::string& file, std::string bytes) {
  SourceTree tree = closed_sample();
  tree.files[file] = std::move(bytes);
  Diagnostics problems;
  load_content(tree, problems);
  return problems;
}

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

// As large as a file may be. Each of these once took seconds or gigabytes.
TEST(HostileTest, FilesFullOfMistakes) {
  const std::string header = "id,award,name\n";
  EXPECT_LE(problems_with(kSampleCandidates, header + repeated("a\n", 8'000'000)).size(),
            kCsvRowsMax + 10);
  EXPECT_LE(problems_with(kSampleCandidates, header + repeated(",", 16'000'000)).size(), 10U);
  EXPECT_LE(problems_with(kSampleCandidates, repeated(",", 16'000'000)).size(), 10U);
  EXPECT_GE(problems_with(kSampleCampaign, repeated("[[award]]\nid = \"a\"\n", 50'000)).size(),
            50'000U);
  EXPECT_GE(problems_with(kSampleCampaign, repeated("[[step]]\nx = 1\n", 50'000)).size(), 50'000U);
}

TEST(HostileTest, ManyNamesThatNobodyKnows) {
  std::string rows = "id,award,name\n";
  for (int i = 0; i < 15'000; ++i) rows += "c-" + std::to_string(i) + ",geren,x\n";
  std::string names;
  for (int i = 0; i < 50'000; ++i) names += "\"d-" + std::to_string(i) + "\",";
  SourceTree tree = sample_content();
  tree.files[kSampleCandidates] = rows;
  apply({kSampleNotice, "\"zhang-san\", \"yi-ju\"", names}, tree);
  Diagnostics problems;
  load_content(tree, problems);
  const auto unknown = std::ranges::count(problems, "unknown-reference", &Diagnostic::code);
  EXPECT_GE(unknown, 50'000);
}

TEST(HostileTest, OneLongLine) {
  const std::string line = repeated("长", 5'000'000);
  for (const char* file : kFiles) {
    load_with(file, line);
    load_with(file, "title = \"" + line);
  }
  load_with(kSampleNotice, "+++" + line + "\n+++\n");
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
