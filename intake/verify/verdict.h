// What a check says, to a person who has to act on it.
#ifndef INTAKE_VERIFY_VERDICT_H_
#define INTAKE_VERIFY_VERDICT_H_

#include <string>
#include <utility>
#include <vector>

namespace gongshi {

// Chinese sentences, one to a line, in the order of what was looked at. One that does not hold
// begins with "不成立：".
struct Verdict {
  bool holds = true;
  std::vector<std::string> sentences = {};

  void say(std::string sentence) { sentences.push_back(std::move(sentence)); }
  void deny(const std::string& sentence) {
    holds = false;
    say("不成立：" + sentence);
  }
};

}  // namespace gongshi

#endif  // INTAKE_VERIFY_VERDICT_H_
