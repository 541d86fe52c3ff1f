#include "intake/http/content_coding.h"

#include <gtest/gtest.h>

namespace gongshi {
namespace {

using enum ContentCoding;

struct Asked {
  const char* header;
  ContentCoding chosen;
};

// RFC 9110 12.5.3, and what browsers and programs send.
constexpr Asked kAsked[] = {
    {"", Identity},
    {"gzip", Gzip},
    {"br", Brotli},
    {"gzip, deflate", Gzip},
    {"gzip, deflate, br", Brotli},
    {"gzip, deflate, br, zstd", Brotli},
    {"GZIP", Gzip},
    {"x-gzip", Gzip},
    {"deflate", Identity},
    {"deflate, compress", Identity},
    // Weights.
    {"gzip;q=1.0, br;q=0.5", Gzip},
    {"gzip;q=0.5, br;q=0.500", Brotli},
    {"gzip;q=0.001", Gzip},
    {"gzip;q=0", Identity},
    {"gzip;q=0.000, br;q=0", Identity},
    {"br;q=0, gzip", Gzip},
    {"identity, gzip;q=0.5", Identity},
    {"identity;q=0.5, gzip;q=0.5", Gzip},
    {"identity;q=0.5, gzip;q=0.4", Identity},
    {"identity;q=0.5, gzip;q=0.8", Gzip},
    // The star.
    {"*", Brotli},
    {"*;q=0.1, gzip", Gzip},
    {"*;q=0", Identity},
    {"gzip, *;q=0", Gzip},
    {"br;q=0, *", Gzip},
    {"identity, *;q=0.5", Identity},
    // Identity is not wanted.
    {"identity;q=0", Identity},
    {"identity;q=0, gzip;q=0.1", Gzip},
    {"identity;q=0, *;q=0.1", Brotli},
    // Blanks, empty entries, the same twice.
    {" gzip ;\tq=0.5 ,, br ; Q=0.7 ,", Brotli},
    {"gzip;q=0, gzip", Gzip},
    // An entry that is malformed is not there.
    {"gzip;q=2", Identity},
    {"gzip;q=1.001", Identity},
    {"gzip;q=0.5000", Identity},
    {"gzip;q=-1", Identity},
    {"gzip;q=", Identity},
    {"gzip;q", Identity},
    {"gzip;q=x, br", Brotli},
    {"gzip;level=9", Identity},
    {"gzipped", Identity},
    {"g zip", Identity},
    {";q=1", Identity},
    {"=,;,=;q", Identity},
};

TEST(ContentCodingTest, IsTheOneThatTheClientPrefers) {
  for (const Asked& asked : kAsked) {
    EXPECT_EQ(to_text(choose_coding(asked.header)), to_text(asked.chosen)) << asked.header;
  }
}

TEST(ContentCodingTest, SaysWhatContentEncodingSays) {
  EXPECT_EQ(to_text(Identity), "");
  EXPECT_EQ(to_text(Gzip), "gzip");
  EXPECT_EQ(to_text(Brotli), "br");
}

}  // namespace
}  // namespace gongshi
