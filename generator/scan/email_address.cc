#include "generator/scan/email_address.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "generator/scan/mobile_number.h"
#include "generator/scan/wording.h"

namespace gongshi {
namespace {

constexpr std::size_t kLocalMax = 64;    // RFC 5321
constexpr std::size_t kDomainMax = 255;  // RFC 5321

constexpr std::array<std::string_view, 31> kProviders = {
    "126.com",    "139.com",        "163.com",    "163.net",     "188.com",      "189.cn",
    "21cn.com",   "263.net",        "aliyun.com", "foxmail.com", "gmail.com",    "hotmail.com",
    "icloud.com", "live.cn",        "live.com",   "me.com",      "msn.com",      "outlook.com",
    "proton.me",  "protonmail.com", "qq.com",     "sina.cn",     "sina.com",     "sina.com.cn",
    "sohu.com",   "tom.com",        "wo.cn",      "yahoo.com",   "yahoo.com.cn", "yeah.net",
    "sogou.com"};

bool is_private(std::string_view domain) {
  for (const std::string_view prefix : {"", "vip."}) {
    if (domain.starts_with(prefix) &&
        std::ranges::find(kProviders, domain.substr(prefix.size())) != kProviders.end()) {
      return true;
    }
  }
  return false;
}

bool is_local(char c) {
  return is_letter_or_digit(c) || c == '.' || c == '_' || c == '-' || c == '+';
}
bool is_domain(char c) { return is_letter_or_digit(c) || c == '.' || c == '-'; }

std::size_t local_begin(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < kLocalMax && is_local(text[begin - 1])) --begin;
  return begin;
}

std::string domain_after(std::string_view text, std::size_t at) {
  std::string domain;
  for (std::size_t i = at + 1; i < text.size() && is_domain(text[i]); ++i) {
    if (domain.size() == kDomainMax) return {};
    domain += 'A' <= text[i] && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
  }
  while (domain.ends_with('.')) domain.pop_back();
  return domain;
}

bool holds_mobile_number(std::string_view local) {
  const NumberLine line(local);
  for (std::size_t run = 0; run < line.runs().size(); ++run) {
    if (mobile_number_at(line, run, Zone::Page)) return true;
  }
  return false;
}

}  // namespace

std::vector<Detection> private_email_addresses(std::string_view text, Zone zone) {
  std::vector<Detection> found;
  if (zone == Zone::ContactBlock) return found;
  for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    const std::size_t begin = local_begin(text, at);
    const std::string local(text.substr(begin, at - begin));
    const std::string domain = domain_after(text, at);
    if (local.empty() || !is_private(domain) || holds_mobile_number(local)) continue;
    found.push_back({.kind = FindingKind::EmailAddress,
                     .severity = Severity::Warn,
                     .at = begin,
                     .value = fmt::format("{}@{}", local, domain),
                     .masked = fmt::format("{}****@{}", local.front(), domain)});
  }
  return found;
}

}  // namespace gongshi
