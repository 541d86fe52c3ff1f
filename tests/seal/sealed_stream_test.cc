#include "intake/seal/sealed_stream.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace gongshi {
namespace {

constexpr std::size_t kHeaderBytes = 24;
constexpr std::size_t kAddedBytes = 17;

StreamKey sample_key(unsigned char fill = 7) {
  StreamKey key;
  key.fill(fill);
  return key;
}

// Bytes of which no two chunks are alike.
std::string sample_bytes(std::size_t count) {
  std::string bytes(count, '\0');
  for (std::size_t i = 0; i < count; ++i) {
    bytes[i] = static_cast<char>((i * 31 + i / kSealedChunkBytes) % 251);
  }
  return bytes;
}

const std::vector<std::size_t>& sample_sizes() {
  static const std::vector<std::size_t> sizes = {0,
                                                 1,
                                                 100,
                                                 kSealedChunkBytes - 1,
                                                 kSealedChunkBytes,
                                                 kSealedChunkBytes + 1,
                                                 2 * kSealedChunkBytes,
                                                 3 * kSealedChunkBytes + 5};
  return sizes;
}

void expect_refused(const std::string& sealed, const std::string& what) {
  const auto opened = open_text(sample_key(), sealed);
  ASSERT_FALSE(opened) << what;
  EXPECT_EQ(opened.error().kind, ErrorKind::Corrupt) << what;
}

TEST(SealedStreamTest, OpensToWhatWasSealed) {
  for (const std::size_t size : sample_sizes()) {
    const std::string plain = sample_bytes(size);
    const std::string sealed = seal_text(sample_key(), plain);
    EXPECT_EQ(open_text(sample_key(), sealed).value(), plain) << size;
    const std::size_t chunks =
        std::max<std::size_t>(1, (size + kSealedChunkBytes - 1) / kSealedChunkBytes);
    EXPECT_EQ(sealed.size(), kHeaderBytes + size + chunks * kAddedBytes) << size;
  }
}

TEST(SealedStreamTest, TheFormatDoesNotDependOnHowTheBytesCome) {
  const std::string plain = sample_bytes(2 * kSealedChunkBytes + 777);
  for (const std::size_t step :
       {std::size_t{1}, std::size_t{4096}, kSealedChunkBytes + 17, plain.size()}) {
    StreamSealer sealer(sample_key());
    std::string sealed;
    for (std::size_t i = 0; i < plain.size(); i += step) {
      sealer.push(std::string_view(plain).substr(i, step), sealed);
    }
    sealer.finish(sealed);
    StreamOpener opener(sample_key());
    std::string opened;
    for (std::size_t i = 0; i < sealed.size(); i += step) {
      ASSERT_TRUE(opener.push(std::string_view(sealed).substr(i, step), opened)) << step;
    }
    ASSERT_TRUE(opener.finish(opened)) << step;
    EXPECT_EQ(opened, plain) << step;
  }
}

TEST(SealedStreamTest, HoldsNoMoreThanAChunk) {
  StreamSealer sealer(sample_key());
  std::string sealed;
  sealer.push(sample_bytes(10 * kSealedChunkBytes), sealed);
  EXPECT_GE(sealed.size(), 9 * kSealedChunkBytes);
}

TEST(SealedStreamTest, SaysNothingOfThePlainBytes) {
  const std::string plain(1000, 'a');
  const std::string sealed = seal_text(sample_key(), plain);
  EXPECT_EQ(sealed.find("aaaa"), std::string::npos);
  EXPECT_NE(sealed, seal_text(sample_key(), plain));  // a fresh header each time
}

TEST(SealedStreamTest, EveryFlippedByteIsRefused) {
  for (const std::size_t size : {std::size_t{0}, std::size_t{100}}) {
    const std::string sealed = seal_text(sample_key(), sample_bytes(size));
    for (std::size_t i = 0; i < sealed.size(); ++i) {
      std::string changed = sealed;
      changed[i] = static_cast<char>(changed[i] ^ 1);
      expect_refused(changed, "byte " + std::to_string(i));
    }
  }
  // Across the borders of chunks as well.
  const std::string sealed = seal_text(sample_key(), sample_bytes(2 * kSealedChunkBytes + 9));
  for (std::size_t i = 0; i < sealed.size(); i += 997) {
    std::string changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 0x80);
    expect_refused(changed, "byte " + std::to_string(i));
  }
}

TEST(SealedStreamTest, EveryCutIsRefused) {
  const std::string sealed = seal_text(sample_key(), sample_bytes(100));
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    expect_refused(sealed.substr(0, i), "cut at " + std::to_string(i));
  }
  const std::string three = seal_text(sample_key(), sample_bytes(3 * kSealedChunkBytes));
  constexpr std::size_t kChunk = kSealedChunkBytes + kAddedBytes;
  for (const std::size_t chunks : {1, 2}) {
    expect_refused(three.substr(0, kHeaderBytes + chunks * kChunk), "whole chunks");
  }
}

TEST(SealedStreamTest, ChunksThatWereMovedDoubledOrAddedAreRefused) {
  const std::string sealed = seal_text(sample_key(), sample_bytes(3 * kSealedChunkBytes));
  constexpr std::size_t kChunk = kSealedChunkBytes + kAddedBytes;
  const auto chunk = [&](std::size_t i) {
    return sealed.substr(kHeaderBytes + i * kChunk, kChunk);
  };
  const std::string header = sealed.substr(0, kHeaderBytes);
  ASSERT_TRUE(open_text(sample_key(), header + chunk(0) + chunk(1) + chunk(2)));
  expect_refused(header + chunk(1) + chunk(0) + chunk(2), "moved");
  expect_refused(header + chunk(0) + chunk(0) + chunk(1) + chunk(2), "doubled");
  expect_refused(header + chunk(0) + chunk(2), "left out");
  expect_refused(sealed + chunk(2), "added");
  expect_refused(sealed + "x", "a byte more");
}

TEST(SealedStreamTest, AnotherKeyOpensNothing) {
  const std::string sealed = seal_text(sample_key(), "plain");
  EXPECT_FALSE(open_text(sample_key(8), sealed));
  EXPECT_NE(random_stream_key(), random_stream_key());
}

TEST(SealedStreamTest, ARefusedStreamStaysRefused) {
  std::string sealed = seal_text(sample_key(), sample_bytes(2 * kSealedChunkBytes + 1));
  sealed[kHeaderBytes] = static_cast<char>(sealed[kHeaderBytes] ^ 1);
  StreamOpener opener(sample_key());
  std::string plain;
  EXPECT_FALSE(opener.push(sealed, plain));
  EXPECT_FALSE(opener.push("more", plain));
  EXPECT_FALSE(opener.finish(plain));
  EXPECT_EQ(plain, "");
}

}  // namespace
}  // namespace gongshi
