#include "intake/desk/paraphrase.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "generator/notice/folded_text.h"
#include "generator/notice/utf8.h"
#include "intake/filing/record.h"

namespace gongshi {
namespace {

constexpr std::size_t kQuotedMax = 20;  // letters of a run that a sentence shows

// The characters of valid UTF-8, as their bytes.
std::vector<std::string_view> letters_of(std::string_view text) {
  std::vector<std::string_view> letters;
  while (!text.empty()) {
    letters.push_back(first_code_points(text, 1));
    text.remove_prefix(letters.back().size());
  }
  return letters;
}

// What everybody reads on the notice's page, folded; the longest first.
std::vector<std::string> published_words(const ManifestNotice& notice) {
  std::vector<std::string> words = {fold_letters(notice.title), fold_letters(notice.publisher)};
  for (const ManifestCandidate& candidate : notice.candidates) {
    for (const std::string& word : {candidate.name, candidate.unit, candidate.award}) {
      words.push_back(fold_letters(word));
    }
  }
  std::erase(words, "");
  std::ranges::sort(words, std::ranges::greater(), &std::string::size);
  return words;
}

// With a line end in the place of each word, so that no run goes across it.
std::string without(const std::vector<std::string>& words, std::string text) {
  for (const std::string& word : words) {
    std::string left;
    std::string_view rest = text;
    for (std::size_t at = rest.find(word); at != std::string_view::npos; at = rest.find(word)) {
      left += rest.substr(0, at);
      left += '\n';
      rest.remove_prefix(at + word.size());
    }
    left += rest;
    text = std::move(left);
  }
  return text;
}

// The objection, and what its objector added or asked for.
std::vector<std::string> objectors_texts(const CaseFile& file, const Objection& objection) {
  std::vector<std::string> texts = {objection.statement};
  for (const ObjectionEvent& event : file.history) {
    if (event.actor == kObjectorActor) texts.push_back(event.text);
  }
  return texts;
}

// How many letters before each one the notice publishes; one more than there are letters.
std::vector<std::size_t> count_published(const std::vector<std::string_view>& letters,
                                         const std::vector<std::string>& words) {
  std::vector<bool> is_published(letters.size(), false);
  for (const std::string& word : words) {
    const std::vector<std::string_view> wanted = letters_of(word);
    for (auto at = letters.begin();; ++at) {
      at = std::search(at, letters.end(), wanted.begin(), wanted.end());
      if (at == letters.end()) break;
      std::fill_n(is_published.begin() + (at - letters.begin()), wanted.size(), true);
    }
  }
  std::vector<std::size_t> counts = {0};
  for (const bool published : is_published) counts.push_back(counts.back() + (published ? 1 : 0));
  return counts;
}

struct SharedRun {
  std::size_t length = 0;  // without what the notice publishes
  std::string text;
};

// The one with most letters that stands in both, letter by letter.
SharedRun longest_shared_run(const std::vector<std::string_view>& own,
                             const std::vector<std::size_t>& published,
                             const std::vector<std::string_view>& theirs) {
  SharedRun longest;
  std::vector<std::size_t> ending(theirs.size() + 1, 0);  // of the run that ends at each of theirs
  for (std::size_t i = 0; i < own.size(); ++i) {
    std::size_t most = 0;
    for (std::size_t j = theirs.size(); j > 0; --j) {
      ending[j] = own[i] == theirs[j - 1] ? ending[j - 1] + 1 : 0;
      most = std::max(most, ending[j]);
    }
    const std::size_t begin = i + 1 - most;
    const std::size_t length = most - (published[i + 1] - published[begin]);
    if (length <= longest.length) continue;
    const char* const first = own[begin].data();
    longest = {.length = length, .text = std::string(first, own[i].data() + own[i].size())};
  }
  return longest;
}

std::string show_run(std::string_view run) {
  const std::string_view shown = first_code_points(run, kQuotedMax);
  return fmt::format("“{}{}”", shown, shown.size() < run.size() ? "……" : "");
}

// The text under the eyes of every question.
struct Draft {
  std::string as_written;
  std::string folded;
  std::string unpublished;  // folded, without what the notice publishes
  std::vector<std::string> published;

  bool has(const std::string& word) const {
    if (word.empty()) return false;
    const bool is_public = std::ranges::any_of(
        published, [&](const std::string& known) { return known.find(word) != std::string::npos; });
    return (is_public ? unpublished : folded).find(word) != std::string::npos;
  }
};

void add_copied(const CaseFile& file, const Objection& objection, const Draft& draft,
                std::vector<std::string>& found) {
  const std::vector<std::string_view> own = letters_of(draft.folded);
  const std::vector<std::size_t> published = count_published(own, draft.published);
  for (const std::string& text : objectors_texts(file, objection)) {
    const std::string folded = fold_letters(text);
    const SharedRun run = longest_shared_run(own, published, letters_of(folded));
    if (run.length <= kSharedLettersMax) continue;
    found.push_back(
        fmt::format("与原文连续相同{}个字（{}），最多{}个字，公示过的名称不算；请换自己的话写",
                    run.length, show_run(run.text), kSharedLettersMax));
    return;
  }
}

// The stretches of `contact` of which every byte `belongs`, folded, without those that are short.
void add_stretches(std::string_view contact, bool (*belongs)(char),
                   std::vector<std::string>& parts) {
  while (!contact.empty()) {
    const auto* const begin = std::ranges::find_if(contact, belongs);
    const auto* const end = std::find_if_not(begin, contact.end(), belongs);
    const std::string part = fold_letters({begin, end});
    if (count_code_points(part) >= kContactLettersMin) parts.push_back(part);
    contact = {end, contact.end()};
  }
}

bool is_digit(char c) { return '0' <= c && c <= '9'; }
bool is_of_address(char c) {
  return is_digit(c) || ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '-' || c == '_' ||
         c == '.' || c == '@' || c == '+';
}
bool is_beyond_ascii(char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; }

// Numbers by themselves too, for "0351-0000000" is also dialled without the first.
std::vector<std::string> parts_of_contact(std::string_view contact) {
  std::vector<std::string> parts;
  for (const auto belongs : {&is_digit, &is_of_address, &is_beyond_ascii}) {
    add_stretches(contact, belongs, parts);
  }
  return parts;
}

void add_objector(const Objection& objection, const Draft& draft, std::vector<std::string>& found) {
  if (draft.has(fold_letters(objection.name))) {
    found.emplace_back(objection.identity == Identity::Organization ? "有提出异议的单位名称，请删去"
                                                                    : "有异议人的姓名，请删去");
  }
  const std::vector<std::string> parts = parts_of_contact(objection.contact);
  if (std::ranges::any_of(parts, [&](const std::string& part) { return draft.has(part); })) {
    found.emplace_back("有异议人的联系方式，请删去");
  }
}

void add_number(const CaseFile& file, const Draft& draft, std::vector<std::string>& found) {
  // The check character says nothing that the rest does not.
  const std::string number = fold_letters(file.objection.number);
  if (!draft.has(number.substr(0, number.size() - 1))) return;
  found.emplace_back("有登记号，请删去");
}

// 1 to 31: 六, 二十二.
std::string chinese_number(unsigned number) {
  constexpr std::array<std::string_view, 10> kDigits = {"",   "一", "二", "三", "四",
                                                        "五", "六", "七", "八", "九"};
  if (number < 10) return std::string(kDigits.at(number));
  const unsigned tens = number / 10;
  return fmt::format("{}十{}", tens == 1 ? "" : kDigits.at(tens), kDigits.at(number % 10));
}

// Whether `word`, a month and a day, stands there and is not the tail of another date, of a longer
// month or of another year.
bool has_day(const std::string& text, const std::string& word, const std::string& year) {
  constexpr std::string_view kOfYear = "年";
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    std::string_view before = std::string_view(text).substr(0, at);
    if (before.ends_with('0')) before.remove_suffix(1);
    if (before.ends_with("十") ||
        (!before.empty() && '0' <= before.back() && before.back() <= '9')) {
      continue;
    }
    if (!before.ends_with(kOfYear)) return true;
    before.remove_suffix(kOfYear.size());
    const bool says_year =
        before.size() >= year.size() && '0' <= before.back() && before.back() <= '9';
    if (!says_year || before.ends_with(year)) return true;
  }
  return false;
}

bool tells_day(const Draft& draft, Date date) {
  const std::chrono::year_month_day day(date);
  const auto year = std::to_string(static_cast<int>(day.year()));
  const auto m = static_cast<unsigned>(day.month());
  const auto d = static_cast<unsigned>(day.day());
  for (const std::string& whole :
       {fmt::format("{}{}{}", year, m, d), fmt::format("{}{:02}{:02}", year, m, d)}) {
    if (draft.folded.find(whole) != std::string::npos) return true;
  }
  for (const std::string& word : {fmt::format("{}月{}日", m, d), fmt::format("{}月{:02}日", m, d),
                                  fmt::format("{}月{}日", chinese_number(m), chinese_number(d))}) {
    if (has_day(draft.folded, word, year)) return true;
  }
  return false;
}

bool tells_clock(const Draft& draft, Instant instant) {
  const std::string clock = to_text(instant).substr(11, 5);  // of 2017-06-22T09:00:00+08:00
  const std::string hour = clock.starts_with('0') ? clock.substr(1, 1) : clock.substr(0, 2);
  const std::string minute = clock.substr(3);
  return draft.as_written.find(clock) != std::string::npos ||
         draft.folded.find(fmt::format("{}时{}分", hour, minute)) != std::string::npos ||
         draft.folded.find(fmt::format("{}点{}分", hour, minute)) != std::string::npos;
}

void add_times(const CaseFile& file, const Draft& draft, std::vector<std::string>& found) {
  std::vector<Instant> instants = {file.objection.filed.received_at};
  for (const ObjectionEvent& event : file.history) {
    if (event.actor == kObjectorActor) instants.push_back(event.at);
  }
  const bool is_told = std::ranges::any_of(instants, [&](Instant at) {
    return tells_day(draft, date_of(at)) || tells_clock(draft, at);
  });
  if (!is_told) return;
  found.emplace_back("有收到异议或者补充的日期、时间，从中能推知是谁；请删去或者写得笼统一些");
}

}  // namespace

Result<std::vector<std::string>> what_gives_away(const CaseFile& file, const ManifestNotice& notice,
                                                 std::string_view text) {
  const Result<Record> record = read_record(file.objection.filed.record);
  if (!record) return tl::unexpected(record.error());
  const Objection& objection = record->objection;
  Draft draft{.as_written = std::string(text),
              .folded = fold_letters(text),
              .unpublished = {},
              .published = published_words(notice)};
  draft.unpublished = without(draft.published, draft.folded);
  std::vector<std::string> found;
  add_copied(file, objection, draft, found);
  add_objector(objection, draft, found);
  add_number(file, draft, found);
  add_times(file, draft, found);
  return found;
}

const ObjectionEvent* newest_paraphrase(const CaseFile& file) {
  const auto it = std::ranges::find(file.history.rbegin(), file.history.rend(),
                                    EventKind::Paraphrased, &ObjectionEvent::kind);
  return it == file.history.rend() ? nullptr : &*it;
}

}  // namespace gongshi
