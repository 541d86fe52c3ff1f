#include "generator/notice/closing_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace gongshi {
namespace {

template <class Enum>
struct Word {
  Enum value;
  std::string_view spelling;
  std::string_view chinese;
};

constexpr std::array<Word<Medium>, 6> kMedia = {{
    {Medium::Letter, "letter", "书面信函"},
    {Medium::Phone, "phone", "电话"},
    {Medium::Fax, "fax", "传真"},
    {Medium::Email, "email", "电子邮件"},
    {Medium::Visit, "visit", "来访"},
    {Medium::Online, "online", "网络"},
}};

constexpr std::array<Word<Outcome>, 7> kOutcomes = {{
    {Outcome::Unfounded, "unfounded", "不属实"},
    {Outcome::Upheld, "upheld", "属实"},
    {Outcome::PartlyUpheld, "partly_upheld", "部分属实"},
    {Outcome::Unverifiable, "unverifiable", "无法核实"},
    {Outcome::NotAccepted, "not_accepted", "不予受理"},
    {Outcome::Transferred, "transferred", "转办"},
    {Outcome::Withdrawn, "withdrawn", "撤回"},
}};

constexpr std::array<Word<Disposition>, 4> kDispositions = {{
    {Disposition::Confirmed, "confirmed", "通过"},
    {Disposition::Corrected, "corrected", "更正后通过"},
    {Disposition::Cancelled, "cancelled", "取消"},
    {Disposition::Deferred, "deferred", "暂缓"},
}};

template <class Enum, std::size_t N>
const Word<Enum>& word(const std::array<Word<Enum>, N>& words, Enum value) {
  return *std::ranges::find(words, value, &Word<Enum>::value);
}

template <class Enum, std::size_t N>
std::optional<Enum> parse(const std::array<Word<Enum>, N>& words, std::string_view text) {
  const auto* it = std::ranges::find(words, text, &Word<Enum>::spelling);
  if (it == words.end()) return std::nullopt;
  return it->value;
}

int count_of(const ClosingRecord& record, std::initializer_list<Outcome> outcomes) {
  int total = 0;
  for (const auto& count : record.by_outcome) {
    if (std::ranges::find(outcomes, count.key) != outcomes.end()) total += count.number;
  }
  return total;
}

}  // namespace

std::string_view to_text(Medium medium) { return word(kMedia, medium).spelling; }
std::string_view to_text(Outcome outcome) { return word(kOutcomes, outcome).spelling; }
std::string_view to_text(Disposition result) { return word(kDispositions, result).spelling; }
std::string_view chinese(Medium medium) { return word(kMedia, medium).chinese; }
std::string_view chinese(Outcome outcome) { return word(kOutcomes, outcome).chinese; }
std::string_view chinese(Disposition result) { return word(kDispositions, result).chinese; }
std::optional<Medium> parse_medium(std::string_view text) { return parse(kMedia, text); }
std::optional<Outcome> parse_outcome(std::string_view text) { return parse(kOutcomes, text); }
std::optional<Disposition> parse_disposition(std::string_view text) {
  return parse(kDispositions, text);
}

std::string standard_sentence(const ClosingRecord& record) {
  if (record.objections == 0) return "公示期间未收到异议，公示无异议。";
  const int founded = count_of(record, {Outcome::Upheld, Outcome::PartlyUpheld});
  const int unsettled = count_of(record, {Outcome::Unverifiable, Outcome::Transferred});
  if (founded > 0) {
    return fmt::format("公示期间收到异议{}件，其中{}件经核查属实或部分属实，处理结果见下。",
                       record.objections, founded);
  }
  if (unsettled > 0) {
    return fmt::format(
        "公示期间收到异议{}件，未查实影响推荐的问题，其中{}件无法核实或已转有关机关。",
        record.objections, unsettled);
  }
  return fmt::format("公示期间收到异议{}件，经核查不影响推荐。", record.objections);
}

}  // namespace gongshi
