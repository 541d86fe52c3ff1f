#include "intake/http/static_site.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>
#include <set>
#include <string>
#include <utility>

#include "intake/http/entity_tag.h"
#include "intake/http/limits.h"
#include "tests/http/sample_portal.h"

namespace gongshi {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Pair;

class StaticSiteTest : public testing::Test {
 protected:
  std::optional<Answer> find(std::string_view path) const {
    return site_.find(get(path), std::nullopt);
  }

  SamplePortal sample_;
  const StaticSite site_{sample_.site(), {.settled_after = std::chrono::seconds(0)}};
};

TEST_F(StaticSiteTest, ServesFilesWithTheirTypes) {
  EXPECT_THAT(find("/")->content(), HasSubstr("首页"));
  EXPECT_EQ(find("/")->content_type, kHtml);
  EXPECT_EQ(find("/index.html")->content(), find("/")->content());
  EXPECT_EQ(find("/notices/shanxi-2017/")->content_type, kHtml);
  EXPECT_EQ(find("/assets/site.css")->content_type, "text/css; charset=utf-8");
  EXPECT_EQ(find("/publicity.json")->content_type, kJson);
  std::filesystem::create_directory(sample_.site("schema"));
  for (const auto& [path, type] :
       {std::pair("/feed.atom", "application/atom+xml; charset=utf-8"),
        std::pair("/feed.json", "application/feed+json; charset=utf-8"),
        std::pair("/open.ics", "text/calendar; charset=utf-8"),
        std::pair("/sitemap.xml", "application/xml; charset=utf-8"),
        std::pair("/robots.txt", "text/plain; charset=utf-8"),
        std::pair("/schema/publicity.v1.json", "application/schema+json; charset=utf-8"),
        std::pair("/notices/shanxi-2017/list.csv", "text/csv; charset=utf-8")}) {
    sample_.write(sample_.site(path + 1), "x");
    EXPECT_EQ(find(path)->content_type, type) << path;
  }
  sample_.write(sample_.site("assets/公示.bin"), "x");
  EXPECT_EQ(find("/assets/公示.bin")->content_type, "application/octet-stream");
}

TEST_F(StaticSiteTest, AttachmentsAreServedAsWhatTheyAreAndRunNowhere) {
  struct Case {
    const char* name;
    const char* bytes;
    std::string_view type;
    const char* disposition;
  };
  const Case cases[] = {
      {"form.PDF", "%PDF-", "application/pdf", nullptr},
      {"照片.jpeg", "\xFF\xD8\xFF", "image/jpeg", nullptr},
      {"说明.txt", "说明", kPlainText, nullptr},
      {"gbk.txt", "\xCB\xB5\xC3\xF7", "text/plain", nullptr},
      {"名单 1.csv", "姓名", "text/csv; charset=utf-8",
       "attachment; filename*=UTF-8''%E5%90%8D%E5%8D%95%201.csv"},
      {"gbk.csv", "\xD0\xD5", "text/csv", "attachment; filename*=UTF-8''gbk.csv"},
      {"page.html", "<script>", kHtml, "attachment; filename*=UTF-8''page.html"},
      {"PAGE.HTM", "<script>", kHtml, "attachment; filename*=UTF-8''PAGE.HTM"},
      {"a.svg", "<svg>", "image/svg+xml", "attachment; filename*=UTF-8''a.svg"},
      {"a.js", "x", "text/javascript; charset=utf-8", "attachment; filename*=UTF-8''a.js"},
      {"表.xhtml", "<x>", "application/octet-stream",
       "attachment; filename*=UTF-8''%E8%A1%A8.xhtml"},
      {"none", "x", "application/octet-stream", "attachment; filename*=UTF-8''none"},
  };
  const std::string folder = "notices/shanxi-2017/attachments/";
  std::filesystem::create_directory(sample_.site(folder));
  for (const Case& c : cases) {
    sample_.write(sample_.site(folder + c.name), c.bytes);
    const auto answer = find("/" + folder + c.name);
    ASSERT_TRUE(answer) << c.name;
    EXPECT_EQ(answer->content_type, c.type) << c.name;
    EXPECT_EQ(answer->content(), c.bytes) << c.name;
    const auto disposition = testing::Key(std::string("Content-Disposition"));
    if (c.disposition == nullptr) {
      EXPECT_THAT(answer->headers, testing::Not(Contains(disposition))) << c.name;
    } else {
      EXPECT_THAT(answer->headers, Contains(Pair("Content-Disposition", c.disposition))) << c.name;
    }
  }
  EXPECT_THAT(find("/assets/site.css")->headers,
              testing::Not(Contains(testing::Key(std::string("Content-Disposition")))));
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

std::string header(const Answer& answer, std::string_view name) {
  for (const auto& [known, value] : answer.headers) {
    if (known == name) return value;
  }
  return {};
}

TEST_F(StaticSiteTest, AClientThatHasTheFileIsToldSo) {
  const auto first = find("/");
  EXPECT_EQ(header(*first, "ETag"), entity_tag(sha256(first->content()), ContentCoding::Identity));
  EXPECT_THAT(first->headers, Contains(Pair("Cache-Control", "no-cache")));
  Request again = get("/");
  again.if_none_match = "\"x\", W/" + header(*first, "ETag");
  const auto unchanged = site_.find(again, std::nullopt);
  EXPECT_EQ(unchanged->status, 304);
  EXPECT_EQ(unchanged->content(), "");
  EXPECT_EQ(header(*unchanged, "ETag"), header(*first, "ETag"));
  EXPECT_EQ(header(*unchanged, "Cache-Control"), "no-cache");
  sample_.write(sample_.site("index.html"), "<html><body>更正\n");
  const auto corrected = site_.find(again, std::nullopt);
  EXPECT_EQ(corrected->status, 200);
  EXPECT_THAT(corrected->content(), HasSubstr("更正"));
}

// The same bytes have the same tag, on whichever host and whenever they were written.
TEST_F(StaticSiteTest, ATagSaysWhatTheBytesAre) {
  sample_.write(sample_.site("a.txt"), "same");
  sample_.write(sample_.site("b.txt"), "same");
  EXPECT_EQ(header(*find("/a.txt"), "ETag"), header(*find("/b.txt"), "ETag"));
  const std::string before = header(*find("/a.txt"), "ETag");
  sample_.write(sample_.site("a.txt"), "sama");
  EXPECT_NE(header(*find("/a.txt"), "ETag"), before);
}

std::string long_page() {
  std::string page = "<html><body>";
  for (int i = 0; page.size() < 10'000; ++i) page += "<li>第" + std::to_string(i) + "名</li>";
  return page;
}

TEST_F(StaticSiteTest, EachCodingIsARepresentationWithItsOwnTag) {
  sample_.write(sample_.site("long.html"), long_page());
  Request request = get("/long.html");
  std::set<std::string> tags;
  std::size_t smaller_than = long_page().size() + 1;
  for (const auto& [accept, coding] :
       {std::pair("", ""), std::pair("gzip", "gzip"), std::pair("gzip, br", "br")}) {
    request.accept_encoding = accept;
    request.if_none_match = "";
    const auto answer = site_.find(request, std::nullopt);
    EXPECT_EQ(header(*answer, "Content-Encoding"), coding);
    EXPECT_EQ(header(*answer, "Vary"), "Accept-Encoding");
    EXPECT_LT(answer->content().size(), smaller_than);
    smaller_than = answer->content().size();
    tags.insert(header(*answer, "ETag"));
    request.if_none_match = header(*answer, "ETag");
    const auto unchanged = site_.find(request, std::nullopt);
    EXPECT_EQ(unchanged->status, 304);
    EXPECT_EQ(header(*unchanged, "ETag"), header(*answer, "ETag"));
    EXPECT_EQ(header(*unchanged, "Vary"), "Accept-Encoding");
  }
  EXPECT_EQ(tags.size(), 3U);
  // What was sent in another coding is not what this client would get.
  request.accept_encoding = "";
  EXPECT_EQ(site_.find(request, std::nullopt)->status, 200);
}

TEST_F(StaticSiteTest, WhatIsShortOrPackedOrAttachedGoesOutAsItIs) {
  const std::string attachment = "notices/shanxi-2017/attachments/a.csv";
  std::filesystem::create_directory(sample_.site(attachment).parent_path());
  for (const std::string& name :
       {std::string("short.html"), std::string("a.pdf"), std::string("a.png"), attachment}) {
    sample_.write(sample_.site(name),
                  name == "short.html" ? std::string(kCompressedBytesMin - 1, 'a') : long_page());
    Request request = get("/" + name);
    request.accept_encoding = "gzip, br";
    const auto answer = site_.find(request, std::nullopt);
    EXPECT_EQ(header(*answer, "Content-Encoding"), "") << name;
    EXPECT_EQ(header(*answer, "Vary"), "") << name;
    EXPECT_NE(header(*answer, "ETag"), "") << name;
  }
}

TEST_F(StaticSiteTest, ABannerStandsOnEveryPageAndInNothingElse) {
  const Demonstration demonstration{.banner = "演示 <时钟> & 更多",
                                    .now = *parse_instant("2017-06-22T09:00:00+08:00")};
  const auto page = site_.find(get("/"), demonstration);
  EXPECT_THAT(page->content(), HasSubstr("<body class=\"home\">\n<aside class=\"banner\" "));
  EXPECT_THAT(page->content(), HasSubstr("data-now=\"2017-06-22T09:00:00+08:00\""));
  EXPECT_THAT(page->content(), HasSubstr("<p>演示 &lt;时钟> &amp; 更多</p></aside>"));
  EXPECT_THAT(page->headers, Contains(Pair("Cache-Control", "no-store")));
  EXPECT_EQ(site_.find(get("/assets/site.css"), demonstration)->content(), "body{}\n");
  sample_.write(sample_.site("long.html"), long_page());
  Request long_request = get("/long.html");
  long_request.accept_encoding = "gzip";
  const auto long_answer = site_.find(long_request, demonstration);
  EXPECT_EQ(header(*long_answer, "Content-Encoding"), "");
  EXPECT_EQ(header(*long_answer, "ETag"), "");
  const std::string attachment = "notices/shanxi-2017/attachments/a.html";
  std::filesystem::create_directory(sample_.site(attachment).parent_path());
  sample_.write(sample_.site(attachment), "<body>");
  EXPECT_EQ(site_.find(get("/" + attachment), demonstration)->content(), "<body>");
}

}  // namespace
}  // namespace gongshi
