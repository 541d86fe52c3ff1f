#include "intake/http/static_site.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/http/sample_portal.h"

namespace gongshi {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Pair;
using testing::StartsWith;

class StaticSiteTest : public testing::Test {
 protected:
  std::optional<Answer> find(std::string_view path) const {
    return site_.find(get(path), std::nullopt);
  }

  SamplePortal sample_;
  const StaticSite site_{sample_.site()};
};

TEST_F(StaticSiteTest, ServesFilesWithTheirTypes) {
  EXPECT_THAT(find("/")->body, HasSubstr("首页"));
  EXPECT_EQ(find("/")->content_type, kHtml);
  EXPECT_EQ(find("/index.html")->body, find("/")->body);
  EXPECT_EQ(find("/notices/shanxi-2017/")->content_type, kHtml);
  EXPECT_EQ(find("/assets/site.css")->content_type, "text/css; charset=utf-8");
  EXPECT_EQ(find("/publicity.json")->content_type, kJson);
  sample_.write(sample_.site("assets/公示.bin"), "x");
  EXPECT_EQ(find("/assets/公示.bin")->content_type, "application/octet-stream");
}

TEST_F(StaticSiteTest, AFolderWithoutSlashLeadsToTheOneWith) {
  const auto answer = find("/notices/shanxi-2017");
  EXPECT_EQ(answer->status, 308);
  EXPECT_THAT(answer->headers, Contains(Pair("Location", "/notices/shanxi-2017/")));
  std::filesystem::create_directory(sample_.site("公示 a"));
  EXPECT_THAT(find("/公示 a")->headers, Contains(Pair("Location", "/%E5%85%AC%E7%A4%BA%20a/")));
}

TEST_F(StaticSiteTest, NothingElseIsThere) {
  ASSERT_EQ(::mkfifo(sample_.site("pipe").c_str(), 0600), 0);
  std::filesystem::create_symlink(sample_.site("../secret.txt"), sample_.site("link.txt"));
  for (const std::string& path :
       {std::string("/nothing"), std::string("/notices/"), std::string("/.hidden"),
        std::string("/../secret.txt"), std::string("/notices/../../secret.txt"),
        std::string("/notices/./shanxi-2017/"), std::string("/..."), std::string("//etc/passwd"),
        std::string("/notices//shanxi-2017/"), std::string("/index.html/"), std::string("/pipe"),
        std::string("/link.txt"), std::string("/index.html\0.css", 16), std::string("index.html"),
        std::string("/") + std::string(5000, 'a')}) {
    EXPECT_FALSE(find(path)) << testing::PrintToString(path);
  }
}

TEST_F(StaticSiteTest, AClientThatHasTheFileIsToldSo) {
  const auto etag_of = [](const Answer& answer) {
    for (const auto& [name, value] : answer.headers) {
      if (name == "ETag") return value;
    }
    return std::string();
  };
  const auto first = find("/");
  ASSERT_THAT(etag_of(*first), StartsWith("\""));
  EXPECT_THAT(first->headers, Contains(Pair("Cache-Control", "no-cache")));
  Request again = get("/");
  again.if_none_match = etag_of(*first);
  EXPECT_EQ(site_.find(again, std::nullopt)->status, 304);
  EXPECT_EQ(site_.find(again, std::nullopt)->body, "");
  sample_.write(sample_.site("index.html"), "<html><body>更正\n");
  const auto corrected = site_.find(again, std::nullopt);
  EXPECT_EQ(corrected->status, 200);
  EXPECT_THAT(corrected->body, HasSubstr("更正"));
}

TEST_F(StaticSiteTest, ABannerStandsOnEveryPageAndInNothingElse) {
  const Demonstration demonstration{.banner = "演示 <时钟> & 更多",
                                    .now = *parse_instant("2017-06-22T09:00:00+08:00")};
  const auto page = site_.find(get("/"), demonstration);
  EXPECT_THAT(page->body, HasSubstr("<body class=\"home\">\n<aside class=\"banner\" "));
  EXPECT_THAT(page->body, HasSubstr("data-now=\"2017-06-22T09:00:00+08:00\""));
  EXPECT_THAT(page->body, HasSubstr("<p>演示 &lt;时钟> &amp; 更多</p></aside>"));
  EXPECT_THAT(page->headers, Contains(Pair("Cache-Control", "no-store")));
  EXPECT_EQ(site_.find(get("/assets/site.css"), demonstration)->body, "body{}\n");
}

}  // namespace
}  // namespace gongshi
