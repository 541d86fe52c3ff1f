// R25: 评选表彰不收取任何费用.
//
//   fee-demanded   a notice or the criteria seem to ask for a fee
#ifndef GENERATOR_CHECK_FEES_H_
#define GENERATOR_CHECK_FEES_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "generator/load/content.h"
#include "generator/notice/diagnostic.h"

namespace gongshi {

void check_fees(const Content& content, Diagnostics& problems);

// Where the first demand for a fee begins, in bytes: 收取, 缴纳, 交纳 … and soon after it 费, in
// one clause and without a word of refusal before it. Insurance, party dues and taxes are no such
// fee.
std::optional<std::size_t> find_fee(std::string_view text);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_FEES_H_
