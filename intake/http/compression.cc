#include "intake/http/compression.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <cassert>
#include <cstdint>

namespace gongshi {
namespace {

// A page is compressed once and read often; but who asks for every page of a site in turn must not
// keep a processor busy. Both stand where a page of 10 KB takes about a millisecond at most.
constexpr int kGzipLevel = 9;
constexpr int kBrotliQuality = 6;

constexpr int kGzipFormat = 16;  // added to the window's bits: zlib writes a gzip header

// zlib's and brotli's output goes to `packed`, whose size is the longest that helps.
bool gzip(std::string_view bytes, std::string& packed) {
  z_stream stream{};
  if (::deflateInit2(&stream, kGzipLevel, Z_DEFLATED, MAX_WBITS + kGzipFormat, MAX_MEM_LEVEL,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
    return false;
  }
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const bool done = ::deflate(&stream, Z_FINISH) == Z_STREAM_END;
  packed.resize(packed.size() - stream.avail_out);
  ::deflateEnd(&stream);
  return done;
}

bool brotli(std::string_view bytes, std::string& packed) {
  std::size_t size = packed.size();
  const bool done =
      ::BrotliEncoderCompress(kBrotliQuality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                              reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                              reinterpret_cast<std::uint8_t*>(packed.data())) == BROTLI_TRUE;
  packed.resize(done ? size : 0);
  return done;
}

}  // namespace

std::optional<std::string> compress(std::string_view bytes, ContentCoding coding) {
  assert(coding != ContentCoding::Identity);
  if (bytes.empty()) return std::nullopt;
  std::string packed(bytes.size() - 1, '\0');
  const bool done = coding == ContentCoding::Gzip ? gzip(bytes, packed) : brotli(bytes, packed);
  if (!done) return std::nullopt;
  packed.shrink_to_fit();
  return packed;
}

}  // namespace gongshi
