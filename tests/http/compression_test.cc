#include "intake/http/compression.h"

#include <brotli/decode.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include <cstdint>

namespace gongshi {
namespace {

std::string unpack_gzip(std::string_view packed, std::size_t size) {
  std::string bytes(size + 1, '\0');
  z_stream stream{};
  EXPECT_EQ(::inflateInit2(&stream, MAX_WBITS + 16), Z_OK);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
  EXPECT_EQ(::inflate(&stream, Z_FINISH), Z_STREAM_END);
  bytes.resize(stream.total_out);
  ::inflateEnd(&stream);
  return bytes;
}

std::string unpack_brotli(std::string_view packed, std::size_t size) {
  std::string bytes(size + 1, '\0');
  std::size_t count = bytes.size();
  EXPECT_EQ(
      ::BrotliDecoderDecompress(packed.size(), reinterpret_cast<const std::uint8_t*>(packed.data()),
                                &count, reinterpret_cast<std::uint8_t*>(bytes.data())),
      BROTLI_DECODER_RESULT_SUCCESS);
  bytes.resize(count);
  return bytes;
}

TEST(CompressionTest, CanBeUndone) {
  std::string page = "<!doctype html>";
  for (int i = 0; page.size() < 10'000; ++i) page += "<li>第" + std::to_string(i) + "名</li>\n";
  const auto gzip = compress(page, ContentCoding::Gzip);
  const auto brotli = compress(page, ContentCoding::Brotli);
  ASSERT_TRUE(gzip);
  ASSERT_TRUE(brotli);
  EXPECT_LT(gzip->size(), page.size() / 3);
  EXPECT_LT(brotli->size(), gzip->size());
  EXPECT_EQ(unpack_gzip(*gzip, page.size()), page);
  EXPECT_EQ(unpack_brotli(*brotli, page.size()), page);
  EXPECT_EQ(compress(page, ContentCoding::Gzip), gzip);
  EXPECT_EQ(compress(page, ContentCoding::Brotli), brotli);
}

TEST(CompressionTest, IsNotWorthItWhenNothingGetsSmaller) {
  std::string noise;
  for (std::uint32_t i = 0, x = 1; i < 4096; ++i) {
    x = x * 1'664'525 + 1'013'904'223;
    noise += static_cast<char>(x >> 24U);
  }
  for (const ContentCoding coding : {ContentCoding::Gzip, ContentCoding::Brotli}) {
    EXPECT_FALSE(compress(noise, coding));
    EXPECT_FALSE(compress("", coding));
    EXPECT_FALSE(compress("a", coding));
  }
}

}  // namespace
}  // namespace gongshi
