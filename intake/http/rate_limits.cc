#include "intake/http/rate_limits.h"

#include <algorithm>

namespace gongshi {

RateBar::RateBar(Rate rate, std::size_t keys_max) : rate_(rate), keys_max_(keys_max) {}

std::optional<std::chrono::seconds> RateBar::wait(std::uint64_t key, Time now) const {
  const auto found = full_at_.find(key);
  if (found == full_at_.end()) return std::nullopt;
  const auto others = static_cast<std::chrono::milliseconds::rep>(rate_.at_once - 1);
  const auto left = found->second->second - rate_.each * others - now;
  if (left <= Time::duration::zero()) return std::nullopt;
  return std::chrono::ceil<std::chrono::seconds>(left);
}

std::optional<std::chrono::seconds> RateBar::take(std::uint64_t key, Time now) {
  if (const auto left = wait(key, now)) return left;
  const auto found = full_at_.find(key);
  if (found != full_at_.end()) {
    Entry& entry = *found->second;
    entry.second = std::max(entry.second, now) + rate_.each;
    entries_.splice(entries_.end(), entries_, found->second);
    return std::nullopt;
  }
  if (full_at_.size() == keys_max_) {
    full_at_.erase(entries_.front().first);
    entries_.pop_front();
  }
  entries_.emplace_back(key, now + rate_.each);
  full_at_.emplace(key, std::prev(entries_.end()));
  return std::nullopt;
}

RateLimits::RateLimits(const Rates& rates)
    : filings_of_network_(rates.filings_of_network),
      filings_of_shared_network_(rates.filings_of_shared_network),
      filings_on_notice_(rates.filings_on_notice),
      wrong_codes_of_network_(rates.wrong_codes_of_network),
      wrong_codes_of_shared_network_(rates.wrong_codes_of_shared_network),
      wrong_codes_on_number_(rates.wrong_codes_on_number) {}

RateLimits::Wait RateLimits::take_filing(std::optional<ClientNetwork> client,
                                         std::string_view notice, Time now) {
  if (!client) return std::nullopt;
  const std::uint64_t key = hash_.of(notice);
  const std::lock_guard lock(mutex_);
  RateBar& of_network = client->shared ? filings_of_shared_network_ : filings_of_network_;
  if (const Wait full = filings_on_notice_.wait(key, now)) return full;
  if (const Wait full = of_network.take(client->token, now)) return full;
  return filings_on_notice_.take(key, now);
}

RateLimits::Wait RateLimits::wait_before_lookup(std::optional<ClientNetwork> client, Time now) {
  if (!client) return std::nullopt;
  const std::lock_guard lock(mutex_);
  return wrong_codes_of(*client).wait(client->token, now);
}

RateLimits::Wait RateLimits::take_wrong_code(std::optional<ClientNetwork> client,
                                             std::string_view number, Time now) {
  const std::uint64_t key = hash_.of(number);
  const std::lock_guard lock(mutex_);
  if (client) wrong_codes_of(*client).take(client->token, now);
  return wrong_codes_on_number_.take(key, now);
}

RateBar& RateLimits::wrong_codes_of(const ClientNetwork& client) {
  return client.shared ? wrong_codes_of_shared_network_ : wrong_codes_of_network_;
}

}  // namespace gongshi
