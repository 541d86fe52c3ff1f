#include "generator/scan/number_line.h"

#include <algorithm>
#include <array>

#include "generator/scan/wording.h"

namespace gongshi {
namespace {

constexpr std::size_t kDigestDigitsMin = 32;  // MD5; nothing shorter is printed on a page
constexpr std::size_t kSeparatorsMax = 3;     // "138 - 0013"
constexpr std::size_t kLabelBytes = 36;       // twelve characters

bool is_hex(char c) { return is_digit(c) || ('a' <= c && c <= 'f') || ('A' <= c && c <= 'F'); }

bool is_digest(std::string_view word) {
  return word.size() >= kDigestDigitsMin && std::ranges::all_of(word, is_hex) &&
         !std::ranges::all_of(word, is_digit);
}

// U+2010 stands for U+2011, which NFKC makes of it; U+2212 is the minus sign.
constexpr std::array<std::string_view, 10> kSeparators = {
    " ", "-", ".", "_", "\u00B7", "\u2010", "\u2013", "\u2014", "\u2212", "\u30FB"};

bool only_separators(std::string_view gap) {
  for (std::size_t count = 0; !gap.empty(); ++count) {
    const auto* const separator =
        std::ranges::find_if(kSeparators, [&](auto s) { return gap.starts_with(s); });
    if (separator == kSeparators.end() || count == kSeparatorsMax) return false;
    gap.remove_prefix(separator->size());
  }
  return true;
}

}  // namespace

NumberLine::NumberLine(std::string_view text) : text_(text) {
  for (std::size_t i = 0; i < text.size();) {
    if (!is_letter_or_digit(text[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_letter_or_digit(text[end])) ++end;
    if (!is_digest(text.substr(i, end - i))) add_word(i, end);
    i = end;
  }
}

void NumberLine::add_word(std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end;) {
    if (!is_digit(text_[i])) {
      ++i;
      continue;
    }
    DigitRun run{.begin = i, .end = i, .word_begin = begin, .word_end = end};
    while (run.end < end && is_digit(text_[run.end])) ++run.end;
    if (!runs_.empty()) {
      const std::size_t before = runs_.back().end;
      run.joined = only_separators(text_.substr(before, i - before));
    }
    runs_.push_back(run);
    i = run.end;
  }
}

std::string_view NumberLine::digits(std::size_t run) const {
  return text_.substr(runs_[run].begin, runs_[run].size());
}

std::string NumberLine::digits(std::size_t run, std::size_t count) const {
  std::string all;
  for (std::size_t i = run; i < run + count; ++i) all += digits(i);
  return all;
}

bool NumberLine::has_shape(std::size_t run, std::initializer_list<std::size_t> sizes) const {
  if (runs_.size() - run < sizes.size()) return false;
  std::size_t i = run;
  for (const std::size_t size : sizes) {
    if (runs_[i].size() != size || (i > run && !runs_[i].joined)) return false;
    ++i;
  }
  return true;
}

std::string_view NumberLine::gap_before(std::size_t run) const {
  const std::size_t from = run == 0 ? 0 : runs_[run - 1].end;
  return text_.substr(from, runs_[run].begin - from);
}

bool NumberLine::labelled(std::size_t run, std::size_t bytes,
                          std::initializer_list<std::string_view> words) const {
  const std::size_t end = runs_[run].word_begin;
  const std::size_t begin = end - std::min(end, bytes);
  const std::string label = without_blanks(text_.substr(begin, end - begin));
  return std::ranges::any_of(
      words, [&](std::string_view word) { return label.find(word) != std::string::npos; });
}

bool NumberLine::is_filing_number(std::size_t run) const {
  return labelled(run, kLabelBytes, {"备案", "网安备", "索引号", "许可证", "文号"});
}

bool NumberLine::is_masked(std::size_t run) const {
  const auto masks = [&](std::size_t i) {
    return i < text_.size() && (text_[i] == '*' || text_[i] == 'X' || text_[i] == 'x');
  };
  return masks(runs_[run].end) || (runs_[run].begin > 0 && masks(runs_[run].begin - 1));
}

}  // namespace gongshi
