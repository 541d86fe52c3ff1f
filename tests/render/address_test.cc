#include "generator/render/address.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

struct Case {
  const char* path;
  const char* address;
};

const Case kCases[] = {
    {"index.html", "https://gongshi.example/gs/"},
    {"", "https://gongshi.example/gs/"},
    {"notices/x/index.html", "https://gongshi.example/gs/notices/x/"},
    {"notices/x/", "https://gongshi.example/gs/notices/x/"},
    {"notices/x/myindex.html", "https://gongshi.example/gs/notices/x/myindex.html"},
    {"feed.atom", "https://gongshi.example/gs/feed.atom"},
    {"notices/x/attachments/表 1.pdf",
     "https://gongshi.example/gs/notices/x/attachments/%E8%A1%A8%201.pdf"},
};

TEST(AddressTest, EveryPageHasOneAddress) {
  Site site;
  site.base_url = "https://gongshi.example/gs";
  for (const Case& c : kCases) EXPECT_EQ(address_of(site, c.path), c.address);
}

}  // namespace
}  // namespace gongshi
