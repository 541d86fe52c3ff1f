// Routes without a socket: what is answered to whom.
#include "intake/http/portal.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "intake/http/limits.h"
#include "tests/http/sample_portal.h"
#include "tests/source_root.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::AnyOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::Pair;
using testing::StartsWith;

// The templates as an office may have changed them.
TemplateSet break_template(std::string_view name) {
  const SampleFolder folder;
  const auto templates = folder / "site-templates";
  std::filesystem::copy(source_root() / "site-templates", templates,
                        std::filesystem::copy_options::recursive);
  std::ofstream(templates / name, std::ios::app) << "{{no_such_word}}\n";
  return TemplateSet::load(templates).value();
}

class PortalTest : public testing::Test {
 protected:
  Answer answer(const Request& request) { return portal_->answer(request); }

  SamplePortal sample_;
  std::shared_ptr<Portal> portal_ = sample_.open();
};

TEST_F(PortalTest, TheLogAndItsKeyArePublic) {
  EXPECT_THAT(answer(get("/log/checkpoint")).body, StartsWith(std::string(kSampleOrigin) + "\n"));
  EXPECT_THAT(answer(get("/log/key")).body, StartsWith(std::string(kSampleOrigin) + "+"));
  EXPECT_EQ(answer(get("/log/key")).content_type, kPlainText);
}

// What a tile holds never changes, so that any cache may keep it; a tile that is not there yet may
// come, so that none may keep that.
TEST_F(PortalTest, TheTilesOfTheLogArePublic) {
  ASSERT_EQ(answer(post("/objections", sample_form())).status, 201);
  const Answer entries = answer(get("/log/tile/entries/000.p/1"));
  EXPECT_EQ(entries.status, 200);
  EXPECT_EQ(entries.content_type, "application/octet-stream");
  EXPECT_THAT(entries.body.substr(2), StartsWith(std::string(kSampleOrigin) + "/leaf/v1\nfiled\n"));
  EXPECT_THAT(entries.headers,
              Contains(Pair("Cache-Control", "public, max-age=31536000, immutable")));
  EXPECT_EQ(answer(get("/log/tile/0/000.p/1")).body.size(), 32U);
  for (const char* path : {"/log/tile/0/000.p/2", "/log/tile/0/000", "/log/tile/entries/000.p/01",
                           "/log/tile/", "/log/tile/1/000.p/1", "/log/tile"}) {
    const Answer none = answer(get(path));
    EXPECT_EQ(none.status, 404) << path;
    EXPECT_THAT(none.headers, Contains(Pair("Cache-Control", "no-store"))) << path;
  }
}

TEST_F(PortalTest, HealthIsWhetherAWriteWouldSucceed) {
  EXPECT_EQ(answer(get("/healthz")).status, 200);
  EXPECT_EQ(answer(get("/healthz")).body, "ok\n");
}

TEST_F(PortalTest, WhatIsNotThereIsTheSitesOwnPage) {
  const Answer page = answer(get("/no-such-page"));
  EXPECT_EQ(page.status, 404);
  EXPECT_THAT(page.body, HasSubstr("没有找到这个页面"));
  const Answer json = answer(as_program(get("/no-such-page")));
  EXPECT_EQ(json.status, 404);
  EXPECT_THAT(json.body, StartsWith(R"({"error":{"code":"not_found","message":")"));
  std::filesystem::remove(sample_.site("404.html"));
  EXPECT_THAT(answer(get("/no-such-page")).body, HasSubstr("<h1>没有找到这个页面</h1>"));
}

TEST_F(PortalTest, EveryPageSaysThatTheClockIsADemonstrations) {
  for (const char* path : {"/", "/status", "/objections/new", "/no-such-page"}) {
    EXPECT_THAT(answer(get(path)).body, HasSubstr("演示系统：这里的时间是 2017年6月22日 09:00"))
        << path;
  }
}

// As with a page that an office changed and broke.
TEST_F(PortalTest, ABugIsSaidInPlainWordsAndLeavesTheRestRunning) {
  portal_ = sample_.open(kWhileOpen, {}, break_template("pages/status-form.mustache"));
  const Answer page = answer(get("/status"));
  EXPECT_EQ(page.status, 500);
  EXPECT_THAT(page.body, AllOf(HasSubstr("0123456789ab"), Not(HasSubstr("no_such_word"))));
  const Answer json = answer(as_program(get("/status")));
  EXPECT_EQ(json.status, 500);
  EXPECT_THAT(json.body, StartsWith(R"({"error":{"code":"internal","message":")"));
  EXPECT_THAT(sample_.log.text(), AllOf(HasSubstr("0123456789ab"), HasSubstr("no_such_word")));
  EXPECT_EQ(answer(get("/")).status, 200);
}

TEST_F(PortalTest, WithABrokenLayoutItIsSaidWithoutOne) {
  portal_ = sample_.open(kWhileOpen, {}, break_template("layout.mustache"));
  const Answer page = answer(get("/status"));
  EXPECT_EQ(page.status, 500);
  EXPECT_EQ(page.content_type, kPlainText);
  EXPECT_THAT(page.body, AllOf(StartsWith("系统没有完成这次请求"), Not(HasSubstr("no_such_word"))));
}

// Whoever was sending something learns what became of it, and where else to turn.
TEST_F(PortalTest, AProblemSaysWhatBecameOfTheInput) {
  for (const Problem problem : kAllProblems) {
    if (problem == Problem::NotFound || problem == Problem::MethodNotAllowed) continue;
    const std::string page = portal_->refuse(problem, "/objections", false, "").body;
    EXPECT_THAT(page, AllOf(HasSubstr("电话、信函等其他方式"), HasSubstr("href=\"/\"")));
    EXPECT_THAT(page, AnyOf(HasSubstr("没有登记任何异议"), HasSubstr("不会重复登记")));
  }
  EXPECT_THAT(portal_->refuse(Problem::TooLarge, "/objections", false, "").body,
              HasSubstr(fmt::format("不能超过 {} MB", kFilingBytesMax / 1024 / 1024)));
}

TEST_F(PortalTest, EveryProblemHasItsWords) {
  for (const Problem problem : kAllProblems) {
    const Answer page = portal_->refuse(problem, "/objections", false, "0123456789ab");
    EXPECT_EQ(page.status, status_of(problem));
    EXPECT_THAT(page.body,
                AllOf(HasSubstr("<h1>"), Not(HasSubstr("[problem.")), Not(HasSubstr("{"))));
    const Answer json = portal_->refuse(problem, "/objections", true, "0123456789ab");
    EXPECT_THAT(json.body, HasSubstr(std::string(code_of(problem))));
  }
  EXPECT_THAT(portal_->refuse(Problem::Internal, "/", false, "0123456789ab").body,
              HasSubstr("0123456789ab"));
  EXPECT_THAT(portal_->refuse(Problem::Unavailable, "/objections", true, "").headers,
              Contains(Pair("Retry-After", "60")));
  EXPECT_THAT(portal_->refuse(Problem::MethodNotAllowed, "/objections", false, "").headers,
              Contains(Pair("Allow", "POST")));
}

}  // namespace
}  // namespace gongshi
