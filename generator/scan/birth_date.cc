#include "generator/scan/birth_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "generator/scan/wording.h"

namespace gongshi {
namespace {

constexpr std::size_t kAfterBytes = 24;    // "日期（公历）：" between the word and the date
constexpr std::size_t kBeforeBytes = 12;   // "日(农历)" between the date and 出生
constexpr std::size_t kDateBytesMax = 40;  // "1990 年 01 月 01 日" with blanks

struct FullDate {
  std::size_t begin = 0, end = 0;
  std::string text;  // "19900101"
};

class DateReader {
 public:
  DateReader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  // Up to `most` digits, 0 when there is none.
  int digits(std::size_t most) {
    skip_blanks();
    const std::size_t begin = at_;
    while (at_ < text_.size() && at_ - begin < most && is_digit(text_[at_])) ++at_;
    return number_of(text_.substr(begin, at_ - begin));
  }

  bool skip(std::initializer_list<std::string_view> separators) {
    skip_blanks();
    for (const std::string_view separator : separators) {
      if (!text_.substr(at_).starts_with(separator)) continue;
      at_ += separator.size();
      return true;
    }
    return false;
  }

  std::size_t at() const { return at_; }

 private:
  void skip_blanks() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  std::string_view text_;
  std::size_t at_;
};

// The date that begins at the digit `at`: 1990年1月1日, 1990-01-01, 1990/1/1, 1990.1.1, 19900101.
std::optional<FullDate> date_at(std::string_view text, std::size_t at) {
  DateReader reader(text, at);
  const int year = reader.digits(4);
  const bool separated = reader.skip({"年", "-", "/", ".", "—", "–"});
  const int month = reader.digits(2);
  if (separated && !reader.skip({"月", "-", "/", ".", "—", "–"})) return std::nullopt;
  const int day = reader.digits(2);
  const std::size_t end = reader.at();
  if (year < 1900 || !is_date(year, month, day)) return std::nullopt;
  if (end < text.size() && is_digit(text[end])) return std::nullopt;
  return FullDate{at, end, fmt::format("{:04}{:02}{:02}", year, month, day)};
}

// "…以后", "…之前": a limit of age, nobody's birthday.
bool is_limit(std::string_view after) {
  if (after.starts_with("日")) after.remove_prefix(std::string_view("日").size());
  if (after.starts_with("(含")) after.remove_prefix(after.find(')') + 1);
  return std::ranges::any_of(
      std::array<std::string_view, 8>{"以后", "之后", "以前", "之前", "后", "前", "至", "起"},
      [&](std::string_view word) { return after.starts_with(word); });
}

std::size_t bytes_before(std::size_t at, std::size_t count) { return at - std::min(at, count); }

// "…出生,2001年7月1日参加工作": the date belongs to what follows.
bool ends_clause(std::string_view between) {
  return std::ranges::any_of(
      std::array<std::string_view, 4>{",", "。", ";", "、"},
      [&](std::string_view end) { return between.find(end) != std::string_view::npos; });
}

std::optional<FullDate> date_after(std::string_view text, const Span& word) {
  const std::size_t stop = std::min(text.size(), word.end + kAfterBytes);
  std::size_t at = word.end;
  while (at < stop && !is_digit(text[at])) ++at;
  if (at == stop || ends_clause(text.substr(word.end, at - word.end))) return std::nullopt;
  return date_at(text, at);
}

std::optional<FullDate> date_before(std::string_view text, const Span& word) {
  for (std::size_t at = bytes_before(word.begin, kDateBytesMax); at < word.begin; ++at) {
    if (!is_digit(text[at]) || (at > 0 && is_digit(text[at - 1]))) continue;
    auto date = date_at(text, at);
    if (date && date->end <= word.begin && word.begin - date->end <= kBeforeBytes) return date;
  }
  return std::nullopt;
}

// 生于 is also the end of 产生于, 发生于, 诞生于: those are events.
bool is_birth(std::string_view text, const Span& word) {
  const std::string_view before = text.substr(0, word.begin);
  return !before.ends_with("产") && !before.ends_with("发") && !before.ends_with("诞") &&
         !before.ends_with("派") && !before.ends_with("衍");
}

void add(std::string_view text, const std::optional<FullDate>& date,
         std::vector<Detection>& found) {
  if (!date || is_limit(text.substr(date->end))) return;
  const auto same = [&](const Detection& d) { return d.at == date->begin; };
  if (!found.empty() && same(found.back())) return;
  found.push_back({.kind = FindingKind::BirthDate,
                   .severity = Severity::Block,
                   .at = date->begin,
                   .value = date->text,
                   .masked = "****年**月**日"});
}

}  // namespace

std::vector<Detection> birth_dates(std::string_view text) {
  std::vector<Detection> found;
  for (const std::string_view word : {"出生", "生日", "生于"}) {
    for (const Span& at : find_word(text, word)) {
      if (!is_birth(text, at)) continue;
      if (word == "出生") add(text, date_before(text, at), found);
      add(text, date_after(text, at), found);
    }
  }
  std::ranges::sort(found, {}, &Detection::at);
  const auto repeated = std::ranges::unique(found, {}, &Detection::at);
  found.erase(repeated.begin(), repeated.end());
  return found;
}

}  // namespace gongshi
