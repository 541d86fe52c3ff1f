#include "generator/scan/travel_document.h"

#include <algorithm>
#include <string>

#include "generator/scan/wording.h"

namespace gongshi {
namespace {

constexpr std::size_t kLabelBytes = 60;  // twenty characters

bool has_form(const DigitRun& run) {
  const std::size_t letters = run.begin - run.word_begin;
  return (letters == 1 || letters == 2) && run.end == run.word_end && 7 <= run.size() &&
         run.size() <= 10 && letters + run.size() <= 11;
}

}  // namespace

std::optional<NumberMatch> travel_document_at(const NumberLine& line, std::size_t run) {
  const DigitRun& digits = line.runs()[run];
  if (!has_form(digits) || line.is_masked(run) ||
      !line.labelled(run, kLabelBytes, {"护照", "通行证", "证件号", "台胞证", "回乡证"})) {
    return std::nullopt;
  }
  std::string number(line.text().substr(digits.word_begin, digits.word_end - digits.word_begin));
  std::ranges::transform(number, number.begin(), upper);
  return NumberMatch{.runs = 1,
                     .detection = Detection{.kind = FindingKind::TravelDocument,
                                            .severity = Severity::Block,
                                            .at = digits.word_begin,
                                            .value = number,
                                            .masked = mask(number, 1, 5, 2)}};
}

}  // namespace gongshi
