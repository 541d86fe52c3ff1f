// The words of a campaign's policies, and their spellings in content and manifest.
#ifndef GENERATOR_NOTICE_POLICY_H_
#define GENERATOR_NOTICE_POLICY_H_

#include <optional>
#include <string_view>

namespace gongshi {

// What the campaign asks of an objector (DOMAIN 3.3). Anonymous objections with concrete facts are
// always kept as a clue, whatever the policy.
enum class IdentityPolicy { Open, EncourageRealName, RequireRealName };

// What becomes of a form opened before the closing instant and sent after it.
enum class LatePolicy { Refuse, MarkLate };

// What the office decided about a notice; never what the clock says.
enum class NoticeState { Published, Suspended, Withdrawn, Closed };

std::string_view to_text(IdentityPolicy policy);  // open | encourage_real_name | require_real_name
std::string_view to_text(LatePolicy policy);      // refuse | mark_late
std::string_view to_text(NoticeState state);      // published | suspended | withdrawn | closed

// Nothing for any other spelling.
std::optional<IdentityPolicy> parse_identity_policy(std::string_view text);
std::optional<LatePolicy> parse_late_policy(std::string_view text);
std::optional<NoticeState> parse_notice_state(std::string_view text);

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_POLICY_H_
