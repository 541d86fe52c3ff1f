// The desk on a real socket: what a browser is told, and what a page that is not ours gets.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>

#include "intake/http/security_headers.h"
#include "intake/http/server.h"
#include "intake/office/limits.h"
#include "tests/http/wire.h"
#include "tests/office/sample_desk_site.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class DeskServerTest : public testing::Test {
 protected:
  DeskServerTest() {
    site_->reached_as(local_hosts(server_.port()));
    thread_ = std::jthread([this] { server_.run(); });
  }
  ~DeskServerTest() override { server_.stop(); }

  std::string say(const std::string& bytes) const {
    const Wire wire(server_.port());
    wire.send(bytes);
    wire.finish_sending();
    return wire.receive_all();
  }
  std::string host() const { return fmt::format("127.0.0.1:{}", server_.port()); }
  std::string get(std::string_view path, const std::string& more = "") const {
    return say(fmt::format("GET {} HTTP/1.1\r\nHost: {}\r\n{}Connection: close\r\n\r\n", path,
                           host(), more));
  }
  std::string post(std::string_view path, const Parts& parts, const std::string& more) const {
    return post_body(path, multipart(parts), more);
  }
  std::string post_body(std::string_view path, const std::string& body,
                        const std::string& more) const {
    return say(
        fmt::format("POST {} HTTP/1.1\r\nHost: {}\r\n{}Connection: close\r\nContent-Type: "
                    "multipart/form-data; boundary=gongshi\r\nContent-Length: {}\r\n\r\n{}",
                    path, host(), more, body.size(), body));
  }
  Parts login() const {
    return {{"name", "li"},
            {"password", std::string(kSamplePassword)},
            {"code", sample_.account("li").credentials.totp.code_at(site_->now())}};
  }

  SampleDeskSite sample_;
  std::shared_ptr<DeskSite> site_ = sample_.open();
  Server server_ = Server::listen({.host = "127.0.0.1", .port = 0}, site_).value();
  std::jthread thread_;
};

const std::string kOurs = "Sec-Fetch-Site: same-origin\r\n";

// The value of the cookie that an answer sets.
std::string cookie_of(const std::string& answer, const std::string& name) {
  const auto at = answer.find("Set-Cookie: " + name + "=");
  if (at == std::string::npos) return "";
  const auto begin = answer.find('=', at) + 1;
  return answer.substr(begin, answer.find(';', begin) - begin);
}

TEST_F(DeskServerTest, EveryAnswerCarriesTheSecurityHeaders) {
  for (const char* path : {"/login", "/", "/assets/desk.css", "/nowhere", "/healthz"}) {
    const std::string answer = get(path);
    for (const auto& [name, value] : kSecurityHeaders) {
      EXPECT_THAT(answer, HasSubstr(fmt::format("{}: {}\r\n", name, value))) << path;
    }
  }
  EXPECT_THAT(get("/login"), HasSubstr("Cache-Control: no-store\r\n"));
}

TEST_F(DeskServerTest, LoggingInSetsStrictCookiesThatOpenTheDesk) {
  const std::string answer = post("/login", login(), kOurs);
  EXPECT_THAT(answer, AllOf(StartsWith("HTTP/1.1 303"), HasSubstr("Location: /\r\n")));
  const std::string token = cookie_of(answer, "gongshi_desk");
  const std::string mark = cookie_of(answer, "gongshi_desk_browser");
  EXPECT_EQ(token.size(), 64U);
  EXPECT_NE(mark, "");
  EXPECT_THAT(answer,
              HasSubstr(fmt::format(
                  "Set-Cookie: gongshi_desk={}; Path=/; HttpOnly; SameSite=Strict\r\n", token)));
  EXPECT_THAT(get("/"), StartsWith("HTTP/1.1 303"));
  EXPECT_THAT(get("/", "Cookie: gongshi_desk=" + token + "\r\n"),
              AllOf(StartsWith("HTTP/1.1 200"), HasSubstr("经办甲"),
                    HasSubstr("Cache-Control: no-store\r\n")));
  EXPECT_THAT(get("/", "Cookie: gongshi_desk=" + std::string(64, '0') + "\r\n"),
              StartsWith("HTTP/1.1 303"));
}

TEST_F(DeskServerTest, APageOfAnotherSiteSendsNothing) {
  const std::string answer = post("/login", login(), kOurs);
  const std::string cookie =
      fmt::format("Cookie: gongshi_desk={}\r\n", cookie_of(answer, "gongshi_desk"));
  const std::string number = sample_.reg().file(Signature::Anonymous);
  const Parts step = {{"number", number},
                      {"seen", "0"},
                      {"step", "decide"},
                      {"choice", "upheld"},
                      {"text", "不是我们"}};
  for (const std::string& from :
       {std::string("Sec-Fetch-Site: cross-site\r\n"), std::string("Sec-Fetch-Site: same-site\r\n"),
        std::string("Origin: https://evil.example\r\n"), std::string("Origin: null\r\n"),
        std::string()}) {
    EXPECT_THAT(post("/case", step, cookie + from), StartsWith("HTTP/1.1 403")) << from;
    EXPECT_THAT(post("/login", login(), from), StartsWith("HTTP/1.1 403")) << from;
  }
  EXPECT_THAT(post("/case", step, cookie + kOurs), StartsWith("HTTP/1.1 403"))
      << "the session's value is missing";
  EXPECT_EQ(open_case(*sample_.reg(), number)->history.size(), 0U);
}

TEST_F(DeskServerTest, AnotherHostsNameLeadsNowhere) {
  const std::string answer =
      say("GET /login HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(answer, AllOf(StartsWith("HTTP/1.1 400"), Not(HasSubstr("name=\"password\""))));
}

TEST_F(DeskServerTest, NoFileAndNoHugeFormIsRead) {
  const std::string file =
      "--gongshi\r\nContent-Disposition: form-data; name=\"name\"; filename=\"a.txt\"\r\n\r\n"
      "text\r\n--gongshi--\r\n";
  EXPECT_THAT(post_body("/login", file, kOurs), StartsWith("HTTP/1.1 415"));
  EXPECT_EQ((*sample_.reg()).evidence().unfiled_bytes(), 0U);
  EXPECT_THAT(post("/login", {{"name", std::string(kDeskFormBytesMax, 'x')}}, kOurs),
              StartsWith("HTTP/1.1 413"));
}

}  // namespace
}  // namespace gongshi
