// R4: a deadline is an absolute moment. "6月27日前" is read with and without the 27th: real offices
// mean both.
//
//   window-wording   a notice says "X日前" of the end of its objections
#ifndef GENERATOR_CHECK_WORDING_H_
#define GENERATOR_CHECK_WORDING_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "generator/load/content.h"
#include "generator/notice/diagnostic.h"
#include "generator/notice/window.h"

namespace gongshi {

// Reads titles, bodies, corrections and extensions of notices; a campaign's own documents may say
// what they like. The sentence proposes the words for the computed end.
void check_wording(const Content& content, const Windows& windows, Diagnostics& problems);

// A deadline found in text: from its first digit to 前, in bytes.
struct VagueDeadline {
  std::size_t offset = 0;
  std::string_view text;
};

// Every "X月X日前", "X日前", "X日之前" or "X日以前" that stands in a clause about objections, or
// next to one in the same sentence. "日前" without digits means "recently", and 前后, 前往, 前来
// mean other things.
std::vector<VagueDeadline> find_vague_deadlines(std::string_view text);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_WORDING_H_
