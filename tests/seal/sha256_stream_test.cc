#include "intake/seal/sha256_stream.h"

#include <gtest/gtest.h>

#include <string>

namespace gongshi {
namespace {

TEST(Sha256StreamTest, AgreesWithTheDigestOfTheWhole) {
  std::string bytes;
  for (int i = 0; i < 1000; ++i) bytes += std::to_string(i);
  for (const std::size_t step : {std::size_t{1}, std::size_t{63}, std::size_t{64}, bytes.size()}) {
    Sha256Stream stream;
    for (std::size_t i = 0; i < bytes.size(); i += step) {
      stream.add(std::string_view(bytes).substr(i, step));
    }
    EXPECT_EQ(stream.digest(), sha256(bytes)) << step;
  }
  EXPECT_EQ(Sha256Stream().digest(), sha256(""));
}

}  // namespace
}  // namespace gongshi
