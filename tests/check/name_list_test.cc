#include "generator/check/name_list.h"

#include <gtest/gtest.h>

#include <vector>

namespace gongshi {
namespace {

TEST(NameListTest, NamesTheFirstFewAndSaysThatThereAreMore) {
  const std::vector<Candidate> candidates = [] {
    std::vector<Candidate> all(7);
    for (std::size_t i = 0; i < all.size(); ++i) all[i].name = "甲" + std::to_string(i);
    return all;
  }();
  std::vector<const Candidate*> listed;
  const char* expected[] = {
      "甲0",
      "甲0、甲1",
      "甲0、甲1、甲2",
      "甲0、甲1、甲2、甲3",
      "甲0、甲1、甲2、甲3、甲4",
      "甲0、甲1、甲2、甲3、甲4等",
      "甲0、甲1、甲2、甲3、甲4等",
  };
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    listed.push_back(&candidates[i]);
    EXPECT_EQ(name_list(listed), expected[i]);
  }
}

}  // namespace
}  // namespace gongshi
