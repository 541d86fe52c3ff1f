// Small random campaigns that come out the same on every machine.
#ifndef TESTS_CHECK_DICE_H_
#define TESTS_CHECK_DICE_H_

#include <random>

namespace gongshi {

class Dice {
 public:
  explicit Dice(unsigned seed) : engine_(seed) {}

  // From 0 to end - 1. The distributions of the library differ between libraries.
  int below(int end) { return static_cast<int>(engine_() % static_cast<unsigned>(end)); }
  bool one_in(int sides) { return below(sides) == 0; }

 private:
  std::mt19937 engine_;
};

}  // namespace gongshi

#endif  // TESTS_CHECK_DICE_H_
