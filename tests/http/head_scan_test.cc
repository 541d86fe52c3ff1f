#include "intake/http/head_scan.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

HeadScan scan(std::string_view head, std::size_t piece = 1000) {
  HeadScan scan;
  for (std::size_t i = 0; i < head.size(); i += piece) scan.add(head.substr(i, piece));
  return scan;
}

TEST(HeadScanTest, WhatBrowsersSendPasses) {
  const std::string_view head =
      "POST /objections/%E5%BC%82?x=http://a:b%20c HTTP/1.1\r\nHost: gongshi.example:8080\r\n"
      "Referer: https://gongshi.example/%E5%85%AC%E7%A4%BA\r\nCookie: a=%20; host:%20\r\n"
      "Content-Type: multipart/form-data; boundary=----x\r\nContent-Length: 36\r\n\r\n";
  for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{1000}}) {
    const HeadScan found = scan(head, piece);
    EXPECT_TRUE(found.is_literal());
    EXPECT_TRUE(found.is_in_lines());
    EXPECT_EQ(found.size(), head.size());
  }
}

TEST(HeadScanTest, AnEscapeInAHeaderThatDecidesIsSeen) {
  for (const std::string_view line :
       {"Content-Length: %33%36", "content-length:%33", "CONTENT-LENGTH: 3%36",
        "Transfer-Encoding: %63hunked", "Host: gongshi%2eexample", "Origin: https://a%2eexample",
        "Sec-Fetch-Site: same%2dorigin", "Content-Type: multipart/form-data; boundary=%61",
        "Content-Encoding: %67zip"}) {
    const std::string head = "GET / HTTP/1.1\r\nX: y\r\n" + std::string(line) + "\r\n\r\n";
    EXPECT_FALSE(scan(head).is_literal()) << line;
    EXPECT_FALSE(scan(head, 1).is_literal()) << line;
  }
}

TEST(HeadScanTest, ACarriageReturnAloneIsSeen) {
  EXPECT_FALSE(scan("GET / HTTP/1.1\r\nX: y\rContent-Length: 36\r\n\r\n", 1).is_in_lines());
  EXPECT_TRUE(scan("GET / HTTP/1.1\r\nX: y\r\n\r\n", 1).is_in_lines());
}

}  // namespace
}  // namespace gongshi
