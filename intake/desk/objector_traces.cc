#include "intake/desk/objector_traces.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <utility>

#include "generator/notice/folded_text.h"
#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

// Half open, in bytes.
struct LetterStretch {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool holds(const LetterStretch& other) const { return begin <= other.begin && other.end <= end; }
};

// What fold_letters() makes of a text, and which characters each byte of that came from.
class FoldedText {
 public:
  explicit FoldedText(std::string_view source) : source_(source) {
    for (std::size_t at = 0; at < source.size();) {
      const std::size_t end = std::min(source.find('\n', at), source.size());
      add_line({at, end});
      at = end + 1;
    }
  }

  std::string_view source() const { return source_; }
  const std::string& text() const { return text_; }
  // Whether something that is no letter stands before that place of text().
  bool begins_apart(std::size_t at) const {
    return at > 0 && origins_[at - 1].end < origins_[at].begin;
  }
  // Requires a stretch of text() that is not empty.
  LetterStretch source_of(const LetterStretch& folded) const {
    return {origins_[folded.begin].begin, origins_[folded.end - 1].end};
  }

 private:
  // Letter by letter, unless letters become one together: then the line's are all from all of it.
  void add_line(const LetterStretch& line) {
    const std::string whole = fold_letters(source_.substr(line.begin, line.size()));
    const std::size_t size_before = text_.size();
    for (std::size_t at = line.begin; at < line.end;) {
      const std::string_view letter = first_code_points(source_.substr(at), 1);
      add(fold_letters(letter), {at, at + letter.size()});
      at += letter.size();
    }
    if (std::string_view(text_).substr(size_before) == whole) return;
    text_.resize(size_before);
    origins_.resize(size_before);
    add(whole, line);
  }
  void add(std::string_view folded, const LetterStretch& origin) {
    text_ += folded;
    origins_.insert(origins_.end(), folded.size(), origin);
  }

  std::string_view source_;
  std::string text_;
  std::vector<LetterStretch> origins_;  // of each byte of text_
};

std::vector<LetterStretch> places_of(std::string_view word, std::string_view text) {
  std::vector<LetterStretch> places;
  if (word.empty()) return places;
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    places.push_back({at, at + word.size()});
  }
  return places;
}

// The text under the eyes of every question.
struct SearchedText {
  FoldedText folded;
  std::vector<LetterStretch> published = {};  // in what is folded
  PublishedNames names = PublishedNames::MayStand;

  bool is_public(const LetterStretch& place) const {
    return std::ranges::any_of(published, [&](const LetterStretch& word) {
      return word.holds(place) && (names == PublishedNames::MayStand || word.size() > place.size());
    });
  }
};

using Traces = std::vector<ObjectorTrace>;

void add_folded(TraceKind kind, const SearchedText& text, const LetterStretch& place,
                Traces& traces) {
  const LetterStretch source = text.folded.source_of(place);
  traces.push_back({.kind = kind, .begin = source.begin, .end = source.end});
}

void add_word(TraceKind kind, const SearchedText& text, std::string_view word, Traces& traces) {
  for (const LetterStretch& place : places_of(word, text.folded.text())) {
    if (!text.is_public(place)) add_folded(kind, text, place, traces);
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

// 1 to 31: 六, 二十二.
std::string chinese_number(unsigned number) {
  constexpr std::array<std::string_view, 10> kDigits = {"",   "一", "二", "三", "四",
                                                        "五", "六", "七", "八", "九"};
  if (number < 10) return std::string(kDigits.at(number));
  const unsigned tens = number / 10;
  return fmt::format("{}十{}", tens == 1 ? "" : kDigits.at(tens), kDigits.at(number % 10));
}

// Whether what ends with `before` goes on with a month and a day that are not the tail of another
// date, of a longer month or of another year.
bool may_begin_day(std::string_view before, bool is_apart, std::string_view year) {
  constexpr std::string_view kOfYear = "年";
  if (is_apart && !before.ends_with(kOfYear)) return true;
  if (before.ends_with('0')) before.remove_suffix(1);
  if (before.ends_with("十") || (!before.empty() && is_digit(before.back()))) return false;
  if (!before.ends_with(kOfYear)) return true;
  before.remove_suffix(kOfYear.size());
  const bool says_year = before.size() >= year.size() && !before.empty() && is_digit(before.back());
  return !says_year || before.ends_with(year);
}

void add_day(const SearchedText& text, Date date, Traces& traces) {
  const std::chrono::year_month_day day(date);
  const auto year = std::to_string(static_cast<int>(day.year()));
  const auto m = static_cast<unsigned>(day.month());
  const auto d = static_cast<unsigned>(day.day());
  const std::string& folded = text.folded.text();
  for (const std::string& whole :
       {fmt::format("{}{}{}", year, m, d), fmt::format("{}{:02}{:02}", year, m, d)}) {
    for (const LetterStretch& place : places_of(whole, folded)) {
      add_folded(TraceKind::Time, text, place, traces);
    }
  }
  for (const std::string& word : {fmt::format("{}月{}日", m, d), fmt::format("{}月{:02}日", m, d),
                                  fmt::format("{}月{}日", chinese_number(m), chinese_number(d))}) {
    for (const LetterStretch& place : places_of(word, folded)) {
      const std::string_view before = std::string_view(folded).substr(0, place.begin);
      if (!may_begin_day(before, text.folded.begins_apart(place.begin), year)) continue;
      add_folded(TraceKind::Time, text, place, traces);
    }
  }
}

void add_clock(const SearchedText& text, Instant instant, Traces& traces) {
  const std::string clock = to_text(instant).substr(11, 5);  // of 2017-06-22T09:00:00+08:00
  const std::string hour = clock.starts_with('0') ? clock.substr(1, 1) : clock.substr(0, 2);
  const std::string minute = clock.substr(3);
  for (const LetterStretch& place : places_of(clock, text.folded.source())) {
    traces.push_back({.kind = TraceKind::Time, .begin = place.begin, .end = place.end});
  }
  for (const std::string& word :
       {fmt::format("{}时{}分", hour, minute), fmt::format("{}点{}分", hour, minute)}) {
    for (const LetterStretch& place : places_of(word, text.folded.text())) {
      add_folded(TraceKind::Time, text, place, traces);
    }
  }
}

void add_times(const CaseFile& file, const SearchedText& text, Traces& traces) {
  std::vector<Instant> instants = {file.objection.filed.received_at};
  for (const ObjectionEvent& event : file.history) {
    if (event.actor == kObjectorActor) instants.push_back(event.at);
  }
  for (const Instant at : instants) {
    add_day(text, date_of(at), traces);
    add_clock(text, at, traces);
  }
}

}  // namespace

struct TraceSearch::Parts {
  SearchedText text;
};

TraceSearch::TraceSearch(const ManifestNotice& notice, PublishedNames names,
                         std::string_view text) {
  SearchedText searched{.folded = FoldedText(text), .names = names};
  for (const std::string& word : published_words(notice)) {
    std::ranges::copy(places_of(word, searched.folded.text()),
                      std::back_inserter(searched.published));
  }
  parts_ = std::make_unique<const Parts>(Parts{.text = std::move(searched)});
}

TraceSearch::~TraceSearch() = default;

std::vector<ObjectorTrace> TraceSearch::traces_of(const CaseFile& file,
                                                  const Objection& objection) const {
  Traces traces;
  add_word(TraceKind::Name, parts_->text, fold_letters(objection.name), traces);
  for (const std::string& part : parts_of_contact(objection.contact)) {
    add_word(TraceKind::Contact, parts_->text, part, traces);
  }
  const std::string number = fold_letters(file.objection.number);
  add_word(TraceKind::Number, parts_->text, number, traces);
  // The check character says nothing that the rest does not.
  if (!number.empty()) {
    add_word(TraceKind::Number, parts_->text, number.substr(0, number.size() - 1), traces);
  }
  add_times(file, parts_->text, traces);
  return traces;
}

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

std::vector<std::string> objectors_texts(const CaseFile& file, const Objection& objection) {
  std::vector<std::string> texts = {objection.statement};
  for (const ObjectionEvent& event : file.history) {
    if (event.actor == kObjectorActor && !event.text.empty()) texts.push_back(event.text);
  }
  return texts;
}

}  // namespace gongshi
