// The candidates.csv of a content folder. Properties: those of expect_sound_content().
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/fuzzed_content.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  gongshi::expect_sound_content(gongshi::kFuzzedCandidates,
                                {reinterpret_cast<const char*>(data), size});
  return 0;
}
