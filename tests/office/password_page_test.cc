// Through the desk site, as a browser gets it.
#include "intake/office/password_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "intake/office/access_words.h"
#include "intake/office/limits.h"
#include "intake/seal/password.h"
#include "tests/office/sample_desk_site.h"

namespace gongshi {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class PasswordPageTest : public DeskPageTest {};

std::map<std::string, std::string> new_password(const std::string& old, const std::string& code,
                                                const std::string& wanted) {
  return {
      {"password", old}, {"code", code}, {"new_password", wanted}, {"new_password_again", wanted}};
}

TEST_F(PasswordPageTest, OnesOwnPasswordIsChangedWithTheOldOneAndAFreshCode) {
  SampleBrowser li = browser_of("li");
  li.get("/password");
  SampleBrowser elsewhere(site_);
  const Account account = sample_.account("li");
  const std::string used = account.credentials.totp.code_at(site_->now());
  Instant soon = site_->now();
  soon.utc += std::chrono::seconds(30);
  const std::string fresh = account.credentials.totp.code_at(soon);
  const std::string old(kSamplePassword);
  const std::string wanted = "四个 不相干 的词 在此";
  auto differ = new_password(old, fresh, wanted);
  differ["new_password_again"] = "四个 不相干 的词 在彼";
  const std::map<std::string, std::string> refused[] = {
      differ,
      new_password(old, fresh, old),
      new_password(old, fresh, "短"),
      new_password("不是这一句口令", fresh, wanted),
      new_password(old, used, wanted),
      new_password(old, "000000", wanted)};
  for (const auto& fields : refused) {
    const Answer answer = li.post("/password", fields);
    EXPECT_EQ(answer.status, 422) << fields.at("new_password");
    EXPECT_THAT(answer.body,
                AllOf(HasSubstr("口令没有更改"), Not(HasSubstr(wanted)), Not(HasSubstr(old))));
  }
  EXPECT_EQ(li.post_bare("/password", new_password(old, fresh, wanted)).status, 403)
      << "not from our page";
  const auto hash_of = [&] {
    return sample_.accounts().read()->find("li")->credentials.password_hash;
  };
  EXPECT_TRUE(password_fits(hash_of(), old));

  const Answer changed = li.post("/password", new_password(old, fresh, wanted));
  EXPECT_EQ(changed.status, 303);
  EXPECT_EQ(header_of(changed, "Location"), "/password?done=yes");
  EXPECT_TRUE(password_fits(hash_of(), wanted));
  EXPECT_EQ(sample_.accounts().read()->find("li")->credentials.totp.text(),
            account.credentials.totp.text());
  EXPECT_THAT(li.get("/password?done=yes").body, HasSubstr("口令已更改"));
  EXPECT_EQ(sample_.accesses().front().what, access::kPasswordChanged);
}

TEST_F(PasswordPageTest, ANewPasswordEndsTheOtherSessionsOfItsOwnerAlone) {
  SampleBrowser zhao = browser_of("zhao");
  SampleBrowser li = browser_of("li");
  const Account account = sample_.account("zhao");
  Instant soon = site_->now();
  soon.utc += std::chrono::seconds(30);
  SampleBrowser other(site_);
  EXPECT_EQ(other.log_in(account, soon).status, 303);
  soon.utc -= std::chrono::seconds(60);
  zhao.get("/password");
  const Answer again = zhao.post(
      "/password", new_password(std::string(kSamplePassword),
                                account.credentials.totp.code_at(soon), "四个 不相干 的词 在此"));
  EXPECT_EQ(again.status, 422) << "a code before the last one counts no more";
  ASSERT_TRUE(change_password(sample_.accounts(), "zhao", "四个 不相干 的词 在此", site_->now()));
  EXPECT_EQ(other.get("/").status, 303);
  EXPECT_EQ(zhao.get("/").status, 303);
  EXPECT_EQ(li.get("/").status, 200);
  EXPECT_EQ(change_password(sample_.accounts(), "nobody", "四个 不相干 的词 在此", site_->now())
                .error()
                .kind,
            ErrorKind::NotFound);
}

TEST_F(PasswordPageTest, GuessingAtTheOldPasswordMeetsTheBarOfTheLogin) {
  SampleBrowser li = browser_of("li");
  li.get("/password");
  Answer answer;
  for (std::size_t i = 0; i <= LoginRates{}.by_known_browser.at_once; ++i) {
    answer = li.post("/password", new_password("guess", "1", "四个 不相干 的词 在此"));
  }
  EXPECT_EQ(answer.status, 429);
  EXPECT_NE(header_of(answer, "Retry-After"), "");
}

}  // namespace
}  // namespace gongshi
