// The real server on a real socket. The names of these cases stand in intake/http/server.h, beside
// what each proves.
#include "intake/http/server.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <httplib.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>
#include <thread>
#include <vector>

#include "generator/notice/json.h"
#include "intake/http/security_headers.h"
#include "tests/http/sample_server.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST_F(ServerTest, FilesAnObjection) {
  const std::string answer =
      say(post_text("/objections", multipart(sample_parts()), "Accept: application/json\r\n"));
  EXPECT_THAT(answer, AllOf(StartsWith("HTTP/1.1 201 Created\r\n"), HasSubstr("{\"receipt\":{")));
  EXPECT_EQ(sample_.count_objections(), 1U);
}

TEST_F(ServerTest, ServesTheSiteAndItsHeads) {
  EXPECT_THAT(say("GET / HTTP/1.1\r\nHost: x\r\n\r\n"), HasSubstr("首页"));
  const std::string head = say("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(head, AllOf(StartsWith("HTTP/1.1 200 OK"), HasSubstr("Content-Length: "),
                          Not(HasSubstr("首页"))));
  EXPECT_THAT(say("GET /notices/shanxi-2017 HTTP/1.1\r\nHost: x\r\n\r\n"),
              AllOf(StartsWith("HTTP/1.1 308"), HasSubstr("Location: /notices/shanxi-2017/\r\n")));
}

TEST_F(ServerTest, AConnectionServesOneRequestAfterAnother) {
  const Wire wire(port());
  for (const char* id : {"kept-alive-form-0001", "kept-alive-form-0002"}) {
    wire.send(post_text("/objections", multipart(sample_parts(id))));
    EXPECT_THAT(wire.receive_one(), StartsWith("HTTP/1.1 201"));
  }
  wire.send("GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_THAT(wire.receive_all(), HasSubstr("ok\n"));
}

TEST_F(ServerTest, AConnectionServesSoManyRequestsAndNoMore) {
  const Wire wire(port());
  std::string requests;
  for (std::size_t i = 0; i < kRequestsPerConnectionMax; ++i) {
    requests += "GET /log/key HTTP/1.1\r\nHost: x\r\n\r\n";
  }
  wire.send(requests);
  const std::string answers = wire.receive_all();  // the server closes, not the client
  std::size_t count = 0;
  const std::string_view kAnswer = "HTTP/1.1 200 OK\r\n";
  for (auto at = answers.find(kAnswer); at != std::string::npos;
       at = answers.find(kAnswer, at + 1)) {
    ++count;
  }
  EXPECT_EQ(count, kRequestsPerConnectionMax);
  EXPECT_THAT(answers.substr(answers.rfind(kAnswer)), HasSubstr("Connection: close\r\n"));
}

TEST_F(ServerTest, TheSameFormInParallelIsOneRowAndOneReceipt) {
  constexpr int kClients = 8;
  std::vector<std::string> receipts(kClients);
  {
    std::vector<std::jthread> threads;
    for (std::string& receipt : receipts) {
      threads.emplace_back([&] {
        const std::string answer = say(
            post_text("/objections", multipart(sample_parts()), "Accept: application/json\r\n"));
        receipt = answer.substr(answer.find("\r\n\r\n") + 4);
      });
    }
  }
  EXPECT_THAT(receipts.front(), StartsWith("{\"receipt\":"));
  EXPECT_EQ(std::set(receipts.begin(), receipts.end()).size(), 1U);
  EXPECT_EQ(sample_.count_objections(), 1U);
}

// The line breaks after the last byte and before the answer: who sends the form again gets the
// receipt of the first time.
TEST_F(ServerTest, AConnectionThatIsLostCostsNoReceiptAndMakesNoSecondRow) {
  const std::string request =
      post_text("/objections", multipart(sample_parts()), "Accept: application/json\r\n");
  { Wire(port()).send(request); }
  // Once a later connection has been answered, the earlier ones have been accepted too.
  EXPECT_THAT(say("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"), HasSubstr("ok\n"));
  server_.reset();  // finishes what has begun
  EXPECT_EQ(sample_.count_objections(), 1U);
  server_.emplace(sample_.open());
  EXPECT_THAT(say(request), AllOf(StartsWith("HTTP/1.1 201"), HasSubstr("2017-000001-B")));
  EXPECT_EQ(sample_.count_objections(), 1U);
}

TEST_F(ServerTest, NoByteOfABodyIsReadAsARequest) {
  const std::string hidden = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
  const std::string length = "Content-Length: " + std::to_string(hidden.size()) + "\r\n";
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  const std::string form = "Content-Type: multipart/form-data; boundary=b\r\n";
  const std::vector<std::string> heads = {
      "GET / HTTP/1.1\r\nHost: x\r\n" + length, "POST / HTTP/1.1\r\nHost: x\r\n" + length,
      "POST /objections HTTP/1.1\r\nHost: x\r\n" + length,
      "POST /objections HTTP/1.1\r\nHost: x\r\n" + form + length + "Content-Length: 0\r\n",
      "POST /objections HTTP/1.1\r\nHost: x\r\n" + form + length + chunked,
      "POST /objections HTTP/1.1\r\nHost: x\r\n" + form + chunked,
      "GET / HTTP/1.1\r\nHost: x\r\n" + chunked,
      std::string("POST /objections HTTP/1.1\r\nHost: x\r\nContent-Length: 0x10\r\n"),
      "GET / HTTP/1.1\r\nHost: x\r\nContent-Length : 36\r\n",
      "POST /objections HTTP/1.1\r\nHost: x\r\n" + form + "Content-Length : 36\r\n",
      "POST /objections HTTP/1.1\r\nHost: x\r\n" + form + "Content-Length:\r\n",
      "POST /objections HTTP/1.1\r\nHost: x\r\n" + form + "Content-Length: 36, 36\r\n",
      "POST /objections HTTP/1.1\r\nHost: x\r\n" + form + "Content-Length: +36\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding : chunked\r\n",
      "POST /objections HTTP/1.1\r\nHost: x\r\n" + form + length +
          "Transfer-Encoding:\tchunked\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nX: y\r\n Content-Length: 36\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nX: y\r\n\tTransfer-Encoding: chunked\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nX: y\rContent-Length: 36\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nX: y\nContent-Length: 36\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n",
      // httplib decodes the values of headers, and nobody else does.
      "POST /objections HTTP/1.1\r\nHost: x\r\n" + form + "Content-Length: %33%36\r\n",
      "POST /objections HTTP/1.1\r\nHost: x\r\n" + form + length +
          "Transfer-Encoding: %63hunked\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 3%36\r\n",
      std::string("GET / HTTP/1.1\nHost: x\n"), "nonsense\r\n"};
  for (const std::string& head : heads) {
    const std::string answer = say(head + "\r\n" + hidden);
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 4")) << head;
    EXPECT_EQ(answer.find("HTTP/1.1", 1), std::string::npos) << head << answer;
    EXPECT_THAT(answer, Not(HasSubstr("ok\n"))) << head;
  }
}

TEST_F(ServerTest, RefusesOnSight) {
  const Wire wire(port());
  // No byte of the body follows, and none is waited for.
  wire.send(
      "POST /objections HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
      "Content-Length: 999999999999\r\n\r\n");
  EXPECT_THAT(wire.receive_one(),
              AllOf(StartsWith("HTTP/1.1 413"), HasSubstr("Connection: close\r\n"),
                    HasSubstr("提交的内容太大")));
  const Wire patient(port());
  patient.send(
      "POST /objections HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
      "Content-Type: text/plain\r\nContent-Length: 5\r\n\r\n");
  EXPECT_THAT(patient.receive_one(), StartsWith("HTTP/1.1 415"));
  EXPECT_THAT(say("PUT /objections HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"),
              AllOf(StartsWith("HTTP/1.1 405"), HasSubstr("Allow: POST\r\n")));
  EXPECT_THAT(
      say(post_text("/objections", multipart(sample_parts()), "Origin: https://evil.example\r\n")),
      StartsWith("HTTP/1.1 403"));
  EXPECT_EQ(sample_.count_objections(), 0U);
}

TEST_F(ServerTest, ARefusedBodyStillGetsItsAnswer) {
  const std::string body(kFilingBytesMax + 1, 'x');
  for (const char* path : {"/objections", "/status"}) {
    const Wire wire(port());
    wire.send(post_text(path, body));
    EXPECT_THAT(wire.receive_all(), AllOf(StartsWith("HTTP/1.1 413"), HasSubstr("不能超过 51 MB"),
                                          HasSubstr("没有登记任何异议或补充，附件也没有保存"),
                                          HasSubstr("先不附文件，只提交文字"),
                                          HasSubstr("也可以用电话、信函等其他方式反映")));
  }
}

TEST_F(ServerTest, AHeadHasAnEnd) {
  std::string many = "GET / HTTP/1.1\r\nHost: x\r\n";
  for (std::size_t i = 0; i <= kHeaderCountMax; ++i) many += fmt::format("X-{}: 1\r\n", i);
  EXPECT_THAT(say(many + "\r\n"), StartsWith("HTTP/1.1 431"));
  const Wire endless(port());
  endless.send("GET / HTTP/1.1\r\nHost: x\r\n");
  const std::string line = "X: " + std::string(1000, 'x') + "\r\n";
  for (std::size_t sent = 0; sent < 2 * kHeadBytesMax && endless.send(line);) sent += line.size();
  EXPECT_THAT(endless.receive_all(), StartsWith("HTTP/1.1 4"));
  EXPECT_THAT(say("GET /" + std::string(9000, 'a') + " HTTP/1.1\r\n\r\n"),
              StartsWith("HTTP/1.1 4"));
}

TEST_F(ServerTest, ARequestThatDribblesIsCutOff) {
  server_.reset();
  server_.emplace(sample_.open(),
                  ServerOptions{.times = {.request = std::chrono::milliseconds(200)}});
  const Wire wire(port());
  wire.send("GET / HTTP/1.1\r\n");
  // A byte each time that the server has been silent for 20 ms: never idle, and never done.
  int sent = 0;
  while (!wire.is_readable(20) && wire.send("X")) ++sent;
  EXPECT_LT(sent, 500);
  EXPECT_THAT(wire.receive_all(), Not(HasSubstr("HTTP/1.1 2")));
}

TEST_F(ServerTest, WhatDoesNotArriveInTimeIsToldSo) {
  server_.reset();
  server_.emplace(sample_.open(),
                  ServerOptions{.times = {.request = std::chrono::milliseconds(200),
                                          .linger = std::chrono::milliseconds(10)}});
  const std::string filing = post_text("/objections", multipart(sample_parts()));
  const std::string lookup = post_text("/status", multipart({{"number", "1"}, {"code", "2"}}));
  for (const std::string& begun :
       {filing.substr(0, filing.size() - 1), lookup.substr(0, lookup.size() - 1),
        std::string("GET / HTTP/1.1\r\nHost: x\r\n")}) {
    const Wire wire(port());
    wire.send(begun);
    EXPECT_THAT(wire.receive_all(),
                AllOf(StartsWith("HTTP/1.1 408"), HasSubstr("Connection: close\r\n"),
                      HasSubstr("没有收完您提交的内容")))
        << begun;
  }
  EXPECT_EQ(sample_.count_objections(), 0U);
}

// The kernel tells of a socket that listens how many it may hold.
TEST_F(ServerTest, TheKernelHoldsABurstOfConnections) {
  int somaxconn = 0;
  std::ifstream("/proc/sys/net/core/somaxconn") >> somaxconn;
  std::optional<unsigned> backlog;
  for (int descriptor = 0; descriptor < 1024 && !backlog; ++descriptor) {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    const bool is_ours =
        ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size) == 0 &&
        address.sin_family == AF_INET && ntohs(address.sin_port) == port();
    tcp_info info{};
    socklen_t info_size = sizeof info;
    if (!is_ours || ::getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &info_size) != 0)
      continue;
    if (info.tcpi_state == TCP_LISTEN) backlog = info.tcpi_sacked;
  }
  EXPECT_EQ(backlog, static_cast<unsigned>(std::min(kListenBacklog, somaxconn)));
}

TEST_F(ServerTest, SlowClientsDoNotStopOthers) {
  std::vector<std::unique_ptr<Wire>> slow;
  for (int i = 0; i < 200; ++i) {
    slow.push_back(std::make_unique<Wire>(port()));
    slow.back()->send("POST /objections HTTP/1.1\r\nHost: x\r\n");
  }
  EXPECT_THAT(say(post_text("/objections", multipart(sample_parts()))), StartsWith("HTTP/1.1 201"));
}

TEST_F(ServerTest, NoPathLeavesTheSite) {
  for (const char* path :
       {"/../secret.txt", "/%2e%2e/secret.txt", "/%2e%2e%2fsecret.txt", "/..%2fsecret.txt",
        "/notices/%2e%2e/%2e%2e/secret.txt", "/..%5csecret.txt", "/..\\secret.txt", "//secret.txt",
        "/%00/../secret.txt", "/secret.txt%00", "/.hidden", "/%2ehidden", "/%252e%252e/secret.txt",
        "/..%c0%afsecret.txt", "/%u002e%u002e/secret.txt", "http://x/../secret.txt"}) {
    const std::string answer = say(fmt::format("GET {} HTTP/1.1\r\nHost: x\r\n\r\n", path));
    EXPECT_THAT(answer, AllOf(StartsWith("HTTP/1.1 40"), Not(HasSubstr("secret\n")))) << path;
  }
}

TEST_F(ServerTest, BrokenMultipartStoresNothing) {
  const std::string whole = multipart(sample_parts());
  const std::string part = "--gongshi\r\nContent-Disposition: form-data";
  for (const std::string& body :
       {std::string(), std::string("x"), whole.substr(0, whole.size() - 4),
        whole.substr(0, whole.size() / 2), part + "\r\n\r\nx\r\n--gongshi--\r\n",
        part + "; name=\"\"\r\n\r\nx\r\n--gongshi--\r\n",
        part + "; name=\"a\"\r\n\r\nx\r\n--other--\r\n",
        part + "; name=\"" + std::string(20000, 'n') + "\"\r\n\r\nx\r\n--gongshi--\r\n",
        std::string(50000, '-')}) {
    EXPECT_THAT(say(post_text("/objections", body, "Accept: application/json\r\n")),
                AllOf(StartsWith("HTTP/1.1 400"), HasSubstr("\"bad_request\"")))
        << body.substr(0, 200);
  }
  // The connection ends before the body does.
  std::string cut = post_text("/objections", whole);
  EXPECT_THAT(say(cut.substr(0, cut.size() - 10)), Not(HasSubstr("HTTP/1.1 2")));
  Parts many = sample_parts();
  for (std::size_t i = 0; i < kFormFieldCountMax; ++i) many.emplace_back("more", "");
  EXPECT_THAT(say(post_text("/objections", multipart(many))), StartsWith("HTTP/1.1 400"));
  Parts long_text = sample_parts();
  long_text.emplace_back("more", std::string(kFilingTextBytesMax, 'x'));
  EXPECT_THAT(say(post_text("/objections", multipart(long_text))), StartsWith("HTTP/1.1 413"));
  EXPECT_EQ(sample_.count_objections(), 0U);
}

// Bytes earn time: a body that comes at the slowest rate may take longer than `request`, and one
// that stops may not.
TEST_F(ServerTest, ALongBodyHasTheTimeThatItsBytesEarn) {
  using std::chrono::milliseconds;
  server_.emplace(sample_.open(), ServerOptions{.times = {.request = milliseconds(1000),
                                                          .body_bytes_per_second = 10'000,
                                                          .linger = milliseconds(10)}});
  Parts parts = sample_parts();
  parts.emplace_back("more", std::string(80'000, 'x'));
  const std::string whole = post_text("/objections", multipart(parts));
  const auto begin = std::chrono::steady_clock::now();
  const Wire wire(port());
  const std::size_t step = whole.size() / 8;
  for (std::size_t i = 0; i < whole.size(); i += step) {
    EXPECT_TRUE(wire.send(std::string_view(whole).substr(i, step)));
    EXPECT_FALSE(wire.is_readable(160) && i + step < whole.size()) << i;
  }
  EXPECT_THAT(wire.receive_one(), StartsWith("HTTP/1.1 201"));
  EXPECT_GT(std::chrono::steady_clock::now() - begin, milliseconds(1000));
  const Wire stopped(port());
  stopped.send(std::string_view(whole).substr(0, 1000));
  EXPECT_TRUE(stopped.is_readable(5000));
}

TEST_F(ServerTest, EveryAnswerCarriesTheSecurityHeaders) {
  const std::string requests[] = {
      "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET /no-such-page HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET /notices/shanxi-2017 HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET /objections/new?notice=shanxi-2017 HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET /status HTTP/1.1\r\nHost: x\r\n\r\n",
      "GET /log/checkpoint HTTP/1.1\r\nHost: x\r\n\r\n",
      "DELETE / HTTP/1.1\r\nHost: x\r\n\r\n",
      "nonsense\r\n\r\n",
      "GET / HTTP/1.1\r\nRange: bytes=x\r\n\r\n",
      "GET /" + std::string(9000, 'a') + " HTTP/1.1\r\n\r\n",
      post_text("/objections", multipart(sample_parts())),
      post_text("/objections", "broken"),
  };
  for (const std::string& request : requests) {
    const std::string answer = say(request);
    ASSERT_THAT(answer, StartsWith("HTTP/1.1 ")) << request;
    for (const auto& [name, value] : kSecurityHeaders) {
      const std::string line = fmt::format("\r\n{}: {}\r\n", name, value);
      EXPECT_THAT(answer, HasSubstr(line)) << request.substr(0, 80);
      EXPECT_EQ(answer.find(line), answer.rfind(line)) << "twice";
    }
    EXPECT_THAT(answer, Not(HasSubstr("httplib"))) << "names its software";
  }
}

TEST(SecurityHeadersTest, PagesMayRunAndReadWhatIsOursAndNothingElse) {
  const auto& [name, policy] = kSecurityHeaders.front();
  EXPECT_EQ(name, "Content-Security-Policy");
  EXPECT_EQ(policy,
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
            "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
}

TEST_F(ServerTest, ANetworkHasABar) {
  const Rates rates{.filings_of_network = {.at_once = 1, .each = std::chrono::minutes(2)}};
  const auto file = [&](std::string_view id, std::string_view forwarded) {
    const std::string header =
        forwarded.empty() ? std::string() : fmt::format("X-Forwarded-For: {}\r\n", forwarded);
    return say(post_text("/objections", multipart(sample_parts(std::string(id))), header));
  };
  server_.reset();
  server_.emplace(sample_.open(kWhileOpen, rates), ServerOptions{.trust_proxy = true});
  EXPECT_THAT(file("through-a-proxy-0001", "203.0.113.7"), StartsWith("HTTP/1.1 201"));
  EXPECT_THAT(file("through-a-proxy-0002", "198.51.100.1, 203.0.113.7"),
              AllOf(StartsWith("HTTP/1.1 429 Too Many Requests\r\n"),
                    HasSubstr("Retry-After: 120\r\n"), HasSubstr("through-a-proxy-0002")));
  EXPECT_THAT(file("through-a-proxy-0002", "203.0.113.7, 198.51.100.1"),
              StartsWith("HTTP/1.1 201"));
  EXPECT_THAT(file("through-a-proxy-0003", ""), StartsWith("HTTP/1.1 201"));
  // A network that many share has another bar.
  server_.reset();
  server_.emplace(sample_.open(kWhileOpen, rates),
                  ServerOptions{.trust_proxy = true,
                                .shared_networks = {parse_network_range("192.0.2.0/24").value()}});
  EXPECT_THAT(file("through-a-proxy-0006", "192.0.2.1"), StartsWith("HTTP/1.1 201"));
  EXPECT_THAT(file("through-a-proxy-0007", "192.0.2.1"), StartsWith("HTTP/1.1 201"));
  // Without the option nobody believes that header.
  server_.reset();
  server_.emplace(sample_.open(kWhileOpen, rates));
  EXPECT_THAT(file("through-a-proxy-0004", "203.0.113.7"), StartsWith("HTTP/1.1 201"));
  EXPECT_THAT(file("through-a-proxy-0005", "203.0.113.7"), StartsWith("HTTP/1.1 201"));
}

TEST_F(ServerTest, RangesAreIgnored) {
  const std::string whole = say("GET /assets/site.css HTTP/1.1\r\nHost: x\r\n\r\n");
  const std::string asked =
      say("GET /assets/site.css HTTP/1.1\r\nHost: x\r\nRange: bytes=0-0,0-0,0-0\r\n\r\n");
  EXPECT_THAT(asked, AllOf(StartsWith("HTTP/1.1 200 OK"), HasSubstr("\r\n\r\nbody{}\n")));
  EXPECT_EQ(asked.substr(asked.find("\r\n\r\n")), whole.substr(whole.find("\r\n\r\n")));
  EXPECT_THAT(say("HEAD /assets/site.css HTTP/1.1\r\nHost: x\r\n\r\n"),
              Not(HasSubstr("Accept-Ranges: bytes")));
}

TEST_F(ServerTest, PublicFilesAreCompressedForWhoTakesThat) {
  std::string style;
  for (int i = 0; i < 500; ++i) style += ".class" + std::to_string(i) + "{color:#000}\n";
  sample_.write(sample_.site("assets/long.css"), style);
  httplib::Client asking = client();
  asking.set_decompress(false);
  for (const auto& [accept, coding] : {std::pair("gzip", "gzip"), std::pair("gzip, br", "br")}) {
    const auto answer = asking.Get("/assets/long.css", {{"Accept-Encoding", accept}});
    EXPECT_EQ(answer->get_header_value("Content-Encoding"), coding);
    EXPECT_EQ(answer->get_header_value("Vary"), "Accept-Encoding");
    EXPECT_LT(answer->body.size(), style.size() / 3);
    const std::string tag = answer->get_header_value("ETag");
    const auto head = asking.Head("/assets/long.css", {{"Accept-Encoding", accept}});
    EXPECT_EQ(head->get_header_value("Content-Length"), std::to_string(answer->body.size()));
    EXPECT_EQ(head->get_header_value("ETag"), tag);
    const std::string unchanged =
        say("GET /assets/long.css HTTP/1.1\r\nHost: x\r\nAccept-Encoding: " + std::string(accept) +
            "\r\nIf-None-Match: \"x\", " + tag + "\r\n\r\n");
    EXPECT_THAT(unchanged, AllOf(StartsWith("HTTP/1.1 304"), EndsWith("\r\n\r\n"),
                                 HasSubstr("ETag: " + tag + "\r\n")));
  }
  const auto plain = asking.Get("/assets/long.css", {{"Accept-Encoding", "gzip;q=0, identity"}});
  EXPECT_EQ(plain->body, style);
  EXPECT_THAT(say("GET /assets/long.css HTTP/1.1\r\nHost: x\r\nAccept-Encoding: deflate\r\n"
                  "Accept-Encoding: gzip\r\n\r\n"),
              HasSubstr("Content-Encoding: gzip\r\n"));
}

// Any length at all would make some client wait for so many bytes; httplib's own waits without one
// too, so this one is read byte by byte.
TEST_F(ServerTest, AnAnswerWithoutABodyHasNoLengthAndTheConnectionGoesOn) {
  const std::string tag = client().Get("/assets/site.css")->get_header_value("ETag");
  const std::string ask =
      "GET /assets/site.css HTTP/1.1\r\nHost: x\r\nIf-None-Match: " + tag + "\r\n\r\n";
  const Wire wire(port());
  wire.send(ask + ask + "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  const std::string answers = wire.receive_all();
  const auto second = answers.find("\r\n\r\n") + 4;
  const auto third = answers.find("\r\n\r\n", second) + 4;
  for (const std::string& unchanged :
       {answers.substr(0, second), answers.substr(second, third - second)}) {
    EXPECT_THAT(unchanged,
                AllOf(StartsWith("HTTP/1.1 304"), Not(HasSubstr("Content-Length")),
                      Not(HasSubstr("Transfer-Encoding")), Not(HasSubstr("Connection: close"))));
  }
  EXPECT_THAT(answers.substr(third), AllOf(StartsWith("HTTP/1.1 200"), EndsWith("ok\n")));
}

// The length of a compressed page would tell what is secret in it.
TEST_F(ServerTest, NoPageWithASecretIsCompressed) {
  for (const char* path : {"/objections/new?notice=shanxi-2017", "/status", "/", "/healthz"}) {
    const auto answer = client().Get(path, {{"Accept-Encoding", "gzip, br"}});
    EXPECT_EQ(answer->status, 200) << path;
    EXPECT_FALSE(answer->has_header("Content-Encoding")) << path;
  }
}

TEST_F(ServerTest, ReadingIsCountedAndNotLogged) {
  say("GET /assets/site.css HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(sample_.log.text(), Not(HasSubstr("route=static")));
  say("GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(sample_.log.text(), HasSubstr("route=static status=404"));
}

// Head and body of an answer leave together, and nothing of it stays behind.
TEST_F(ServerTest, AnswersOneAfterAnotherAreWhole) {
  const std::string one = "GET /assets/site.css HTTP/1.1\r\nHost: x\r\n\r\n";
  const std::string head = "HEAD /assets/site.css HTTP/1.1\r\nHost: x\r\n\r\n";
  const std::string both = say(one + head + one);
  std::size_t answers = 0;
  for (auto at = both.find("HTTP/1.1 200"); at != std::string::npos;
       at = both.find("HTTP/1.1 200", at + 1)) {
    ++answers;
  }
  EXPECT_EQ(answers, 3U);
  EXPECT_TRUE(both.ends_with("\r\n\r\nbody{}\n"));
}

TEST_F(ServerTest, TheLogNamesNobody) {
  say(post_text("/objections", multipart(sample_parts()),
                "User-Agent: somebodys-browser\r\nX-Forwarded-For: 203.0.113.7\r\n"));
  say("GET /status?number=2017-000001-B&code=SECRET HTTP/1.1\r\nHost: x\r\n\r\n");
  say("GET /private-path HTTP/1.1\r\nHost: x\r\n\r\n");
  const std::string log = sample_.log.text();
  EXPECT_THAT(log, AllOf(HasSubstr("route=objections status=201"), HasSubstr("route=status"),
                         HasSubstr("request="), HasSubstr("us=")));
  for (const char* secret : {"somebodys", "203.0.113", "127.0.0.1", "2017-000001", "SECRET",
                             "private-path", "李", "0351"}) {
    EXPECT_THAT(log, Not(HasSubstr(secret)));
    EXPECT_THAT(sample_.log.json(), Not(HasSubstr(secret)));
  }
  std::istringstream lines(sample_.log.json());
  for (std::string line; std::getline(lines, line);) {
    EXPECT_EQ(Json::parse(line)["level"], "info") << line;
  }
}

TEST_F(ServerTest, OnlyTheOperatorSeesTheMetrics) {
  const auto portal = sample_.open();
  server_.reset();
  server_.emplace(portal);
  const RunningServer admin(portal, {.audience = Audience::Operator});
  const auto ask = [&](const std::string& request) {
    const Wire wire(admin.port());
    wire.send(request);
    wire.finish_sending();
    return wire.receive_all();
  };
  say(post_text("/objections", multipart(sample_parts())));
  say(post_text("/objections", multipart({{"notice", std::string(kSampleNotice)}})));
  const std::string metrics = ask("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(metrics,
              AllOf(HasSubstr("Content-Type: text/plain; version=0.0.4"),
                    HasSubstr("gongshi_answers_total{route=\"objections\",status=\"201\"} 1\n"),
                    HasSubstr("gongshi_form_errors_total{form=\"objection\",field=\"statement\","
                              "code=\"missing\"} 1\n"),
                    HasSubstr("gongshi_filings_stored_total 1\n"),
                    HasSubstr("gongshi_connections_ended_total 0\n")));
  EXPECT_THAT(say("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n"), StartsWith("HTTP/1.1 404"));
  for (const std::string& other :
       {std::string("GET / HTTP/1.1\r\nHost: x\r\n\r\n"),
        post_text("/objections", multipart(sample_parts("through-the-back-door-1")))}) {
    EXPECT_THAT(ask(other), StartsWith("HTTP/1.1 404")) << other;
  }
  EXPECT_EQ(sample_.count_objections(), 1U);
}

TEST_F(ServerTest, TheTypeOfABodyIsReadWithoutCase) {
  std::string request = post_text("/objections", multipart(sample_parts()));
  const std::string type = "multipart/form-data; ";
  request.replace(request.find(type), type.size(), "Multipart/Form-DATA ;");
  EXPECT_THAT(say(request), StartsWith("HTTP/1.1 201"));
}

TEST_F(ServerTest, ANewManifestMeetsTheNextRequest) {
  Manifest changed = sample_manifest();
  changed.notices.front().title = "更正后的公示";
  sample_.write(changed);
  EXPECT_THAT(say("GET /objections/new?notice=shanxi-2017 HTTP/1.1\r\nHost: x\r\n\r\n"),
              HasSubstr("更正后的公示"));
}

TEST_F(ServerTest, TheStatusIsOpenToBothEncodings) {
  const auto filed =
      say(post_text("/objections", multipart(sample_parts()), "Accept: application/json\r\n"));
  const Json receipt = Json::parse(filed.substr(filed.find("\r\n\r\n") + 4))["receipt"];
  const httplib::Params fields = {{"number", receipt["number"]}, {"code", receipt["code"]}};
  EXPECT_THAT(client().Post("/status", fields)->body, HasSubstr("已登记，办理中"));
  EXPECT_THAT(say(post_text("/status",
                            multipart({{"number", receipt["number"]}, {"code", receipt["code"]}}))),
              HasSubstr("已登记，办理中"));
}

TEST_F(ServerTest, StoppingFinishesWhatHasBegun) {
  const Wire idle(port());
  idle.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  EXPECT_THAT(idle.receive_one(), HasSubstr("ok\n"));
  const Wire busy(port());
  const std::string request = post_text("/objections", multipart(sample_parts()));
  busy.send(request.substr(0, 300));
  // Once a later connection has been answered, the earlier ones have been accepted too.
  EXPECT_THAT(say("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"), HasSubstr("ok\n"));
  server_->stop();
  EXPECT_EQ(idle.receive_all(), "");
  busy.send(request.substr(300));
  EXPECT_THAT(busy.receive_all(), StartsWith("HTTP/1.1 201"));
  EXPECT_EQ(sample_.count_objections(), 1U);
}

TEST_F(ServerTest, APortInUseIsOneClearSentence) {
  const auto second = Server::listen({.host = "127.0.0.1", .port = port()}, sample_.open());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, ErrorKind::Conflict);
  EXPECT_THAT(second.error().message,
              HasSubstr(fmt::format("cannot listen on 127.0.0.1:{}: Address already in use; stop "
                                    "the program that listens there",
                                    port())));
}

TEST(ListenAddressTest, ReadsHostAndPort) {
  EXPECT_EQ(ListenAddress::parse("127.0.0.1:8080")->port, 8080);
  EXPECT_EQ(ListenAddress::parse("127.0.0.1:8080")->host, "127.0.0.1");
  EXPECT_EQ(ListenAddress::parse("[::1]:0")->host, "::1");
  EXPECT_EQ(ListenAddress::parse("localhost:65535")->port, 65535);
  for (const char* text : {"", "8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:-1", "::1:80",
                           "127.0.0.1:65536", "127.0.0.1:80x", "[]:80", "a:1:2"}) {
    EXPECT_FALSE(ListenAddress::parse(text)) << text;
  }
}

}  // namespace
}  // namespace gongshi
