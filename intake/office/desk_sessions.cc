#include "intake/office/desk_sessions.h"

#include <algorithm>
#include <array>

#include "intake/office/limits.h"
#include "intake/seal/random_bytes.h"

namespace gongshi {

std::string DeskSessions::begin(const Account& account, Time now) {
  std::array<unsigned char, 32> random{};
  fill_random(random);
  std::string token = hex(random);
  const std::scoped_lock lock(mutex_);
  make_room(account.name);
  entries_.emplace(sha256(token), Entry{.account = account.name,
                                        .credentials = sha256(account.credentials.password_hash),
                                        .began = now,
                                        .used = now});
  return token;
}

void DeskSessions::make_room(std::string_view account) {
  std::size_t count = 0;
  auto oldest = entries_.end();
  for (auto it = entries_.begin(); it != entries_.end(); ++it) {
    if (it->second.account != account) continue;
    ++count;
    if (oldest == entries_.end() || it->second.used < oldest->second.used) oldest = it;
  }
  if (count >= kSessionsOfAccountMax) entries_.erase(oldest);
}

std::optional<std::string> DeskSessions::find(std::string_view token, Time now) {
  const std::scoped_lock lock(mutex_);
  const auto found = entries_.find(sha256(token));
  if (found == entries_.end()) return std::nullopt;
  Entry& entry = found->second;
  if (now - entry.used >= kSessionIdleMax || now - entry.began >= kSessionLifeMax) {
    entries_.erase(found);
    return std::nullopt;
  }
  entry.used = std::max(entry.used, now);
  return entry.account;
}

bool DeskSessions::is_of(std::string_view token, const Account& account) {
  const std::scoped_lock lock(mutex_);
  const auto found = entries_.find(sha256(token));
  return found != entries_.end() && found->second.account == account.name &&
         found->second.credentials == sha256(account.credentials.password_hash);
}

void DeskSessions::end(std::string_view token) {
  const std::scoped_lock lock(mutex_);
  entries_.erase(sha256(token));
}

std::string form_token(std::string_view session_token) {
  return hex(hmac_sha256(session_token, "form"));
}

}  // namespace gongshi
