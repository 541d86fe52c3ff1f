// Whom a sentence is about, when they are many.
#ifndef GENERATOR_CHECK_NAME_LIST_H_
#define GENERATOR_CHECK_NAME_LIST_H_

#include <span>
#include <string>

#include "generator/load/candidate.h"

namespace gongshi {

inline constexpr std::size_t kNamesShown = 5;  // a sentence stays one sentence

// "甲、乙、丙"; of more than kNamesShown the first ones and "等". Requires one or more.
std::string name_list(std::span<const Candidate* const> candidates);

}  // namespace gongshi

#endif  // GENERATOR_CHECK_NAME_LIST_H_
