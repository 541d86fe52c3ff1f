#include "generator/notice/policy.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gongshi {
namespace {

template <class Enum, std::size_t N>
using Spellings = std::array<std::pair<Enum, std::string_view>, N>;

constexpr Spellings<IdentityPolicy, 3> kIdentityPolicies = {{
    {IdentityPolicy::Open, "open"},
    {IdentityPolicy::EncourageRealName, "encourage_real_name"},
    {IdentityPolicy::RequireRealName, "require_real_name"},
}};

constexpr Spellings<LatePolicy, 2> kLatePolicies = {{
    {LatePolicy::Refuse, "refuse"},
    {LatePolicy::MarkLate, "mark_late"},
}};

constexpr Spellings<NoticeState, 4> kNoticeStates = {{
    {NoticeState::Published, "published"},
    {NoticeState::Suspended, "suspended"},
    {NoticeState::Withdrawn, "withdrawn"},
    {NoticeState::Closed, "closed"},
}};

template <class Enum, std::size_t N>
std::string_view spelling(const Spellings<Enum, N>& spellings, Enum value) {
  const auto* it = std::ranges::find(spellings, value, &std::pair<Enum, std::string_view>::first);
  return it->second;
}

template <class Enum, std::size_t N>
std::optional<Enum> parse(const Spellings<Enum, N>& spellings, std::string_view text) {
  const auto* it = std::ranges::find(spellings, text, &std::pair<Enum, std::string_view>::second);
  if (it == spellings.end()) return std::nullopt;
  return it->first;
}

}  // namespace

std::string_view to_text(IdentityPolicy policy) { return spelling(kIdentityPolicies, policy); }
std::string_view to_text(LatePolicy policy) { return spelling(kLatePolicies, policy); }
std::string_view to_text(NoticeState state) { return spelling(kNoticeStates, state); }

std::optional<IdentityPolicy> parse_identity_policy(std::string_view text) {
  return parse(kIdentityPolicies, text);
}
std::optional<LatePolicy> parse_late_policy(std::string_view text) {
  return parse(kLatePolicies, text);
}
std::optional<NoticeState> parse_notice_state(std::string_view text) {
  return parse(kNoticeStates, text);
}

}  // namespace gongshi
