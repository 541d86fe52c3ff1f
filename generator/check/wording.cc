#include "generator/check/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "generator/check/rules.h"
#include "generator/check/text_places.h"

namespace gongshi {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 3> kBefore = {"日前", "日之前", "日以前"};

// After 前, these make another word of it; then, in 前来, these make it a deadline after all.
constexpr std::array<std::string_view, 6> kOtherWords = {"后", "往", "夕", "述", "期", "来"};
constexpr std::array<std::string_view, 5> kComingIn = {"来电", "来信", "来函", "来访", "来人"};

constexpr std::array<std::string_view, 12> kAboutObjections = {
    "异议",     "反映",     "举报",     "提出意见", "公示期", "公示时间",
    "公示日期", "公示截止", "公示结束", "公示至",   "公示到", "公示于"};
constexpr std::array<std::string_view, 7> kSentenceEnds = {"。", "！",   "？",      "；",
                                                           ";",  "\n\n", "\r\n\r\n"};
constexpr std::array<std::string_view, 3> kClauseEnds = {"，", ",", "："};

bool contains_any(std::string_view text, Words words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

bool starts_with_any(std::string_view text, Words words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.starts_with(word); });
}

// The length of the first word of `words` at the front of `text`; 0 when none is there.
std::size_t length_at_front(std::string_view text, Words words) {
  for (const std::string_view word : words) {
    if (text.starts_with(word)) return word.size();
  }
  return 0;
}

bool is_digit(char c) { return '0' <= c && c <= '9'; }

// U+FF10 to U+FF19.
bool ends_with_wide_digit(std::string_view text) {
  if (text.size() < 3) return false;
  const std::string_view last = text.substr(text.size() - 3);
  return last.starts_with("\xEF\xBC") && last[2] >= '\x90' && last[2] <= '\x99';
}

std::string_view without_blanks_behind(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::string_view without_digits_behind(std::string_view text) {
  for (;;) {
    if (!text.empty() && is_digit(text.back())) {
      text.remove_suffix(1);
    } else if (ends_with_wide_digit(text)) {
      text.remove_suffix(3);
    } else {
      return text;
    }
  }
}

// Where the date that ends with `text` begins: digits, then 月 and 年 with digits before them.
// Nothing when no digit stands there.
std::optional<std::size_t> date_begin(std::string_view text) {
  std::string_view rest = without_digits_behind(without_blanks_behind(text));
  if (rest.size() == without_blanks_behind(text).size()) return std::nullopt;
  for (const std::string_view unit : {"月", "年"}) {
    const std::string_view before = without_blanks_behind(rest);
    if (!before.ends_with(unit)) return rest.size();
    const auto number = without_blanks_behind(before.substr(0, before.size() - unit.size()));
    const auto front = without_digits_behind(number);
    if (front.size() == number.size()) return rest.size();
    rest = front;
  }
  return rest.size();
}

// `text` cut after each of `ends`.
std::vector<std::string_view> pieces(std::string_view text, Words ends) {
  std::vector<std::string_view> found;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = length_at_front(text.substr(i), ends);
    i += std::max<std::size_t>(length, 1);
    if (length == 0) continue;
    found.push_back(text.substr(begin, i - begin));
    begin = i;
  }
  found.push_back(text.substr(begin));
  return found;
}

bool means_a_deadline(std::string_view after) {
  return starts_with_any(after, kComingIn) || !starts_with_any(after, kOtherWords);
}

// Every "X日前" in the clause, whatever it is about.
std::vector<std::string_view> dates_before(std::string_view clause) {
  std::vector<std::string_view> dates;
  for (std::size_t at = clause.find("日"); at != std::string_view::npos;
       at = clause.find("日", at + 1)) {
    const std::size_t length = length_at_front(clause.substr(at), kBefore);
    if (length == 0 || !means_a_deadline(clause.substr(at + length))) continue;
    const auto begin = date_begin(clause.substr(0, at));
    if (begin) dates.push_back(clause.substr(*begin, at + length - *begin));
  }
  return dates;
}

std::vector<std::string_view> deadlines_in(std::string_view sentence) {
  std::vector<std::string_view> deadlines;
  const auto clauses = pieces(sentence, kClauseEnds);
  const auto is_about_objections = [&](std::size_t i) {
    return i < clauses.size() && contains_any(clauses[i], kAboutObjections);
  };
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    const auto dates = dates_before(clauses[i]);
    const bool is_near = !dates.empty() && (is_about_objections(i) || is_about_objections(i + 1) ||
                                            (i > 0 && is_about_objections(i - 1)));
    if (is_near) deadlines.insert(deadlines.end(), dates.begin(), dates.end());
  }
  return deadlines;
}

class WordingChecker {
 public:
  WordingChecker(const Notice& notice, const Windows& windows, Diagnostics& problems)
      : notice_(notice), problems_(problems) {
    const auto window = windows.find(notice.id);
    if (window != windows.end()) end_ = chinese_last_moment(window->second.closes);
  }

  void check() {
    check_value(notice_.title, notice_.place_of("title"));
    for (const Correction& correction : notice_.corrections) {
      check_value(correction.what, correction.place);
    }
    for (const Extension& extension : notice_.extensions) {
      check_value(extension.reason, extension.place);
    }
    TextPlaces places(notice_.body, notice_.body_place);
    for (const VagueDeadline& deadline : find_vague_deadlines(notice_.body)) {
      report(places.at(deadline.offset), deadline.text);
    }
  }

 private:
  void check_value(std::string_view text, const Place& place) {
    for (const VagueDeadline& deadline : find_vague_deadlines(text)) report(place, deadline.text);
  }

  void report(const Place& place, std::string_view words) {
    report_rule(problems_, place, "window-wording",
                fmt::format("“{}”说不清当日算不算在内；请写“截至{}”", words,
                            end_.empty() ? "YYYY年M月D日24时（含当日）" : end_));
  }

  const Notice& notice_;
  Diagnostics& problems_;
  std::string end_;
};

}  // namespace

std::vector<VagueDeadline> find_vague_deadlines(std::string_view text) {
  std::vector<VagueDeadline> found;
  for (const std::string_view sentence : pieces(text, kSentenceEnds)) {
    for (const std::string_view deadline : deadlines_in(sentence)) {
      found.push_back(
          {.offset = static_cast<std::size_t>(deadline.data() - text.data()), .text = deadline});
    }
  }
  return found;
}

void check_wording(const Content& content, const Windows& windows, Diagnostics& problems) {
  for (const Notice& notice : content.notices) {
    if (!notice.withdrawal) WordingChecker(notice, windows, problems).check();
  }
}

}  // namespace gongshi
