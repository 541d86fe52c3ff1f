#include "intake/office/login.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/office/sample_office.h"

namespace gongshi {
namespace {

using std::chrono::seconds;

class LoginTest : public testing::Test {
 protected:
  LoginAttempt attempt(std::string_view password = kSamplePassword) {
    code_ = accounts_.find("li")->credentials.totp.code_at(now_);
    return {.name = "li",
            .password = password,
            .code = code_,
            .browser_mark = "",
            .network = ClientNetwork{.token = 7},
            .now = now_,
            .arrived_at = arrived_};
  }
  LoginAttempt stranger(NetworkToken network) {
    LoginAttempt wrong = attempt("不是这一句口令");
    wrong.network = ClientNetwork{.token = network};
    return wrong;
  }
  // How the attempt ended; nothing for one that was let in.
  std::optional<LoginProblem> problem_of(const LoginAttempt& tried) {
    const auto admitted = gate_.admit(accounts_, tried);
    return admitted ? std::nullopt : std::optional(admitted.error().problem);
  }
  void pass(seconds time) {
    now_.utc += time;
    arrived_ += time;
  }

  const Accounts accounts_ = sample_accounts();
  LoginGate gate_;
  Instant now_ = instant(kWhileOpen);
  std::chrono::steady_clock::time_point arrived_{std::chrono::hours(1000)};
  std::string code_;
};

TEST_F(LoginTest, TakesNamePasswordAndCodeTogether) {
  const auto admitted = gate_.admit(accounts_, attempt());
  ASSERT_TRUE(admitted);
  EXPECT_EQ(*admitted, accounts_.find("li"));
}

TEST_F(LoginTest, EveryPartHasToBeRight) {
  LoginAttempt other_name = attempt();
  other_name.name = "wang";
  LoginAttempt nobody = attempt();
  nobody.name = "nobody";
  LoginAttempt no_code = attempt();
  no_code.code = "";
  LoginAttempt old_code = attempt();
  const std::string old = accounts_.find("li")->credentials.totp.code_at({now_.utc - seconds(120)});
  old_code.code = old;
  LoginAttempt long_password = attempt();
  const std::string endless(std::size_t{1} << 20U, 'x');
  long_password.password = endless;
  for (const LoginAttempt& wrong : {attempt("不是这一句口令"), attempt(""), other_name, nobody,
                                    no_code, old_code, long_password}) {
    EXPECT_EQ(problem_of(wrong), LoginProblem::Wrong) << wrong.name;
  }
}

TEST_F(LoginTest, ACodeCountsOnce) {
  EXPECT_EQ(problem_of(attempt()), std::nullopt);
  EXPECT_EQ(problem_of(attempt()), LoginProblem::Wrong);
  LoginAttempt earlier = attempt();
  const std::string code = accounts_.find("li")->credentials.totp.code_at({now_.utc - kTotpStep});
  earlier.code = code;
  EXPECT_EQ(problem_of(earlier), LoginProblem::Wrong) << "older than the one that was used";
  pass(kTotpStep);
  EXPECT_EQ(problem_of(attempt()), std::nullopt);
}

TEST_F(LoginTest, AStrangerDoesNotUseUpACode) {
  EXPECT_EQ(problem_of(attempt("不是这一句口令")), LoginProblem::Wrong);
  EXPECT_EQ(problem_of(attempt()), std::nullopt);
}

TEST_F(LoginTest, NobodyGuessesForLongFromManyPlaces) {
  const LoginRates rates;
  for (std::size_t i = 0; i < rates.at_account.at_once; ++i) {
    EXPECT_EQ(problem_of(stranger(i)), LoginProblem::Wrong);
  }
  EXPECT_EQ(problem_of(stranger(999)), LoginProblem::TooMany);
  EXPECT_EQ(problem_of(attempt()), LoginProblem::TooMany) << "not even with the right words";
  pass(std::chrono::duration_cast<seconds>(rates.at_account.each));
  EXPECT_EQ(problem_of(attempt()), std::nullopt);
}

TEST_F(LoginTest, NobodyTriesManyNamesFromOnePlace) {
  const LoginRates rates{.of_network = {.at_once = 3, .each = std::chrono::minutes(1)}};
  LoginGate gate(rates);
  std::vector<std::string> names(rates.of_network.at_once + 1);
  for (std::size_t i = 0; i < names.size(); ++i) {
    names[i] = "name-" + std::to_string(i);
    LoginAttempt tried = stranger(7);
    tried.name = names[i];
    const bool passes = i < rates.of_network.at_once;
    const auto admitted = gate.admit(accounts_, tried);
    ASSERT_FALSE(admitted);
    EXPECT_EQ(admitted.error().problem, passes ? LoginProblem::Wrong : LoginProblem::TooMany) << i;
  }
}

TEST_F(LoginTest, StrangersDoNotLockTheKnownBrowserOut) {
  for (NetworkToken network = 0; network < 50; ++network) problem_of(stranger(network));
  LoginAttempt known = attempt();
  const std::string mark = make_browser_mark(accounts_.find("li")->credentials.browser_key);
  known.browser_mark = mark;
  EXPECT_EQ(problem_of(known), std::nullopt);
}

TEST_F(LoginTest, AKnownBrowserHasABarOfItsOwn) {
  const LoginRates rates;
  const BrowserMarkKey& key = accounts_.find("li")->credentials.browser_key;
  const std::string mark = make_browser_mark(key);
  LoginAttempt wrong = attempt("不是这一句口令");
  wrong.browser_mark = mark;
  for (std::size_t i = 0; i < rates.by_known_browser.at_once; ++i) {
    EXPECT_EQ(problem_of(wrong), LoginProblem::Wrong);
  }
  EXPECT_EQ(problem_of(wrong), LoginProblem::TooMany);
  LoginAttempt other = attempt();
  const std::string another_mark = make_browser_mark(key);
  other.browser_mark = another_mark;
  EXPECT_EQ(problem_of(other), std::nullopt) << "another browser of the same person";
}

TEST_F(LoginTest, AMarkOfAnotherAccountIsNone) {
  for (NetworkToken network = 0; network < 50; ++network) problem_of(stranger(network));
  LoginAttempt with_mark = attempt();
  const std::string mark = make_browser_mark(accounts_.find("wang")->credentials.browser_key);
  with_mark.browser_mark = mark;
  EXPECT_EQ(problem_of(with_mark), LoginProblem::TooMany);
}

TEST_F(LoginTest, ManyAtOnceGetNoFurtherThanOneAfterTheOther) {
  std::atomic<std::size_t> looked_at = 0;
  {
    std::vector<std::jthread> crowd;
    const LoginAttempt tried = stranger(7);
    for (int i = 0; i < 40; ++i) {
      crowd.emplace_back([&] {
        const auto admitted = gate_.admit(accounts_, tried);
        if (!admitted && admitted.error().problem == LoginProblem::Wrong) ++looked_at;
      });
    }
  }
  EXPECT_LE(looked_at, LoginRates{}.at_account.at_once);
}

}  // namespace
}  // namespace gongshi
