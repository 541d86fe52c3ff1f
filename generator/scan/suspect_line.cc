#include "generator/scan/suspect_line.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <utility>

namespace gongshi {
namespace {

// Ten digits joined: an area code and a telephone. Fewer, like a date, are nothing unless they
// stand together: seven are a telephone, and of five only the hotlines count.
constexpr int kJoinedMin = 10;
constexpr int kTogetherMin = 7;
constexpr int kHotlineDigits = 5;
constexpr std::string_view kHotlinesBegin = "123";
// "138 - 0013": more than this between two digits, and they are two numbers.
constexpr int kSeparatorsMax = 3;

enum class Step : std::uint8_t { Letter, Digit, Separator, LineEnd, At, Han, Rare };

constexpr std::array<Step, 256> make_steps() {
  std::array<Step, 256> steps{};
  for (std::size_t c = 0; c < 256; ++c) {
    steps.at(c) = c < 0xC0 ? Step::Letter : (0xE4 <= c && c <= 0xE9) ? Step::Han : Step::Rare;
  }
  for (const char c : std::string_view("0123456789")) {
    steps.at(static_cast<unsigned char>(c)) = Step::Digit;
  }
  for (const char c : std::string_view(" -._()+")) {
    steps.at(static_cast<unsigned char>(c)) = Step::Separator;
  }
  steps.at('\n') = Step::LineEnd;
  steps.at('@') = Step::At;
  return steps;
}

constexpr std::array<Step, 256> kSteps = make_steps();

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

constexpr std::uint32_t han(std::string_view three_bytes) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(three_bytes[i]); };
  return ((at(0) & 0x0FU) << 12U) | ((at(1) & 0x3FU) << 6U) | (at(2) & 0x3FU);
}

// One bit per character U+4000…U+9FFF: does a pair begin with it?
constexpr std::uint32_t kHanFrom = 0x4000;
using FirstCharacters = std::array<std::uint64_t, (0xA000 - kHanFrom) / 64>;

constexpr FirstCharacters make_first_characters() {
  FirstCharacters bits{};
  for (const Pair& pair : kPairs) {
    const std::uint32_t c = han(pair.first) - kHanFrom;
    bits.at(c / 64) |= std::uint64_t{1} << (c % 64);
  }
  return bits;
}

constexpr FirstCharacters kFirstCharacters = make_first_characters();

// Punctuation: U+3001…U+303F (、。《》), U+2018…U+2026 (“”…), and the full-width forms that are no
// digit, letter, '＠', '．', '＋' or separator. One bit per third byte, by the first two.
constexpr std::uint64_t bits(std::initializer_list<std::pair<unsigned, unsigned>> ranges) {
  std::uint64_t set = 0;
  for (const auto& [first, last] : ranges) {
    for (unsigned byte = first; byte <= last; ++byte) set |= std::uint64_t{1} << (byte - 0x80);
  }
  return set;
}

constexpr std::uint64_t kIdeographicMarks = bits({{0x81, 0xBF}});
constexpr std::uint64_t kGeneralMarks = bits({{0x98, 0xA6}});
constexpr std::uint64_t kFullWidthMarks =
    bits({{0x81, 0x87}, {0x8A, 0x8A}, {0x8C, 0x8C}, {0x8F, 0x8F}, {0x9A, 0x9F}});

std::uint64_t marks_after(unsigned char first, unsigned char second) {
  if (first == 0xE3 && second == 0x80) return kIdeographicMarks;
  if (first == 0xE2 && second == 0x80) return kGeneralMarks;
  return first == 0xEF && second == 0xBC ? kFullWidthMarks : 0;
}

std::size_t skip_blanks(std::string_view text, std::size_t i) {
  constexpr std::size_t kBlanksMax = 12;
  const std::size_t stop = std::min(text.size(), i + kBlanksMax);
  while (i < stop) {
    if (text.substr(i, 3) == "\u3000") {
      i += 3;
    } else if (text[i] == ' ' || ('\t' <= text[i] && text[i] <= '\r')) {
      ++i;
    } else {
      break;
    }
  }
  return i;
}

// Reads one line after the other, once.
class FirstPass {
 public:
  explicit FirstPass(std::string_view text) : text_(text) {}

  std::vector<SuspectLine> run() {
    while (at_ < text_.size()) step();
    end_line();
    return std::move(found_);
  }

 private:
  // Past letters, punctuation and the characters that begin no pair: most of any text.
  void skip_innocent() {
    const auto* const bytes = reinterpret_cast<const unsigned char*>(text_.data());
    std::size_t i = at_;
    while (i < text_.size()) {
      const unsigned char c = bytes[i];
      if (kSteps[c] == Step::Letter) {
        ++i;
      } else if (c < 0xE0 || i + 2 >= text_.size() || !is_innocent(bytes + i)) {
        break;
      } else {
        i += 3;
      }
    }
    if (i == at_) return;
    joined_ = together_ = 0;
    at_ = i;
  }

  // Of the three bytes that begin there.
  static bool is_innocent(const unsigned char* bytes) {
    if ((bytes[1] & 0xC0U) != 0x80U || (bytes[2] & 0xC0U) != 0x80U) return false;
    if (kSteps[bytes[0]] != Step::Han) {
      return ((marks_after(bytes[0], bytes[1]) >> (bytes[2] & 0x3FU)) & 1U) != 0;
    }
    const std::uint32_t c =
        (((bytes[0] & 0x0FU) << 12U) | ((bytes[1] & 0x3FU) << 6U) | (bytes[2] & 0x3FU)) - kHanFrom;
    return ((kFirstCharacters[c / 64] >> (c % 64)) & 1U) == 0;
  }

  void step() {
    skip_innocent();
    if (at_ == text_.size()) return;
    switch (kSteps[static_cast<unsigned char>(text_[at_])]) {
      case Step::Letter:
        joined_ = together_ = 0;
        ++at_;
        break;
      case Step::Digit:
        digit();
        break;
      case Step::Separator:
        separator(1);
        break;
      case Step::LineEnd:
        end_line();
        break;
      case Step::At:
        line_.values = true;
        ++at_;
        break;
      case Step::Han:
        han_character();
        break;
      case Step::Rare:
        rare_character();
        break;
    }
  }

  void digit() {
    separators_ = 0;
    any_digit_ = true;
    ++joined_;
    ++together_;
    if (joined_ >= kJoinedMin || together_ >= kTogetherMin) line_.values = true;
    if (together_ == kHotlineDigits) {
      line_.values =
          line_.values || text_.substr(at_ + 1 - kHotlineDigits).starts_with(kHotlinesBegin);
    }
    ++at_;
  }

  void separator(std::size_t size) {
    together_ = 0;
    if (++separators_ > kSeparatorsMax) joined_ = 0;
    at_ += size;
  }

  void end_line() {
    line_.end = at_;
    line_.values = line_.values || (context_ && any_digit_);
    if (line_.values || line_.headers) found_.push_back(line_);
    line_ = {.begin = ++at_, .number = line_.number + 1};
    joined_ = together_ = separators_ = 0;
    any_digit_ = context_ = false;
  }

  bool continues(std::size_t i) const {
    return i < text_.size() && (static_cast<unsigned char>(text_[i]) & 0xC0U) == 0x80U;
  }

  void han_character() {
    joined_ = together_ = 0;
    if (!continues(at_ + 1) || !continues(at_ + 2)) {
      ++at_;
      return;
    }
    const std::uint32_t c = han(text_.substr(at_, 3)) - kHanFrom;
    if (((kFirstCharacters[c / 64] >> (c % 64)) & 1U) != 0) look_for_pair();
    at_ += 3;
  }

  void look_for_pair() {
    const std::string_view first = text_.substr(at_, 3);
    const std::string_view second = text_.substr(skip_blanks(text_, at_ + 3), 3);
    for (const Pair& pair : kPairs) {
      if (first != pair.first || second != pair.second) continue;
      line_.headers = line_.headers || pair.header;
      context_ = context_ || pair.context;
    }
  }

  // What is no punctuation, outside ASCII and Han, may be a digit, a letter or a radical in
  // disguise, and the line is read closely.
  void rare_character() {
    const std::string_view three = text_.substr(at_, 3);
    if (three.starts_with("\u00B7")) return separator(2);
    if (three == "\u2014" || three == "\u2013" || three == "\u3000" || three == "\uFF0D" ||
        three == "\uFF08" || three == "\uFF09") {
      return separator(3);
    }
    joined_ = together_ = 0;
    line_.values = line_.headers = true;
    ++at_;
  }

  std::string_view text_;
  std::vector<SuspectLine> found_;
  SuspectLine line_;
  std::size_t at_ = 0;
  int joined_ = 0;    // digits with nothing but separators between them
  int together_ = 0;  // digits with nothing between them
  int separators_ = 0;
  bool any_digit_ = false;
  bool context_ = false;
};

}  // namespace

std::vector<SuspectLine> suspect_lines(std::string_view text) { return FirstPass(text).run(); }

}  // namespace gongshi
