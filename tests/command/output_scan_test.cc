#include "generator/command/output_scan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "generator/scan/scanner.h"

namespace gongshi {
namespace {

using testing::HasSubstr;
using testing::Not;

std::size_t count_problems(const std::string& path, const std::string& bytes) {
  OutputScan scan({}, "public");
  scan.look_at(path, bytes);
  return scan.problems().size();
}

TEST(OutputScanTest, WhatAPageShowsOrHoldsIsFound) {
  for (const char* page : {"<p>138<strong>0013</strong>8000</p>", "<p>&#49;3800138000</p>",
                           "<a href=\"tel:13800138000\">电话</a>",
                           "<a href=\"mailto:%313800138000@example.cn\">信</a>",
                           "<img alt=\"13800138000\">", "<!-- 13800138000 -->",
                           "<title>13800138000</title>", "<table><tr><th>姓名<th>身份证号</table>",
                           "<meta name=\"author\" content=\"13800138000\">"}) {
    EXPECT_EQ(count_problems("notices/x/index.html", page), 1U) << page;
  }
  EXPECT_EQ(count_problems("publicity.json", "{\"value\": \"13800138000\"}"), 1U);
}

TEST(OutputScanTest, WhatMayBePublishedPasses) {
  for (const char* page :
       {"<p>电话 0351-5550100</p>", "<p>2017年6月27日24时</p>", "<p>110101190001010007</p>", ""}) {
    EXPECT_EQ(count_problems("index.html", page), 0U) << page;
  }
  EXPECT_EQ(count_problems("assets/site.js", "13800138000"), 0U);
  EXPECT_EQ(count_problems("notices/x/attachments/a.txt", "13800138000"), 0U);
}

TEST(OutputScanTest, AContactThatTheSourceAllowsIsFine) {
  const std::string digest = scan_text("13800138000", Zone::Page).at(0).digest;
  OutputScan scan({digest}, "public");
  scan.look_at("index.html", "<a href=\"tel:13800138000\">138-0013-8000</a>");
  EXPECT_TRUE(scan.problems().empty());
  scan.look_at("index.html", "<p>13900139000</p>");
  EXPECT_EQ(scan.problems().size(), 1U);
}

TEST(OutputScanTest, TheProblemNamesThePageAndNotTheValue) {
  OutputScan scan({}, "out/site");
  scan.look_at("notices/x/index.html", "<p>13800138000</p>");
  const Diagnostics problems = scan.problems();
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].place.file, "out/site/notices/x/index.html");
  EXPECT_EQ(problems[0].level, Level::Error);
  EXPECT_EQ(problems[0].code, "personal-data-in-output");
  EXPECT_THAT(problems[0].message, HasSubstr("138****8000"));
  EXPECT_THAT(problems[0].message, Not(HasSubstr("13800138000")));
}

TEST(OutputScanTest, ThreadsMayLookAtTheSameTime) {
  OutputScan scan({}, "public");
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
      threads.emplace_back([&scan, i] {
        for (int n = 0; n < 50; ++n) {
          scan.look_at(std::to_string(i) + "-" + std::to_string(n) + ".html", "13800138000");
        }
      });
    }
  }
  EXPECT_EQ(scan.problems().size(), 200U);
}

}  // namespace
}  // namespace gongshi
