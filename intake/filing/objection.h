// What somebody says against a notice, or against one candidate of it.
#ifndef INTAKE_FILING_OBJECTION_H_
#define INTAKE_FILING_OBJECTION_H_

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "generator/notice/identifier.h"

namespace gongshi {

// What the objection is about. The order is that of the form.
enum class Grounds { Eligibility, Facts, Procedure, List, Integrity, Privacy, Other };

// Who stands behind it. An organisation objects under its own name.
enum class Identity { Named, Organization, Anonymous };

inline constexpr std::array kAllGrounds = {
    Grounds::Eligibility, Grounds::Facts,   Grounds::Procedure, Grounds::List,
    Grounds::Integrity,   Grounds::Privacy, Grounds::Other};
inline constexpr std::array kAllIdentities = {Identity::Named, Identity::Organization,
                                              Identity::Anonymous};

std::string_view to_text(Grounds grounds);    // eligibility | facts | procedure | list | …
std::string_view to_text(Identity identity);  // named | organization | anonymous
// Nothing for any other spelling.
std::optional<Grounds> parse_grounds(std::string_view text);
std::optional<Identity> parse_identity(std::string_view text);

std::string_view chinese(Grounds grounds);  // 资格条件, 事迹不实, 程序, 名单错漏, …
std::string_view chinese(Identity identity);  // 实名（个人）, 实名（单位）, 匿名

// Made by parse_objection() or read_record(), which establish that
//   - the notice is one of the manifest's, and the candidate one of the notice's or empty;
//   - all texts are UTF-8 without control characters but TAB and LF, within limits.h;
//   - name and contact are one line each and trimmed, and both are empty when anonymous;
//   - the statement is as written, its line ends LF, and not blank.
struct Objection {
  NoticeId notice;
  CandidateId candidate;  // empty: the notice as a whole
  Grounds grounds = Grounds::Other;
  std::string statement;
  Identity identity = Identity::Anonymous;
  std::string name;     // of the person or the organisation
  std::string contact;  // however they want to be reached

  bool operator==(const Objection&) const = default;
};

}  // namespace gongshi

#endif  // INTAKE_FILING_OBJECTION_H_
