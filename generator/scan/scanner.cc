#include "generator/scan/scanner.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "generator/notice/digest.h"
#include "generator/notice/eight_bytes.h"
#include "generator/notice/utf8.h"
#include "generator/scan/bank_card.h"
#include "generator/scan/birth_date.h"
#include "generator/scan/credit_code.h"
#include "generator/scan/email_address.h"
#include "generator/scan/forbidden_header.h"
#include "generator/scan/home_address.h"
#include "generator/scan/landline.h"
#include "generator/scan/mobile_number.h"
#include "generator/scan/normalized_text.h"
#include "generator/scan/number_line.h"
#include "generator/scan/resident_id.h"
#include "generator/scan/suspect_line.h"
#include "generator/scan/travel_document.h"

namespace gongshi {
namespace {

// Whether there are enough digits from `run` on for any detector. Of the runs on a page most are
// days and the numbers in addresses.
bool is_long_enough(const NumberLine& line, std::size_t run) {
  constexpr std::size_t kHotline = 5;
  constexpr std::size_t kSubscriber = 7;
  constexpr std::size_t kMobile = 11;  // all others that may stand in groups are longer
  const std::vector<DigitRun>& runs = line.runs();
  std::size_t digits = runs[run].size();
  if (digits == kHotline || digits >= kSubscriber) return true;
  if (run + 1 < runs.size() && runs[run + 1].size() >= kSubscriber) return true;  // area code
  for (std::size_t i = run + 1; digits < kMobile && i < runs.size() && runs[i].joined; ++i) {
    digits += runs[i].size();
  }
  return digits >= kMobile;
}

// The first that knows the number decides; the surest come first.
std::optional<NumberMatch> match_at(const NumberLine& line, std::size_t run, Zone zone) {
  if (!is_long_enough(line, run)) return std::nullopt;
  if (auto match = resident_id_at(line, run)) return match;
  if (auto match = credit_code_at(line, run)) return match;
  if (auto match = bank_card_at(line, run)) return match;
  if (auto match = doubtful_resident_id_at(line, run)) return match;
  if (auto match = mobile_number_at(line, run, zone)) return match;
  if (auto match = old_resident_id_at(line, run)) return match;
  if (auto match = travel_document_at(line, run)) return match;
  return landline_at(line, run, zone);
}

std::vector<Detection> numbers_in(std::string_view text, Zone zone) {
  std::vector<Detection> found;
  const NumberLine line(text);
  for (std::size_t run = 0; run < line.runs().size();) {
    auto match = match_at(line, run, zone);
    if (match && match->detection) found.push_back(std::move(*match->detection));
    run += match ? match->runs : 1;
  }
  return found;
}

void append(std::vector<Detection> more, std::vector<Detection>& all) {
  if (more.empty()) return;
  std::ranges::move(more, std::back_inserter(all));
}

// With offsets in the line.
std::vector<Detection> values_in(std::string_view line, Zone zone) {
  const NormalizedText normalized(line);
  std::vector<Detection> found = numbers_in(normalized.text(), zone);
  append(private_email_addresses(normalized.text(), zone), found);
  if (!is_ascii(normalized.text())) {
    append(birth_dates(normalized.text()), found);
    append(home_addresses(normalized.text(), zone), found);
  }
  for (Detection& detection : found) detection.at = normalized.source_offset(detection.at);
  return found;
}

// With offsets in the whole text. What a line holds does not depend on its neighbours.
std::vector<Detection> values_in(std::string_view text, const SuspectLine& suspect, Zone zone,
                                 InnocentLines* innocent) {
  const std::string_view line = text.substr(suspect.begin, suspect.end - suspect.begin);
  if (innocent != nullptr && innocent->hold(line)) return {};
  std::vector<Detection> found = values_in(line, zone);
  if (innocent != nullptr && found.empty()) innocent->add(line);
  for (Detection& detection : found) detection.at += suspect.begin;
  return found;
}

// Turns offsets, which must not decrease, into lines and columns in one walk.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) {}

  void move_to(std::size_t offset) {
    const std::string_view passed = text_.substr(at_, offset - at_);
    const std::size_t line_end = passed.rfind('\n');
    if (line_end == std::string_view::npos) {
      column_ += static_cast<int>(count_code_points(passed));
    } else {
      line_ += static_cast<int>(std::ranges::count(passed, '\n'));
      column_ = 1 + static_cast<int>(count_code_points(passed.substr(line_end + 1)));
    }
    at_ = offset;
  }

  int line() const { return line_; }
  int column() const { return column_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  int column_ = 1;
};

std::vector<Finding> findings_of(std::string_view text, std::span<const Detection> detections) {
  std::vector<Finding> findings;
  Cursor cursor(text);
  for (const Detection& detection : detections) {
    cursor.move_to(detection.at);
    findings.push_back({.kind = detection.kind,
                        .severity = detection.severity,
                        .offset = detection.at,
                        .line = cursor.line(),
                        .column = cursor.column(),
                        .masked = detection.masked,
                        .digest = hex(sha256(detection.value))});
  }
  return findings;
}

}  // namespace

std::vector<Finding> scan_text(std::string_view text, Zone zone, InnocentLines* innocent) {
  const std::vector<SuspectLine> lines = suspect_lines(text);
  std::vector<Detection> detections = forbidden_headers(text, lines);
  for (const SuspectLine& line : lines) {
    if (line.values) append(values_in(text, line, zone, innocent), detections);
  }
  std::ranges::stable_sort(detections, {},
                           [](const Detection& d) { return std::tuple(d.at, d.severity, d.kind); });
  return findings_of(text, detections);
}

}  // namespace gongshi
