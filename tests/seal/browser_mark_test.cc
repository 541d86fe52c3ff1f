#include "intake/seal/browser_mark.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

TEST(BrowserMarkTest, IsReadWithItsKeyAlone) {
  const BrowserMarkKey key = random_browser_mark_key();
  const std::string mark = make_browser_mark(key);
  EXPECT_EQ(read_browser_mark(key, mark), mark.substr(0, 32));
  EXPECT_FALSE(read_browser_mark(random_browser_mark_key(), mark));
  EXPECT_NE(make_browser_mark(key), mark);
}

TEST(BrowserMarkTest, NoChangedCharacterIsTaken) {
  const BrowserMarkKey key = random_browser_mark_key();
  const std::string mark = make_browser_mark(key);
  for (std::size_t i = 0; i < mark.size(); ++i) {
    std::string changed = mark;
    changed[i] = changed[i] == '0' ? '1' : '0';
    EXPECT_FALSE(read_browser_mark(key, changed)) << i;
  }
  for (const std::string& other : {std::string(), mark.substr(1), mark + "0", mark.substr(0, 32)}) {
    EXPECT_FALSE(read_browser_mark(key, other)) << other;
  }
}

}  // namespace
}  // namespace gongshi
