#include "generator/notice/manifest.h"

#include <gtest/gtest.h>

#include <functional>

#include "generator/notice/json.h"
#include "generator/notice/manifest_parts.h"

namespace gongshi {
namespace {

ManifestNotice a_notice(std::string_view id) {
  ManifestNotice notice;
  notice.id = *NoticeId::parse(id);
  notice.title = "关于正式推荐对象的公示";
  notice.campaign = *CampaignId::parse("shanxi-2017");
  notice.step = "省级公示";
  notice.publisher = "推荐评选领导小组办公室";
  notice.url = "/notices/" + std::string(id) + "/";
  notice.published_at = *parse_instant("2017-06-21T00:00:00+08:00");
  notice.opens = *parse_date("2017-06-21");
  notice.closes = *parse_date("2017-06-27");
  notice.closes_at = *parse_instant("2017-06-28T00:00:00+08:00");
  notice.working_days = {*parse_date("2017-06-21"), *parse_date("2017-06-22")};
  notice.calendar = *CalendarId::parse("cn");
  notice.page_sha256 = "00";
  notice.candidates = {
      {.id = *CandidateId::parse("c1"), .name = "𬱖某", .award = "先进工作者", .unit = "某局"}};
  notice.channels = {{.kind = "phone", .value = "0351-4019050", .hours = ""}};
  return notice;
}

CalendarDays a_calendar(std::string_view id) {
  return {.id = *CalendarId::parse(id),
          .from = *parse_date("2017-06-20"),
          .through = *parse_date("2017-12-31"),
          .working_days = {*parse_date("2017-06-20"), *parse_date("2017-06-21")}};
}

Manifest a_manifest() {
  return {
      .site = {.name = "公示",
               .base_url = "https://gongshi.example",
               .publisher = "办公室",
               .handling = HandlingPeriods{.tell_within = 3, .conclude_within = 8, .extension = 5}},
      .content_sha256 = "abc",
      .calendars = {a_calendar("cn"), a_calendar("cn-gx")},
      .notices = {a_notice("a"), a_notice("b")}};
}

TEST(ManifestTest, ComesBackByteForByte) {
  const std::string text = write_manifest(a_manifest());
  const auto read = read_manifest(text);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(write_manifest(*read), text);
}

TEST(ManifestTest, MayBeWrittenInParts) {
  Manifest manifest = a_manifest();
  std::vector<std::string> parts;
  for (const ManifestNotice& notice : manifest.notices) {
    parts.push_back(write_manifest_notice(notice));
  }
  EXPECT_EQ(write_manifest(manifest, parts), write_manifest(manifest));
  EXPECT_EQ(Json::parse(write_manifest(manifest)).dump(2) + "\n", write_manifest(manifest));
  manifest.notices.clear();
  EXPECT_EQ(Json::parse(write_manifest(manifest)).dump(2) + "\n", write_manifest(manifest));
}

// After an edit of a text: byte for byte what write_manifest() gives.
TEST(ManifestTest, TakesOtherDigestsWithoutBeingRead) {
  Manifest manifest = a_manifest();
  manifest.notices[0].title = R"(",\n "page_sha256": "01)";
  manifest.notices[1].page_sha256 = "01";
  const std::string before = write_manifest(manifest);
  manifest.content_sha256 = "cdef";
  manifest.notices[1].page_sha256 = "02";
  EXPECT_EQ(with_digests(before, {.content_sha256 = "cdef", .pages = {{"01", "02"}}}),
            write_manifest(manifest));
}

TEST(ManifestTest, NoDigestIsGuessed) {
  const std::string text = write_manifest(a_manifest());
  EXPECT_FALSE(with_digests(text, {.content_sha256 = "c", .pages = {{"01", "02"}}})) << "not there";
  EXPECT_FALSE(with_digests(text, {.content_sha256 = "c", .pages = {{"00", "02"}}})) << "twice";
  EXPECT_FALSE(with_digests("{}", {.content_sha256 = "c", .pages = {}})) << "no manifest";
}

// DOMAIN R20: the office's own periods, and the days to count them in.
TEST(ManifestTest, CarriesPeriodsAndTheDaysToCountThemIn) {
  const Json root = Json::parse(write_manifest(a_manifest()));
  EXPECT_EQ(root["site"]["handling"].dump(),
            R"({"tell_within":3,"conclude_within":8,"extension":5})");
  EXPECT_EQ(root["calendars"][1].dump(),
            R"({"id":"cn-gx","from":"2017-06-20","through":"2017-12-31",)"
            R"("working_days":["2017-06-20","2017-06-21"]})");
  const Manifest read = *read_manifest(root.dump());
  EXPECT_EQ(read.site.handling, a_manifest().site.handling);
  EXPECT_EQ(read.calendars, a_manifest().calendars);
}

TEST(ManifestTest, AnOlderOneHasNeither) {
  Json root = Json::parse(write_manifest(a_manifest()));
  root.erase("calendars");
  root["site"].erase("handling");
  const auto read = read_manifest(root.dump());
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->site.handling, std::nullopt);
  EXPECT_TRUE(read->calendars.empty());
  EXPECT_EQ(write_manifest(*read), root.dump(2) + "\n");
}

TEST(ManifestTest, HasTheKeysOfTheContractInOrder) {
  const Json root = Json::parse(write_manifest(a_manifest()));
  std::vector<std::string> keys;
  for (const auto& [key, value] : root["notices"][0].items()) keys.push_back(key);
  EXPECT_EQ(keys, (std::vector<std::string>{
                      "id", "title", "campaign", "step", "publisher", "url", "state",
                      "published_at", "opens", "closes", "closes_at", "working_days", "calendar",
                      "identity_policy", "late_policy", "page_sha256", "candidates", "channels"}));
  EXPECT_EQ(root["schema"], "gongshi.publicity/v1");
  EXPECT_EQ(root["notices"][0]["closes_at"], "2017-06-28T00:00:00+08:00");
}

TEST(ManifestTest, FindsWhatItHolds) {
  const Manifest manifest = a_manifest();
  ASSERT_NE(manifest.find(*NoticeId::parse("b")), nullptr);
  EXPECT_EQ(manifest.find(*NoticeId::parse("c")), nullptr);
  EXPECT_NE(manifest.notices[0].find(*CandidateId::parse("c1")), nullptr);
  EXPECT_EQ(manifest.notices[0].find(*CandidateId::parse("c2")), nullptr);
}

TEST(ManifestTest, UnknownKeysAreForLaterVersions) {
  Json root = Json::parse(write_manifest(a_manifest()));
  root["later"] = true;
  root["notices"][0]["later"] = 1;
  EXPECT_TRUE(read_manifest(root.dump()));
}

TEST(ManifestTest, RefusesWhatIsNoManifestAndNamesTheKey) {
  const std::string good = write_manifest(a_manifest());
  struct Case {
    const char* named;
    std::function<void(Json&)> spoil;
  };
  const Case cases[] = {
      {"schema", [](Json& m) { m["schema"] = "gongshi.publicity/v2"; }},
      {"schema", [](Json& m) { m.erase("schema"); }},
      {"notices", [](Json& m) { m["notices"] = "none"; }},
      {"notices", [](Json& m) { m["notices"][1]["id"] = "a"; }},
      {"notices", [](Json& m) { std::swap(m["notices"][0], m["notices"][1]); }},
      {"id", [](Json& m) { m["notices"][0]["id"] = "../etc"; }},
      {"state", [](Json& m) { m["notices"][0]["state"] = "open"; }},
      {"closes_at", [](Json& m) { m["notices"][0]["closes_at"] = "2017-06-28"; }},
      {"opens", [](Json& m) { m["notices"][0]["opens"] = "2017-06-31"; }},
      {"ends before", [](Json& m) { m["notices"][0]["closes_at"] = "2017-06-20T00:00:00Z"; }},
      {"working_days", [](Json& m) { m["notices"][0]["working_days"] = {1}; }},
      {"candidates", [](Json& m) { m["notices"][0].erase("candidates"); }},
      {"kind", [](Json& m) { m["notices"][0]["channels"][0].erase("kind"); }},
      {"site", [](Json& m) { m["site"] = 1; }},
      {"extension", [](Json& m) { m["site"]["handling"].erase("extension"); }},
      {"tell_within", [](Json& m) { m["site"]["handling"]["tell_within"] = 0; }},
      {"tell_within", [](Json& m) { m["site"]["handling"]["tell_within"] = 11; }},
      {"tell_within", [](Json& m) { m["site"]["handling"]["tell_within"] = 2.0; }},
      {"conclude_within", [](Json& m) { m["site"]["handling"]["conclude_within"] = -1; }},
      {"conclude_within",
       [](Json& m) { m["site"]["handling"]["conclude_within"] = 18446744073709551615U; }},
      {"tell_within", [](Json& m) { m["site"]["handling"] = nullptr; }},
      {"calendars", [](Json& m) { m["calendars"] = 1; }},
      {"calendars", [](Json& m) { std::swap(m["calendars"][0], m["calendars"][1]); }},
      {"id", [](Json& m) { m["calendars"][0]["id"] = ""; }},
      {"cn", [](Json& m) { m["calendars"][0]["through"] = "2017-06-19"; }},
      {"outside", [](Json& m) { m["calendars"][0]["through"] = "2017-06-20"; }},
      {"outside", [](Json& m) { m["calendars"][0]["from"] = "2017-06-21"; }},
      {"order of time",
       [](Json& m) {
         m["calendars"][0]["working_days"] = {"2017-06-21", "2017-06-21"};
       }},
  };
  for (const Case& c : cases) {
    Json spoiled = Json::parse(good);
    c.spoil(spoiled);
    const auto read = read_manifest(spoiled.dump());
    ASSERT_FALSE(read) << c.named;
    EXPECT_NE(read.error().message.find(c.named), std::string::npos) << read.error().message;
  }
  for (const std::string_view text : {"", "{", "[]", "null", "\xFF", "{\"schema\":1}"}) {
    EXPECT_FALSE(read_manifest(text)) << text;
  }
}

}  // namespace
}  // namespace gongshi
