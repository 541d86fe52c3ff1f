// Identifiers as types: a NoticeId is not a CandidateId, and text becomes either only by parsing.
#ifndef GENERATOR_NOTICE_IDENTIFIER_H_
#define GENERATOR_NOTICE_IDENTIFIER_H_

#include <compare>
#include <cstddef>
#include <string>
#include <string_view>

#include "generator/notice/error.h"

namespace gongshi {

// An id names a folder, stands in a URL and is typed by people: ASCII [a-z0-9-], begins and ends
// with a letter or digit (DESIGN 5).
inline constexpr std::size_t kIdentifierLengthMax = 64;  // a readable URL; also a safe file name

// True for text that may be an identifier of any kind.
bool is_identifier(std::string_view text);

// Text that satisfies is_identifier(). Default-constructed it is empty, which no parse returns.
template <class Tag>
class Identifier {
 public:
  Identifier() = default;

  // Invalid for anything else, with a sentence that quotes the text.
  static Result<Identifier> parse(std::string_view text);

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  auto operator<=>(const Identifier&) const = default;

 private:
  explicit Identifier(std::string_view text) : text_(text) {}
  std::string text_;
};

using NoticeId = Identifier<struct NoticeTag>;        // unique in the site
using CampaignId = Identifier<struct CampaignTag>;    // unique in the site
using CandidateId = Identifier<struct CandidateTag>;  // unique in its campaign
using StepId = Identifier<struct StepTag>;            // unique in its campaign
using AwardId = Identifier<struct AwardTag>;          // unique in its campaign
using CalendarId = Identifier<struct CalendarTag>;    // unique in the site

Error not_an_identifier(std::string_view text);

template <class Tag>
Result<Identifier<Tag>> Identifier<Tag>::parse(std::string_view text) {
  if (!is_identifier(text)) return tl::unexpected<Error>(not_an_identifier(text));
  return Identifier(text);
}

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_IDENTIFIER_H_
