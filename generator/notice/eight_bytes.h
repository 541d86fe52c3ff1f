// Eight bytes of a text looked at in one step, for loops over whole pages: arithmetic on one number
// of 64 bits, the same on every processor.
#ifndef GENERATOR_NOTICE_EIGHT_BYTES_H_
#define GENERATOR_NOTICE_EIGHT_BYTES_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace gongshi {

// Which of the eight bytes are meant.
class ByteMarks {
 public:
  // The highest bit of each byte that is meant, and no other bit; the first byte is the lowest.
  constexpr explicit ByteMarks(std::uint64_t bits) : bits_(bits) {}

  constexpr bool any() const { return bits_ != 0; }
  // Not every processor of a kind counts bits in one step; all multiply.
  constexpr std::size_t count() const { return ((bits_ >> 7U) * 0x0101010101010101U) >> 56U; }
  // Where the first stands, and the place after the last; 8 and 0 when there is none.
  constexpr std::size_t first() const { return static_cast<unsigned>(std::countr_zero(bits_)) / 8; }
  constexpr std::size_t end() const {
    return 8 - static_cast<unsigned>(std::countl_zero(bits_)) / 8;
  }

  // Those before the first and those after the last of `others`: all, when there are no others.
  constexpr ByteMarks before(ByteMarks others) const {
    return ByteMarks(bits_ & (others.bits_ - 1));
  }
  constexpr ByteMarks after(ByteMarks others) const {
    if (!others.any()) return *this;
    const int last = 63 - std::countl_zero(others.bits_);
    return ByteMarks(bits_ & (~std::uint64_t{1} << static_cast<unsigned>(last)));
  }

  friend constexpr ByteMarks operator|(ByteMarks a, ByteMarks b) {
    return ByteMarks(a.bits_ | b.bits_);
  }

 private:
  std::uint64_t bits_;
};

class EightBytes {
 public:
  static constexpr std::size_t kSize = 8;

  // Reads eight bytes from `from` on.
  explicit EightBytes(const char* from) {
    std::memcpy(&bytes_, from, sizeof bytes_);
    if constexpr (std::endian::native == std::endian::big) bytes_ = __builtin_bswap64(bytes_);
  }

  // Those that are `c`, which must be ASCII.
  ByteMarks equal(char c) const {
    const std::uint64_t difference = bytes_ ^ each(c);
    return ByteMarks(~(((difference & kLow) + kLow) | difference) & kHigh);
  }

  // Those from `first` to `last`, which must be ASCII.
  ByteMarks within(char first, char last) const {
    const std::uint64_t low = bytes_ & kLow;
    const std::uint64_t reach_first = low + (kHigh - each(first));
    const std::uint64_t pass_last = low + (kLow - each(last));
    return ByteMarks(reach_first & ~pass_last & ~bytes_ & kHigh);
  }

  // Those that are no ASCII.
  ByteMarks beyond_ascii() const { return ByteMarks(bytes_ & kHigh); }

  // Whether the first three bytes, or the first six, have the form of characters of three bytes in
  // UTF-8: nearly all Chinese.
  bool holds_character() const { return (bytes_ & 0xC0C0F0U) == 0x8080E0U; }
  bool holds_two_characters() const { return (bytes_ & 0xC0C0F0C0C0F0U) == 0x8080E08080E0U; }

  // The code points of these characters.
  std::uint32_t first_character() const { return character(bytes_); }
  std::uint32_t second_character() const { return character(bytes_ >> 24U); }

 private:
  static constexpr std::uint64_t kOnes = 0x0101010101010101;
  static constexpr std::uint64_t kLow = 0x7F * kOnes;
  static constexpr std::uint64_t kHigh = 0x80 * kOnes;

  static constexpr std::uint32_t character(std::uint64_t bytes) {
    return static_cast<std::uint32_t>(((bytes & 0x0FU) << 12U) | ((bytes >> 2U) & 0xFC0U) |
                                      ((bytes >> 16U) & 0x3FU));
  }
  static constexpr std::uint64_t each(char c) { return static_cast<unsigned char>(c) * kOnes; }

  std::uint64_t bytes_ = 0;
};

inline bool is_ascii(std::string_view text) {
  std::size_t i = 0;
  for (; text.size() - i >= EightBytes::kSize; i += EightBytes::kSize) {
    if (EightBytes(text.data() + i).beyond_ascii().any()) return false;
  }
  while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
  return i == text.size();
}

// How often `c`, which must be ASCII, stands in `text`.
inline std::size_t count_bytes(std::string_view text, char c) {
  std::size_t count = 0;
  std::size_t i = 0;
  for (; text.size() - i >= EightBytes::kSize; i += EightBytes::kSize) {
    count += EightBytes(text.data() + i).equal(c).count();
  }
  for (; i < text.size(); ++i) count += text[i] == c ? 1 : 0;
  return count;
}

}  // namespace gongshi

#endif  // GENERATOR_NOTICE_EIGHT_BYTES_H_
