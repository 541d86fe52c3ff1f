#include "intake/office/desk_rules.h"

#include <gtest/gtest.h>

#include "intake/office/limits.h"

namespace gongshi {
namespace {

RequestHead get_head(std::string path = "/") {
  RequestHead head;
  head.method = "GET";
  head.path = std::move(path);
  head.host = "127.0.0.1:8090";
  return head;
}

RequestHead post_head(std::string path = "/login") {
  RequestHead head = get_head(std::move(path));
  head.method = "POST";
  head.sec_fetch_site = "same-origin";
  head.content_type = "multipart/form-data; boundary=x";
  head.content_lengths = {"100"};
  return head;
}

std::optional<Problem> refused(const RequestHead& head) {
  return refuse_desk_head(head, local_hosts(8090));
}

TEST(DeskRulesTest, WhatBrowsersSendPasses) {
  for (const char* path : {"/", "/login", "/case", "/evidence", "/statement-request", "/redaction",
                           "/redacted-copy", "/closing", "/accesses", "/x"}) {
    EXPECT_EQ(refused(get_head(path)), std::nullopt) << path;
  }
  for (const char* path :
       {"/login", "/logout", "/case", "/redaction", "/closing", "/register", "/password"}) {
    EXPECT_EQ(refused(post_head(path)), std::nullopt) << path;
  }
  RequestHead old_browser = post_head();
  old_browser.sec_fetch_site = "";
  old_browser.origin = "http://127.0.0.1:8090";
  EXPECT_EQ(refused(old_browser), std::nullopt);
}

TEST(DeskRulesTest, OnlyOurOwnNamesLeadHere) {
  for (const char* host : {"127.0.0.1:8090", "localhost:8090", "[::1]:8090"}) {
    RequestHead head = get_head();
    head.host = host;
    EXPECT_EQ(refused(head), std::nullopt) << host;
  }
  for (const char* host : {"", "127.0.0.1", "localhost:8091", "evil.example", "evil.example:8090",
                           "127.0.0.1:8090.evil.example"}) {
    RequestHead head = get_head();
    head.host = host;
    EXPECT_EQ(refused(head), Problem::BadRequest) << host;
  }
  RequestHead proxied = get_head();
  proxied.host = "desk.example";
  EXPECT_EQ(refuse_desk_head(proxied, proxied_host("desk.example")), std::nullopt);
  EXPECT_EQ(refuse_desk_head(get_head(), proxied_host("desk.example")), Problem::BadRequest);
  EXPECT_EQ(refuse_desk_head(get_head(), {}), Problem::BadRequest) << "before it is known";
}

TEST(DeskRulesTest, AFormComesFromOurOwnPages) {
  const struct {
    std::string sec_fetch_site;
    std::string origin;
  } table[] = {{"", ""},
               {"cross-site", ""},
               {"same-site", ""},
               {"cross-site", "http://127.0.0.1:8090"},
               {"", "http://evil.example"},
               {"", "null"},
               {"", "http://127.0.0.1:8091"}};
  for (const auto& [sec_fetch_site, origin] : table) {
    for (const char* path : {"/login", "/logout", "/case", "/closing", "/register", "/password"}) {
      RequestHead head = post_head(path);
      head.sec_fetch_site = sec_fetch_site;
      head.origin = origin;
      EXPECT_EQ(refused(head), Problem::CrossSite) << path << " " << sec_fetch_site << origin;
    }
  }
}

TEST(DeskRulesTest, AFormIsSmallAndMultipart) {
  RequestHead head = post_head();
  head.content_lengths = {std::to_string(kDeskFormBytesMax)};
  EXPECT_EQ(refused(head), std::nullopt);
  head.content_lengths = {std::to_string(kDeskFormBytesMax + 1)};
  EXPECT_EQ(refused(head), Problem::TooLarge);
  head = post_head();
  head.content_type = "application/x-www-form-urlencoded";
  EXPECT_EQ(refused(head), Problem::UnsupportedType);
}

TEST(DeskRulesTest, NothingElseTakesAForm) {
  for (const char* path : {"/", "/evidence", "/accesses", "/assets/desk.css", "/x"}) {
    EXPECT_EQ(refused(post_head(path)), Problem::MethodNotAllowed) << path;
  }
  EXPECT_EQ(refused(get_head("/logout")), Problem::MethodNotAllowed);
}

TEST(DeskRulesTest, KnowsWhichAddressesOnlyThisMachineReaches) {
  for (const char* address : {"127.0.0.1:80", "127.9.9.9:80", "localhost:80", "[::1]:80"}) {
    EXPECT_TRUE(is_loopback(ListenAddress::parse(address).value())) << address;
  }
  for (const char* address : {"0.0.0.0:80", "192.0.2.1:80", "[::]:80", "desk.example:80"}) {
    EXPECT_FALSE(is_loopback(ListenAddress::parse(address).value())) << address;
  }
}

}  // namespace
}  // namespace gongshi
