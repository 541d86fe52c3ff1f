#include "intake/office/login.h"

#include "intake/seal/password.h"

namespace gongshi {
namespace {

// The mark that this attempt came with, when the account's key made it.
std::optional<std::string> known_browser(const Account* account, std::string_view mark) {
  if (account == nullptr) return std::nullopt;
  return read_browser_mark(account->credentials.browser_key, mark);
}

}  // namespace

LoginGate::LoginGate(const LoginRates& rates)
    : nobody_(hash_password("nobody has this password").value_or("")),
      of_network_(rates.of_network),
      at_account_(rates.at_account),
      by_known_browser_(rates.by_known_browser) {}

LoginGate::Wait LoginGate::count(const Account* account, const LoginAttempt& attempt) {
  const auto mark = known_browser(account, attempt.browser_mark);
  const std::uint64_t name = hash_.of(attempt.name);
  const std::scoped_lock lock(mutex_);
  if (mark) return by_known_browser_.take(hash_.of(*mark), attempt.arrived_at);
  if (const Wait full = at_account_.wait(name, attempt.arrived_at)) return full;
  if (attempt.network) {
    const Wait full = of_network_.take(attempt.network->token, attempt.arrived_at);
    if (full) return full;
  }
  return at_account_.take(name, attempt.arrived_at);
}

std::optional<bool> LoginGate::verify_password(const Account* account, std::string_view password) {
  std::unique_lock lock(mutex_);
  if (verifying_ >= kPasswordsAtOnceMax) {
    if (waiting_ >= kPasswordsWaitingMax) return std::nullopt;
    ++waiting_;
    place_free_.wait(lock, [this] { return verifying_ < kPasswordsAtOnceMax; });
    --waiting_;
  }
  ++verifying_;
  lock.unlock();
  const std::string& hash = account == nullptr ? nobody_ : account->credentials.password_hash;
  const bool fits = password_fits(hash, password) && account != nullptr;
  lock.lock();
  --verifying_;
  place_free_.notify_one();
  return fits;
}

bool LoginGate::take_code(const Account& account, const LoginAttempt& attempt) {
  const auto step = account.credentials.totp.step_of(attempt.code, attempt.now);
  if (!step) return false;
  const std::scoped_lock lock(mutex_);
  const auto [last, is_first] = last_steps_.emplace(account.name, *step);
  const bool is_new = is_first || *step > last->second;
  if (is_new) last->second = *step;
  return is_new;
}

tl::expected<const Account*, LoginRefusal> LoginGate::admit(const Accounts& accounts,
                                                            const LoginAttempt& attempt) {
  const Account* const account = accounts.find(attempt.name);
  if (const Wait wait = count(account, attempt)) {
    return tl::unexpected(LoginRefusal{.problem = LoginProblem::TooMany, .wait = *wait});
  }
  const bool bearable = attempt.password.size() <= kPasswordLengthMax * 4;  // bytes of UTF-8
  const auto fits = verify_password(account, bearable ? attempt.password : std::string_view());
  if (!fits) return tl::unexpected(LoginRefusal{.problem = LoginProblem::Busy});
  // A code is used up by the right password alone, or a stranger could use up its owner's.
  if (*fits && take_code(*account, attempt)) return account;
  return tl::unexpected(LoginRefusal{.problem = LoginProblem::Wrong});
}

}  // namespace gongshi
