#include "generator/check/entries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/check/variations.h"

namespace gongshi {
namespace {

// "gongshi-2017 zhang-san", one per entry of the sample's campaign.
std::vector<std::string> entries_of(const SourceTree& tree) {
  Diagnostics problems;
  const Content content = load_content(tree, problems);
  std::vector<std::string> lines;
  for (const Course& course : courses_of(content)) {
    for (const Entry& entry : entries_of(course)) {
      lines.push_back(entry.notice->id.text() + " " + entry.candidate->id.text());
    }
  }
  return lines;
}

void add_notice(const std::string& id, const std::string& published_at, SourceTree& tree) {
  const std::string path = "campaigns/pingxuan/notices/" + id + "/notice.md";
  tree.files[path] = tree.files[kSampleNotice];
  apply({path, "2017-06-21T00", published_at + "T00"}, tree);
}

TEST(EntriesTest, StandInTheOrderOfPublicationAndOfTheList) {
  SourceTree tree = sample_content();
  add_notice("later", "2017-06-23", tree);
  add_notice("earlier", "2017-06-20", tree);
  EXPECT_THAT(entries_of(tree),
              testing::ElementsAre("earlier zhang-san", "earlier yi-ju", "gongshi-2017 zhang-san",
                                   "gongshi-2017 yi-ju", "later zhang-san", "later yi-ju"));
}

TEST(EntriesTest, WhatIsWithdrawnOrRemovedHasNone) {
  const std::string correction = "[[correction]]\nat = 2017-06-22T09:00:00+08:00\nwhat = \"甲\"\n";
  struct Case {
    std::string change;
    std::vector<std::string> entries;
  };
  const Case cases[] = {
      {"", {"gongshi-2017 zhang-san", "gongshi-2017 yi-ju"}},
      {correction + "kind = \"removal\"\ncandidates = [\"zhang-san\"]\n", {"gongshi-2017 yi-ju"}},
      {correction + "kind = \"substantive\"\ncandidates = [\"zhang-san\"]\n",
       {"gongshi-2017 zhang-san", "gongshi-2017 yi-ju"}},
      {"[withdrawal]\nat = 2017-06-22T00:00:00+08:00\nreason = \"重核\"\n", {}},
  };
  for (const Case& c : cases) {
    SourceTree tree = sample_content();
    apply({kSampleNotice, "[[review]]", c.change + "[[review]]"}, tree);
    EXPECT_EQ(entries_of(tree), c.entries) << c.change;
  }
}

TEST(EntriesTest, AnUnknownCandidateHasNone) {
  SourceTree tree = sample_content();
  apply({kSampleNotice, "\"zhang-san\", ", "\"nobody\", "}, tree);
  EXPECT_THAT(entries_of(tree), testing::ElementsAre("gongshi-2017 yi-ju"));
}

}  // namespace
}  // namespace gongshi
