#include "generator/scan/suspect_line.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "generator/notice/eight_bytes.h"
#include "generator/scan/joined_digits.h"

namespace gongshi {
namespace {

// Pairs of characters; between them may stand blanks or a line end ("身  份", "身\n份").
struct Pair {
  std::string_view first, second;
  bool header;   // stands in headers that are forbidden or doubtful
  bool context;  // stands beside a date or an address
};

constexpr std::array<Pair, 22> kPairs = {
    {{"身", "份", true, false}, {"证", "件", true, false}, {"护", "照", true, false},
     {"户", "籍", true, true},  {"户", "口", true, true},  {"电", "话", true, false},
     {"手", "机", true, false}, {"银", "行", true, false}, {"账", "号", true, false},
     {"帐", "号", true, false}, {"卡", "号", true, false}, {"住", "址", true, true},
     {"家", "庭", true, true},  {"地", "址", true, false}, {"处", "分", true, false},
     {"家", "住", false, true}, {"现", "住", false, true}, {"居", "住", false, true},
     {"出", "生", true, true},  {"生", "于", false, true}, {"生", "日", true, true},
     {"公", "民", true, false}}};

constexpr unsigned byte_of(char c) { return static_cast<unsigned char>(c); }

constexpr bool continues(char c) { return (byte_of(c) & 0xC0U) == 0x80U; }

// The character whose three bytes begin at `bytes`.
constexpr std::uint32_t character_at(const char* bytes) {
  return ((byte_of(bytes[0]) & 0x0FU) << 12U) | ((byte_of(bytes[1]) & 0x3FU) << 6U) |
         (byte_of(bytes[2]) & 0x3FU);
}

constexpr bool is_three_bytes(const char* bytes) {
  return (byte_of(bytes[0]) & 0xF0U) == 0xE0U && continues(bytes[1]) && continues(bytes[2]);
}

// U+4000…U+9FFF.
constexpr bool leads_han(char c) { return 0xE4 <= byte_of(c) && byte_of(c) <= 0xE9; }

// One bit for each character of three bytes: there is nothing to it. Han, unless a pair begins with
// it; U+3001…U+303F (、。《》), U+2018…U+2026 (“”…), the full-width forms that are no digit,
// letter, '＠', '．' or '＋', and separators.
using Characters = std::array<std::uint64_t, 0x10000 / 64>;

constexpr void add(Characters& set, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t c = first; c <= last; ++c) set.at(c / 64) |= std::uint64_t{1} << (c % 64);
}

constexpr Characters make_innocent() {
  Characters set{};
  add(set, 0x4000, 0x9FFF);
  add(set, 0x3001, 0x303F);
  add(set, 0x2018, 0x2026);
  add(set, 0xFF01, 0xFF07);
  add(set, 0xFF0A, 0xFF0A);
  add(set, 0xFF0C, 0xFF0C);
  add(set, 0xFF0F, 0xFF0F);
  add(set, 0xFF1A, 0xFF1F);
  for (const std::string_view separator : kDigitSeparators) {
    if (separator.size() != 3) continue;
    const std::uint32_t c = character_at(separator.data());
    add(set, c, c);
  }
  for (const Pair& pair : kPairs) {
    const std::uint32_t c = character_at(pair.first.data());
    set.at(c / 64) &= ~(std::uint64_t{1} << (c % 64));
  }
  return set;
}

constexpr Characters kInnocent = make_innocent();

bool is_innocent(std::uint32_t c) { return ((kInnocent[c / 64] >> (c % 64)) & 1U) != 0; }

// Past the innocent characters that `text` begins with, to one that is not or to ASCII. Leaves the
// last few bytes to others.
std::size_t past_innocent(std::string_view text, std::size_t i) {
  for (; text.size() - i >= EightBytes::kSize; i += 6) {
    const EightBytes bytes(text.data() + i);
    if (!bytes.holds_two_characters()) {
      return bytes.holds_character() && is_innocent(bytes.first_character()) ? i + 3 : i;
    }
    if (!is_innocent(bytes.first_character())) return i;
    if (!is_innocent(bytes.second_character())) return i + 3;
  }
  return i;
}

constexpr std::uint32_t pair_key(std::uint32_t first, std::uint32_t second) {
  return first << 16U | second;
}

constexpr std::uint32_t key_of(const Pair& pair) {
  return pair_key(character_at(pair.first.data()), character_at(pair.second.data()));
}

std::size_t skip_blanks(std::string_view text, std::size_t i) {
  constexpr std::size_t kBlanksMax = 12;
  const std::size_t stop = std::min(text.size(), i + kBlanksMax);
  while (i < stop) {
    if (text[i] == ' ' || ('\t' <= text[i] && text[i] <= '\r')) {
      ++i;
    } else if (text[i] == '\xE3' && text.substr(i).starts_with("\u3000")) {
      i += 3;
    } else {
      break;
    }
  }
  return i;
}

// Reads the text once, and the lines in which there is a digit, an '@', the beginning of a pair or
// a character that is not innocent a little closer.
class FirstPass {
 public:
  explicit FirstPass(std::string_view text) : text_(text) {}

  std::vector<SuspectLine> run() {
    while (find_line()) read_line();
    return std::move(found_);
  }

 private:
  // Past all that cannot matter, line ends included: most of any text. False at the end.
  bool find_line() {
    while (text_.size() - at_ >= EightBytes::kSize) {
      const EightBytes bytes(text_.data() + at_);
      const ByteMarks stops = bytes.within('0', '9') | bytes.equal('@') | bytes.beyond_ascii();
      at_ += stops.first();
      if (!stops.any()) continue;
      const std::size_t here = at_;
      at_ = past_innocent(text_, here);
      if (at_ == here) break;
    }
    if (at_ == text_.size()) return false;
    const std::size_t before = at_ == 0 ? std::string_view::npos : text_.rfind('\n', at_ - 1);
    line_ = {.begin = before == std::string_view::npos ? 0 : before + 1};
    digits_ = 0;
    context_ = false;
    return true;
  }

  // From what is of interest on to the line's end, and past it.
  void read_line() {
    while (true) {
      skip_innocent();
      if (at_ == text_.size() || text_[at_] == '\n') break;
      step();
    }
    line_.end = at_;
    const std::string_view line = text_.substr(line_.begin, line_.end - line_.begin);
    line_.values = line_.values || (context_ && digits_ > 0) ||
                   (digits_ >= kHotlineDigits && holds_joined_digits(line));
    if (line_.values || line_.headers) keep_line();
    at_ = std::min(at_ + 1, text_.size());
  }

  void keep_line() {
    const std::string_view passed = text_.substr(counted_, line_.begin - counted_);
    number_ += static_cast<int>(count_bytes(passed, '\n'));
    counted_ = line_.begin;
    line_.number = number_;
    found_.push_back(line_);
  }

  // Past innocent characters and ASCII, up to '@', a line end, or what needs a closer look.
  void skip_innocent() {
    while (text_.size() - at_ >= EightBytes::kSize) {
      const EightBytes bytes(text_.data() + at_);
      const ByteMarks stops = bytes.equal('\n') | bytes.equal('@') | bytes.beyond_ascii();
      digits_ += bytes.within('0', '9').before(stops).count();
      at_ += stops.first();
      if (!stops.any()) continue;
      const std::size_t here = at_;
      at_ = past_innocent(text_, here);
      if (at_ == here) break;
    }
  }

  // One character that is no line end.
  void step() {
    const char c = text_[at_];
    if (c == '@') {
      line_.values = true;
      ++at_;
    } else if (byte_of(c) < 0xC0) {
      if ('0' <= c && c <= '9') ++digits_;
      ++at_;
    } else if (text_.size() - at_ >= 3 && is_three_bytes(text_.data() + at_)) {
      character();
    } else if (leads_han(c)) {
      ++at_;  // broken off
    } else {
      rare();
    }
  }

  void character() {
    if (!is_innocent(character_at(text_.data() + at_))) {
      if (leads_han(text_[at_])) {
        look_for_pair();
      } else {
        line_.values = line_.headers = true;
      }
    }
    at_ += 3;
  }

  // What is no punctuation, outside ASCII and Han, may be a digit, a letter or a radical in
  // disguise, and the line is read closely.
  void rare() {
    constexpr std::string_view kMiddleDot = "\u00B7";  // of kDigitSeparators; it has two bytes
    if (text_.substr(at_).starts_with(kMiddleDot)) {
      at_ += kMiddleDot.size();
    } else {
      line_.values = line_.headers = true;
      ++at_;
    }
  }

  void look_for_pair() {
    const std::size_t second = skip_blanks(text_, at_ + 3);
    if (text_.size() - second < 3 || !is_three_bytes(text_.data() + second)) return;
    const std::uint32_t key =
        pair_key(character_at(text_.data() + at_), character_at(text_.data() + second));
    for (const Pair& pair : kPairs) {
      if (key != key_of(pair)) continue;
      line_.headers = line_.headers || pair.header;
      context_ = context_ || pair.context;
    }
  }

  std::string_view text_;
  std::vector<SuspectLine> found_;
  SuspectLine line_;
  std::size_t at_ = 0;
  std::size_t counted_ = 0;  // lines before this are counted
  int number_ = 1;
  std::size_t digits_ = 0;
  bool context_ = false;
};

}  // namespace

std::vector<SuspectLine> suspect_lines(std::string_view text) { return FirstPass(text).run(); }

}  // namespace gongshi
