#include "generator/check/selector.h"

#include <algorithm>
#include <string>
#include <vector>

namespace gongshi {
namespace {

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

bool is_about(const Selector& selector, const AwardId& award) {
  return selector.awards.empty() || std::ranges::count(selector.awards, award) > 0;
}

std::optional<SelectorMatch> find_match(const Selector& selector, const Candidate& candidate) {
  if (!is_about(selector, candidate.award)) return std::nullopt;
  for (const std::string& level : selector.levels) {
    if (level == candidate.fact("level")) return SelectorMatch{.column = "level", .word = level};
  }
  for (const std::string& nature : selector.natures) {
    if (nature == candidate.fact("nature"))
      return SelectorMatch{.column = "nature", .word = nature};
  }
  const std::vector<std::string> received =
      selector.honours.empty() ? std::vector<std::string>() : split_list(candidate.fact("honours"));
  for (const std::string& honour : selector.honours) {
    if (contains(received, honour)) return SelectorMatch{.column = "honours", .word = honour};
  }
  for (const std::string& ending : selector.endings) {
    if (candidate.name.ends_with(ending)) return SelectorMatch{.column = "name", .word = ending};
  }
  return std::nullopt;
}

}  // namespace gongshi
