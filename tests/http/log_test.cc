#include "intake/http/log.h"

#include <gtest/gtest.h>

#include "generator/notice/json.h"

namespace gongshi {
namespace {

const Instant kNow = parse_instant("2017-06-22T09:00:00+08:00").value();

// The lines of one event, in both forms.
struct Lines {
  std::string text;
  std::string json;
  Log log{[this](const LogEvent& event) {
    text = to_text_line(event, kNow);
    json = to_json_line(event, kNow);
  }};
};

TEST(LogTest, SaysWhatHappenedInBothForms) {
  Lines lines;
  lines.log(Severity::Info, "answered", {{"request", "0123"}, {"status", 201}});
  EXPECT_EQ(lines.text, "2017-06-22T09:00:00+08:00 level=info answered request=0123 status=201");
  EXPECT_EQ(lines.json,
            R"({"time":"2017-06-22T09:00:00+08:00","level":"info","message":"answered",)"
            R"("request":"0123","status":201})");
}

TEST(LogTest, IsOneLineWhateverIsInIt) {
  Lines lines;
  const std::string_view nasty = "two words\n{\"a\":1}\r\n\xff=\x7f";
  lines.log(Severity::Error, nasty, {{"what", nasty}, {"empty", ""}});
  EXPECT_EQ(lines.text.find_first_of("\r\n"), std::string::npos) << lines.text;
  EXPECT_TRUE(lines.text.ends_with(" empty=\"\""));
  EXPECT_EQ(lines.json.find_first_of("\r\n"), std::string::npos) << lines.json;
  const Json parsed = Json::parse(lines.json);
  EXPECT_EQ(parsed["level"], "error");
  EXPECT_EQ(parsed["what"], "two words\n{\"a\":1}\r\n\xEF\xBF\xBD=\x7f");
}

}  // namespace
}  // namespace gongshi
