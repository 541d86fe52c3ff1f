#include "intake/office/cookies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gongshi {
namespace {

using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(CookiesTest, AValueIsFoundByItsWholeName) {
  const struct {
    std::string_view header;
    std::string_view value;
  } table[] = {{"a=1", "1"},     {"b=2; a=1", "1"}, {"b=2;a=1;c=3", "1"}, {"a=", ""},
               {"", ""},         {"aa=1", ""},      {"b=a=1", ""},        {"a", ""},
               {"a=1; a=2", ""}, {"a=1=2", "1=2"},  {" a=1 ", "1"},       {"A=1", ""}};
  for (const auto& [header, value] : table) EXPECT_EQ(cookie_value(header, "a"), value) << header;
}

TEST(CookiesTest, AreForNoScriptAndNoOtherSite) {
  const DeskCookies local(false);
  for (const std::string& cookie :
       {local.set_session("t"), local.end_session(), local.set_browser("m")}) {
    EXPECT_THAT(cookie, AllOf(StartsWith("gongshi_desk"), HasSubstr("; Path=/"),
                              HasSubstr("; HttpOnly"), HasSubstr("; SameSite=Strict"),
                              Not(HasSubstr("Secure")), Not(HasSubstr("Domain"))));
  }
  EXPECT_THAT(local.set_session("t"), Not(HasSubstr("Max-Age")));
  EXPECT_THAT(local.set_browser("m"), HasSubstr("_browser=m; Max-Age=15552000"));
  EXPECT_THAT(local.end_session(), HasSubstr("=; Max-Age=0"));
}

TEST(CookiesTest, BehindTlsNoOtherHostCanSetThem) {
  const DeskCookies proxied(true);
  for (const std::string& cookie :
       {proxied.set_session("t"), proxied.end_session(), proxied.set_browser("m")}) {
    EXPECT_THAT(cookie, AllOf(StartsWith("__Host-gongshi_desk"), HasSubstr("; Path=/"),
                              EndsWith("; Secure"), Not(HasSubstr("Domain"))));
  }
}

}  // namespace
}  // namespace gongshi
