#include "generator/scan/resident_id.h"

#include <algorithm>
#include <array>
#include <string>

#include "generator/scan/wording.h"

namespace gongshi {
namespace {

constexpr std::size_t kSize = 18;
constexpr std::size_t kLabelBytes = 60;  // twenty characters

// GB/T 2260, first two digits. 83: residence permits of Taiwan residents.
constexpr std::array<int, 35> kProvinces = {11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34,
                                            35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52,
                                            53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83};

bool is_province(std::string_view two_digits) {
  return std::ranges::find(kProvinces, number_of(two_digits)) != kProvinces.end();
}

bool has_place_and_date(std::string_view id) {
  const bool foreigner = id.front() == '9';
  return is_province(id.substr(foreigner ? 1 : 0, 2)) && id.substr(6, 2) >= "18" &&
         id.substr(6, 2) <= "20" && is_date(id.substr(6, 8));
}

char check_character(std::string_view id) {
  constexpr std::array<int, 17> kWeights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  constexpr std::string_view kCharacters = "10X98765432";
  int sum = 0;
  for (std::size_t i = 0; i < kWeights.size(); ++i) sum += kWeights.at(i) * (id[i] - '0');
  return kCharacters[static_cast<std::size_t>(sum % 11)];
}

struct Candidate {
  std::string id;
  std::size_t runs = 0;
};

bool ends_in_x(const NumberLine& line, std::size_t run) {
  const std::size_t end = line.runs()[run].end;
  const std::string_view text = line.text();
  return end < text.size() && upper(text[end]) == 'X' &&
         (end + 1 == text.size() || !is_digit(text[end + 1]));
}

// The runs from `run` on that together have 18 characters, if some do.
std::optional<Candidate> candidate_at(const NumberLine& line, std::size_t run) {
  std::size_t size = 0;
  for (std::size_t i = run; i < line.runs().size() && size < kSize; ++i) {
    if (i > run && !line.runs()[i].joined) break;
    size += line.runs()[i].size();
    const std::size_t runs = i - run + 1;
    if (size == kSize) return Candidate{line.digits(run, runs), runs};
    if (size == kSize - 1 && ends_in_x(line, i))
      return Candidate{line.digits(run, runs) + "X", runs};
  }
  return std::nullopt;
}

NumberMatch found(const NumberLine& line, std::size_t run, const Candidate& candidate,
                  FindingKind kind, Severity severity) {
  // The stronger mask: region and birth date stay hidden (DOMAIN 5.3).
  return {.runs = candidate.runs,
          .detection = Detection{.kind = kind,
                                 .severity = severity,
                                 .at = line.runs()[run].begin,
                                 .value = candidate.id,
                                 .masked = mask(candidate.id, 2, candidate.id.size() - 5, 3)}};
}

bool is_usual_grouping(const NumberLine& line, std::size_t run, std::size_t runs) {
  if (runs == 1) return true;
  return line.runs()[run].size() == 6 &&
         (runs == 3
              ? line.runs()[run + 1].size() == 8
              : runs == 4 && line.runs()[run + 1].size() == 4 && line.runs()[run + 2].size() == 4);
}

bool has_letter_beside(const NumberLine& line, std::size_t run, const Candidate& candidate) {
  const DigitRun& first = line.runs()[run];
  const DigitRun& last = line.runs()[run + candidate.runs - 1];
  const std::size_t end = last.end + (candidate.id.back() == 'X' ? 1 : 0);
  return first.begin != first.word_begin || end != last.word_end;
}

}  // namespace

bool is_resident_id(std::string_view text) {
  if (text.size() != kSize || !std::ranges::all_of(text.substr(0, kSize - 1), is_digit)) {
    return false;
  }
  return has_place_and_date(text) && text.back() == check_character(text);
}

std::optional<NumberMatch> resident_id_at(const NumberLine& line, std::size_t run) {
  const auto candidate = candidate_at(line, run);
  if (!candidate || !is_resident_id(candidate->id)) return std::nullopt;
  return found(line, run, *candidate, FindingKind::ResidentId, Severity::Block);
}

std::optional<NumberMatch> doubtful_resident_id_at(const NumberLine& line, std::size_t run) {
  const auto candidate = candidate_at(line, run);
  if (!candidate || !has_place_and_date(candidate->id) ||
      !is_usual_grouping(line, run, candidate->runs) || has_letter_beside(line, run, *candidate) ||
      line.is_filing_number(run)) {
    return std::nullopt;
  }
  return found(line, run, *candidate, FindingKind::ResidentId, Severity::Warn);
}

std::optional<NumberMatch> old_resident_id_at(const NumberLine& line, std::size_t run) {
  const std::string_view digits = line.digits(run);
  if (digits.size() != 15 || !is_province(digits.substr(0, 2)) ||
      !is_date("19" + std::string(digits.substr(6, 6))) || line.is_masked(run)) {
    return std::nullopt;
  }
  const bool labelled = line.labelled(run, kLabelBytes, {"身份证", "证件号", "公民身份"});
  if (!labelled && (!line.runs()[run].stands_alone() || line.is_filing_number(run))) {
    return std::nullopt;
  }
  return found(line, run, {std::string(digits), 1}, FindingKind::OldResidentId,
               labelled ? Severity::Block : Severity::Warn);
}

}  // namespace gongshi
