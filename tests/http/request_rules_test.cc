#include "intake/http/request_rules.h"

#include <gtest/gtest.h>

#include "intake/http/limits.h"

namespace gongshi {

void PrintTo(Problem problem, std::ostream* out) { *out << code_of(problem); }

namespace {

// As the citizens' daemon asks.
std::optional<Problem> refuse_head(const RequestHead& head) {
  return gongshi::refuse_head(head, rules_of(head.path));
}

RequestHead get_head(std::string path) {
  RequestHead head;
  head.method = "GET";
  head.path = std::move(path);
  head.host = "gongshi.example";
  return head;
}

RequestHead post_head(std::string path = "/objections") {
  RequestHead head = get_head(std::move(path));
  head.method = "POST";
  head.content_type = "multipart/form-data; boundary=x";
  head.content_lengths = {"100"};
  return head;
}

RequestHead with_method(std::string method, std::string path) {
  RequestHead head = get_head(std::move(path));
  head.method = std::move(method);
  return head;
}

RequestHead with_lengths(RequestHead head, std::vector<std::string> lengths) {
  head.content_lengths = std::move(lengths);
  return head;
}

RequestHead with_type(RequestHead head, std::string type) {
  head.content_type = std::move(type);
  return head;
}

RequestHead with_transfer_encoding(RequestHead head) {
  head.transfer_encoding = "chunked";
  return head;
}

RequestHead with_header_count(RequestHead head, std::size_t count) {
  head.header_count = count;
  return head;
}

RequestHead with_hosts(RequestHead head, std::size_t count) {
  head.host_count = count;
  return head;
}

RequestHead broken(RequestHead head) {
  head.is_well_formed = false;
  return head;
}

RequestHead from_site(std::string fetch_site, std::string origin) {
  RequestHead head = post_head();
  head.sec_fetch_site = std::move(fetch_site);
  head.origin = std::move(origin);
  return head;
}

TEST(RequestRulesTest, WhatBrowsersSendPasses) {
  const RequestHead table[] = {
      get_head("/"),
      get_head("/notices/shanxi-2017/"),
      get_head("/公示"),
      with_method("HEAD", "/"),
      with_lengths(get_head("/"), {"0"}),
      post_head(),
      post_head("/status"),
      with_type(post_head("/status"), "application/x-www-form-urlencoded"),
      with_type(post_head(), "Multipart/Form-Data ; boundary=x"),
      with_lengths(post_head(), {std::to_string(kFilingBytesMax)}),
      with_header_count(post_head(), kHeaderCountMax),
  };
  for (const RequestHead& head : table) {
    EXPECT_EQ(refuse_head(head), std::nullopt) << head.method << " " << head.path;
  }
}

TEST(RequestRulesTest, RefusesWhatHasNoCertainEnd) {
  const std::pair<Problem, RequestHead> table[] = {
      {Problem::BadRequest, with_hosts(get_head("/"), 2)},
      {Problem::BadRequest, broken(post_head())},
      {Problem::LengthRequired, with_lengths(post_head(), {})},
      {Problem::LengthRequired, with_transfer_encoding(with_lengths(post_head(), {}))},
      {Problem::LengthRequired, with_transfer_encoding(get_head("/"))},
      {Problem::BadRequest, with_transfer_encoding(post_head())},
      {Problem::BadRequest, with_lengths(post_head(), {"5", "5"})},
      {Problem::BadRequest, with_lengths(post_head(), {"+5"})},
      {Problem::BadRequest, with_lengths(post_head(), {"-1"})},
      {Problem::BadRequest, with_lengths(post_head(), {"5 "})},
      {Problem::BadRequest, with_lengths(post_head(), {"0x5"})},
      {Problem::BadRequest, with_lengths(post_head(), {""})},
      {Problem::BadRequest, with_lengths(post_head(), {"99999999999999999999"})},
      {Problem::BadRequest, with_lengths(get_head("/"), {"1"})},
  };
  for (const auto& [problem, head] : table) {
    EXPECT_EQ(refuse_head(head), problem) << testing::PrintToString(head.content_lengths);
  }
}

TEST(RequestRulesTest, ALengthIsDeclaredOnlyWhenItIsCertain) {
  EXPECT_EQ(declared_length(get_head("/")), 0U);
  EXPECT_EQ(declared_length(post_head()), 100U);
  EXPECT_EQ(declared_length(with_lengths(post_head(), {"1", "1"})), std::nullopt);
  EXPECT_EQ(declared_length(with_transfer_encoding(post_head())), std::nullopt);
}

TEST(RequestRulesTest, RefusesBodiesOnSight) {
  RequestHead compressed = post_head();
  compressed.content_encoding = "gzip";
  const std::pair<Problem, RequestHead> table[] = {
      {Problem::TooLarge, with_lengths(post_head(), {std::to_string(kFilingBytesMax + 1)})},
      {Problem::TooLarge,
       with_lengths(with_type(post_head("/status"), "application/x-www-form-urlencoded"),
                    {std::to_string(kLookupBytesMax + 1)})},
      {Problem::TooLarge,
       with_lengths(post_head("/status"), {std::to_string(kFilingBytesMax + 1)})},
      {Problem::UnsupportedType, with_type(post_head(), "")},
      {Problem::UnsupportedType, with_type(post_head(), "application/json")},
      {Problem::UnsupportedType, with_type(post_head(), "application/x-www-form-urlencoded")},
      {Problem::UnsupportedType, with_type(post_head(), "multipart/form-data2; boundary=x")},
      {Problem::UnsupportedType, compressed},
  };
  for (const auto& [problem, head] : table) EXPECT_EQ(refuse_head(head), problem);
}

TEST(RequestRulesTest, RefusesHeadersWithoutNumber) {
  EXPECT_EQ(refuse_head(with_header_count(get_head("/"), kHeaderCountMax + 1)),
            Problem::HeadTooLarge);
}

TEST(RequestRulesTest, EachRouteHasItsMethods) {
  for (const char* method : {"PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", ""}) {
    for (const char* path : {"/", "/objections", "/objections/new", "/status", "/log/key"}) {
      EXPECT_EQ(refuse_head(with_method(method, path)), Problem::MethodNotAllowed)
          << method << path;
    }
  }
  EXPECT_EQ(refuse_head(with_method("GET", "/objections")), Problem::MethodNotAllowed);
  EXPECT_EQ(refuse_head(post_head("/objections/new")), Problem::MethodNotAllowed);
  EXPECT_EQ(refuse_head(post_head("/")), Problem::MethodNotAllowed);
  EXPECT_EQ(rules_of("/objections").methods, "POST");
  EXPECT_EQ(rules_of("/status").methods, "GET, HEAD, POST");
  EXPECT_EQ(rules_of("/anything").methods, "GET, HEAD");
}

TEST(RequestRulesTest, RefusesPathsThatNoPageHas) {
  for (const std::string& path :
       {std::string("/a\0b", 4), std::string("/a\nb"), std::string("/a\\..\\b"),
        std::string("/\x7F"), std::string("/\xFF"), std::string("*"), std::string()}) {
    EXPECT_EQ(refuse_head(get_head(path)), Problem::BadRequest) << testing::PrintToString(path);
  }
}

TEST(RequestRulesTest, PagesOfOtherSitesMayNotFile) {
  const RequestHead mine[] = {
      from_site("", ""),
      from_site("same-origin", "https://gongshi.example"),
      from_site("same-origin", "https://before-the-proxy.example"),
      from_site("none", ""),
      from_site("", "https://gongshi.example"),
      from_site("", "http://gongshi.example"),
  };
  for (const RequestHead& head : mine) EXPECT_EQ(refuse_head(head), std::nullopt) << head.origin;
  const RequestHead foreign[] = {
      from_site("cross-site", "https://gongshi.example"),
      from_site("same-site", "https://other.example"),
      from_site("Same-Origin", ""),
      from_site("", "https://evil.example"),
      from_site("", "https://gongshi.example.evil.example"),
      from_site("", "https://gongshi.example:8443"),
      from_site("", "null"),
      from_site("", "gongshi.example"),
  };
  for (const RequestHead& head : foreign) {
    EXPECT_EQ(refuse_head(head), Problem::CrossSite) << head.sec_fetch_site << " " << head.origin;
  }
  RequestHead reading = get_head("/");
  reading.origin = "null";
  EXPECT_EQ(refuse_head(reading), std::nullopt);
}

TEST(RequestRulesTest, AMediaTypeIsReadWithoutCase) {
  for (const char* type : {"multipart/form-data; boundary=aBc", "Multipart/Form-Data ; charset=X",
                           " multipart/FORM-data"}) {
    EXPECT_TRUE(is_multipart(type)) << type;
  }
  for (const char* type : {"", "multipart/form-data2", "multipart/mixed; boundary=a",
                           "text/plain; multipart/form-data"}) {
    EXPECT_FALSE(is_multipart(type)) << type;
  }
}

TEST(RequestRulesTest, AHeaderNameIsAToken) {
  for (const char* name : {"Host", "X-Forwarded-For", "_", "a!#$%&'*+-.^_`|~9"}) {
    EXPECT_TRUE(is_header_name(name)) << name;
  }
  for (const char* name :
       {"", " ", "Content-Length ", " Content-Length", "\tX", "A:", "A(b)", "A\r", "\xC3\xA4"}) {
    EXPECT_FALSE(is_header_name(name)) << name;
  }
}

TEST(RequestRulesTest, WhereOnlyBrowsersPostASilentOneIsRefused) {
  const PathRules rules{.methods = "POST", .form_bytes_max = 1024, .wants_origin = true};
  RequestHead head = post_head("/anything");
  head.origin = "";
  head.sec_fetch_site = "";
  EXPECT_EQ(gongshi::refuse_head(head, rules), Problem::CrossSite);
  head.sec_fetch_site = "same-origin";
  EXPECT_EQ(gongshi::refuse_head(head, rules), std::nullopt);
  head.sec_fetch_site = "";
  head.origin = "http://" + head.host;
  EXPECT_EQ(gongshi::refuse_head(head, rules), std::nullopt);
  head.content_type = "application/x-www-form-urlencoded";
  EXPECT_EQ(gongshi::refuse_head(head, rules), Problem::UnsupportedType);
}

}  // namespace
}  // namespace gongshi
