#include "intake/desk/redaction.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "generator/notice/folded_text.h"
#include "generator/notice/utf8.h"
#include "generator/scan/scanner.h"
#include "intake/desk/objector_traces.h"
#include "intake/filing/record.h"

namespace gongshi {
namespace {

constexpr std::string_view kMaskLetter = "■";

// Of a text that is not as the original, so many places are named.
constexpr std::size_t kDifferencesMax = 5;
constexpr std::size_t kQuotedMax = 12;  // letters of a place that a sentence shows

// Each pass removes letters; who writes a text to which they have no end sees none of it.
constexpr int kPassesMax = 50;

// Half open, in bytes.
struct MaskedStretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// One of those whose names must not stand there. `where` says so, and is empty for the objection
// itself.
struct HiddenObjector {
  const CaseFile& file;
  Objection objection;
  std::string where;
};

Result<std::vector<HiddenObjector>> objectors_of(const CaseFile& file,
                                                 std::span<const CaseFile> together) {
  std::vector<HiddenObjector> objectors;
  const auto add = [&](const CaseFile& one, std::string where) -> Result<void> {
    Result<Record> record = read_record(one.objection.filed.record);
    if (!record) return tl::unexpected(record.error());
    objectors.push_back({one, std::move(record->objection), std::move(where)});
    return {};
  };
  if (const auto ok = add(file, ""); !ok) return tl::unexpected(ok.error());
  for (const CaseFile& other : together) {
    if (other.objection.erased) continue;
    const auto ok = add(other, fmt::format("并案的 {} ", other.objection.number));
    if (!ok) return tl::unexpected(ok.error());
  }
  return objectors;
}

bool is_blank(std::string_view letter) { return trim_blanks(letter).empty(); }

// Without the column headings of tables: they are words, and who fills them in is found anyway.
std::vector<Finding> personal_data_in(std::string_view text) {
  std::vector<Finding> findings = scan_text(text, Zone::Page);
  std::erase_if(findings, [](const Finding& f) { return f.kind == FindingKind::ForbiddenHeader; });
  return findings;
}

bool ends_clause(std::string_view letter) {
  constexpr std::string_view kEnds[] = {"\n", "，", "。", "；", "、", ",",
                                        ";",  "！", "？", "!",  "?"};
  return std::ranges::find(kEnds, letter) != std::end(kEnds);
}

bool is_ascii_letter_or_digit(std::string_view letter) {
  const std::string folded = fold_letters(letter);
  return !folded.empty() && std::ranges::all_of(folded, [](char c) {
    return ('0' <= c && c <= '9') || ('a' <= c && c <= 'z');
  });
}

// A search names where a finding begins. It ends where its clause does, or, of a number, with the
// last of its letters and digits, between which there may be a few that are neither.
std::size_t end_of(const Finding& finding, std::string_view text) {
  constexpr int kGapMax = 3;
  const bool is_clause =
      finding.kind == FindingKind::BirthDate || finding.kind == FindingKind::HomeAddress;
  std::size_t end = finding.offset;
  int gap = 0;
  for (std::size_t at = finding.offset; at < text.size() && gap <= kGapMax;) {
    const std::string_view letter = first_code_points(text.substr(at), 1);
    if (ends_clause(letter) && at > finding.offset) break;
    at += letter.size();
    if (is_clause || is_ascii_letter_or_digit(letter)) {
      end = at;
      gap = 0;
    } else if (fold_letters(letter).empty()) {
      ++gap;
    } else {
      break;
    }
  }
  return end > finding.offset
             ? end
             : finding.offset + first_code_points(text.substr(finding.offset), 1).size();
}

// All that the program finds, also what may stand.
std::vector<MaskedStretch> what_tells(std::string_view text, const ManifestNotice& notice,
                                      const std::vector<HiddenObjector>& objectors) {
  std::vector<MaskedStretch> found;
  const TraceSearch search(notice, PublishedNames::CountWhenTheirs, text);
  for (const HiddenObjector& objector : objectors) {
    for (const ObjectorTrace& trace : search.traces_of(objector.file, objector.objection)) {
      const bool is_own = &objector == &objectors.front();
      if (is_own || trace.kind != TraceKind::Time) found.push_back({trace.begin, trace.end});
    }
  }
  for (const Finding& finding : personal_data_in(text)) {
    found.push_back({finding.offset, end_of(finding, text)});
  }
  std::ranges::sort(found, {}, &MaskedStretch::begin);
  return found;
}

// Requires them in the order of their beginnings.
std::string masked(std::string_view text, const std::vector<MaskedStretch>& stretches) {
  std::string copy;
  std::size_t done = 0;
  for (const MaskedStretch& stretch : stretches) {
    if (stretch.begin > done) copy += text.substr(done, stretch.begin - done);
    if (stretch.end > done) copy += kMask;
    done = std::max(done, stretch.end);
  }
  copy += text.substr(done);
  return copy;
}

// Every row of blanks is one, and none at the ends: how a text is laid out is nobody's word.
std::string with_single_blanks(std::string_view text) {
  std::string plain;
  bool after_blank = false;
  for (text = trim_blanks(text); !text.empty();) {
    const std::string_view letter = first_code_points(text, 1);
    text.remove_prefix(letter.size());
    const bool blank = is_blank(letter);
    if (!blank) plain += letter;
    if (blank && !after_blank) plain += ' ';
    after_blank = blank;
  }
  return plain;
}

// What stands before, between and after the masks; only the first and the last may be empty.
std::vector<std::string> unmasked_parts(std::string_view copy) {
  const std::string equal = with_equal_masks(copy);
  std::vector<std::string> parts;
  for (std::string_view rest = equal;;) {
    const std::size_t end = rest.find(kMask);
    parts.push_back(with_single_blanks(rest.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    rest.remove_prefix(end + kMask.size());
  }
}

// Where a part that is not in the original stops being it.
std::string sentence_of_difference(std::string_view original, std::string_view part) {
  std::size_t same = 0;  // letters
  std::size_t more = count_code_points(part);
  while (more > 0) {
    const std::size_t half = (more + 1) / 2;
    const bool stands =
        original.find(first_code_points(part, same + half)) != std::string_view::npos;
    if (stands) same += half;
    more = stands ? more - half : half - 1;
  }
  const std::size_t shown_before = std::min(same, kQuotedMax / 2);
  std::string_view shown = part.substr(first_code_points(part, same - shown_before).size());
  const std::string_view quoted = first_code_points(shown, kQuotedMax);
  return fmt::format(
      "“{}{}{}”与原文不符；遮盖只能用 ■■ 代替原文，不能改写、添加、调换，也不能直接删去",
      same > shown_before ? "……" : "", quoted, quoted.size() < shown.size() ? "……" : "");
}

// The unmasked parts stand in the original, one after another, from its beginning to its end.
class Comparison {
 public:
  explicit Comparison(std::string_view original) : original_(with_single_blanks(original)) {}

  std::vector<std::string> differences_of(const std::vector<std::string>& parts) {
    for (std::size_t i = 0; i < parts.size() && found_.size() < kDifferencesMax; ++i) {
      if (!parts[i].empty()) take(parts[i], i == 0, i + 1 == parts.size());
    }
    if (found_.empty() && parts.back().empty() && at_ == original_.size()) {
      found_.emplace_back("末尾的 ■■ 没有遮盖什么，请删去");
    }
    return std::move(found_);
  }

 private:
  void take(const std::string& part, bool is_first, bool is_last) {
    // A mask stands for something.
    const std::size_t from = is_first ? 0 : at_ + 1;
    const std::size_t place = place_of(part, from, is_last && !is_first);
    if (place == std::string::npos) {
      const std::string_view rest =
          std::string_view(original_).substr(std::min(from, original_.size()));
      found_.push_back(sentence_of_difference(rest, part));
      return;
    }
    at_ = place + part.size();
    if (is_first && place > 0) found_.emplace_back("开头删去了原文，请在那里写上 ■■");
    if (is_last && at_ < original_.size()) found_.emplace_back("末尾删去了原文，请在那里写上 ■■");
  }

  // The first place, which leaves most for what follows; of the last part its place at the end.
  std::size_t place_of(const std::string& part, std::size_t from, bool at_end) const {
    if (at_end && original_.ends_with(part) && original_.size() - part.size() >= from) {
      return original_.size() - part.size();
    }
    return original_.find(part, from);
  }

  const std::string original_;
  std::size_t at_ = 0;  // behind the part that was found last
  std::vector<std::string> found_;
};

std::string sentence_of(TraceKind kind, const HiddenObjector& objector) {
  switch (kind) {
    case TraceKind::Name:
      return objector.objection.identity == Identity::Organization
                 ? fmt::format("有提出{}异议的单位名称，请遮盖", objector.where)
                 : fmt::format("有{}异议人的姓名，请遮盖", objector.where);
    case TraceKind::Contact:
      return fmt::format("有{}异议人的联系方式，请遮盖", objector.where);
    case TraceKind::Number:
      return fmt::format("有{}登记号，请遮盖", objector.where);
    case TraceKind::Time:
      break;
  }
  return {};
}

std::string_view chinese(FindingKind kind) {
  switch (kind) {
    case FindingKind::ResidentId:
    case FindingKind::OldResidentId:
      return "身份证号码";
    case FindingKind::MobileNumber:
      return "手机号码";
    case FindingKind::BankCard:
      return "银行卡号或者账号";
    case FindingKind::TravelDocument:
      return "出入境证件号码";
    case FindingKind::BirthDate:
      return "出生日期";
    case FindingKind::HomeAddress:
      return "家庭住址";
    case FindingKind::EmailAddress:
      return "个人邮箱";
    case FindingKind::Landline:
      return "电话号码";
    case FindingKind::ForbiddenHeader:
      break;
  }
  return "个人信息";
}

void add_once(std::string sentence, std::vector<std::string>& found) {
  if (std::ranges::find(found, sentence) == found.end()) found.push_back(std::move(sentence));
}

void add_what_tells(std::string_view copy, const ManifestNotice& notice,
                    const std::vector<HiddenObjector>& objectors, std::vector<std::string>& found) {
  const TraceSearch search(notice, PublishedNames::CountWhenTheirs, copy);
  for (const HiddenObjector& objector : objectors) {
    const auto traces = search.traces_of(objector.file, objector.objection);
    for (const TraceKind kind : {TraceKind::Name, TraceKind::Contact, TraceKind::Number}) {
      if (std::ranges::find(traces, kind, &ObjectorTrace::kind) == traces.end()) continue;
      add_once(sentence_of(kind, objector), found);
    }
  }
  for (const Finding& finding : personal_data_in(copy)) {
    add_once(fmt::format("第{}行有像{}的内容（{}），请遮盖", finding.line, chinese(finding.kind),
                         finding.masked),
             found);
  }
}

}  // namespace

Result<std::string> original_text(const CaseFile& file) {
  const Result<Record> record = read_record(file.objection.filed.record);
  if (!record) return tl::unexpected(record.error());
  return fmt::format("{}", fmt::join(objectors_texts(file, record->objection), "\n\n"));
}

Result<std::string> proposed_redaction(const CaseFile& file, std::span<const CaseFile> together,
                                       const ManifestNotice& notice) {
  const auto objectors = objectors_of(file, together);
  if (!objectors) return tl::unexpected(objectors.error());
  const Result<std::string> original = original_text(file);
  if (!original) return tl::unexpected(original.error());
  std::string copy = with_equal_masks(*original);
  // What is masked brings together what stood apart.
  for (int pass = 0; pass < kPassesMax; ++pass) {
    const std::vector<MaskedStretch> found = what_tells(copy, notice, *objectors);
    if (found.empty()) return copy;
    copy = with_equal_masks(masked(copy, found));
  }
  return std::string(kMask);
}

Result<std::vector<std::string>> what_forbids_copy(const CaseFile& file,
                                                   std::span<const CaseFile> together,
                                                   const ManifestNotice& notice,
                                                   std::string_view copy) {
  const auto objectors = objectors_of(file, together);
  if (!objectors) return tl::unexpected(objectors.error());
  const Result<std::string> original = original_text(file);
  if (!original) return tl::unexpected(original.error());
  std::vector<std::string> found;
  add_what_tells(copy, notice, *objectors, found);
  for (std::string& difference : Comparison(*original).differences_of(unmasked_parts(copy))) {
    found.push_back(std::move(difference));
  }
  return found;
}

std::string with_equal_masks(std::string_view copy) {
  std::string equal;
  std::string_view blanks;  // since the last mask
  bool after_mask = false;
  while (!copy.empty()) {
    const std::string_view letter = first_code_points(copy, 1);
    if (letter == kMaskLetter) {
      if (!after_mask) equal += kMask;
      after_mask = true;
      blanks = copy.substr(letter.size(), 0);
    } else if (after_mask && is_blank(letter)) {
      blanks = {blanks.data(), blanks.size() + letter.size()};
    } else {
      if (after_mask) equal += blanks;
      equal += letter;
      after_mask = false;
    }
    copy.remove_prefix(letter.size());
  }
  if (after_mask) equal += blanks;
  return equal;
}

std::vector<const ObjectionEvent*> redactions(const CaseFile& file) {
  std::vector<const ObjectionEvent*> copies;
  for (const ObjectionEvent& event : file.history) {
    if (event.kind == EventKind::Redacted) copies.push_back(&event);
  }
  return copies;
}

}  // namespace gongshi
