#include "generator/scan/forbidden_header.h"

#include <algorithm>
#include <array>
#include <string>

#include "generator/scan/normalized_text.h"
#include "generator/scan/table_row.h"
#include "generator/scan/wording.h"

namespace gongshi {
namespace {

constexpr std::size_t kHeaderBytes = 60;  // twenty characters; longer cells are prose

// Anywhere in a header.
constexpr std::array<std::string_view, 16> kNever = {
    "身份证", "证件号", "公民身份", "护照", "户籍", "户口",     "银行账", "银行帐",
    "银行卡", "卡号",   "账号",     "帐号", "住址", "家庭地址", "手机号", "处分"};
// The whole header.
constexpr std::array<std::string_view, 4> kNeverAlone = {"联系电话", "移动电话", "个人联系电话",
                                                         "本人联系电话"};
// The office's or a person's: somebody has to look.
constexpr std::array<std::string_view, 6> kDoubtful = {"联系电话", "移动电话", "手机",
                                                       "通信地址", "通讯地址", "出生日期"};

bool holds_any(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::any_of(
      words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// Quotes of CSV, blanks and what stands in brackets go: "身份证号（18位）" is 身份证号.
std::string header_of(std::string_view cell) {
  std::string header = without_blanks(NormalizedText(cell.substr(0, 4 * kHeaderBytes)).text());
  std::erase(header, '"');
  std::erase(header, '*');
  return header.substr(0, header.find('('));
}

// "身份证号110…" in one cell must not get out by way of the quotation.
std::string quoted(std::string header) {
  std::ranges::replace_if(header, is_digit, '*');
  return "“" + header + "”";
}

std::optional<Detection> detection_in(std::span<const Cell> row) {
  std::optional<Detection> found;
  for (const Cell& cell : row) {
    const auto severity = forbidden_header(cell.text);
    if (!severity) continue;
    if (!found || (*severity == Severity::Block && found->severity == Severity::Warn)) {
      found = Detection{.kind = FindingKind::ForbiddenHeader,
                        .severity = *severity,
                        .at = cell.at,
                        .value = {},
                        .masked = {}};
    }
    if (*severity != found->severity) continue;
    found->masked += quoted(header_of(cell.text));
    found->value += header_of(cell.text) + "\n";
  }
  return found;
}

}  // namespace

std::optional<Severity> forbidden_header(std::string_view cell) {
  const std::string header = header_of(cell);
  // "联系电话：" asks for an answer beside it; a header names what stands below.
  if (header.size() > kHeaderBytes || header.ends_with(':')) return std::nullopt;
  const bool alone = std::ranges::find(kNeverAlone, header) != kNeverAlone.end();
  if (alone || holds_any(header, kNever)) return Severity::Block;
  if (holds_any(header, kDoubtful)) return Severity::Warn;
  return std::nullopt;
}

std::vector<Detection> forbidden_headers(std::string_view text,
                                         std::span<const SuspectLine> lines) {
  std::vector<Detection> found;
  std::size_t seen = 0;  // rows before this offset are done
  for (const SuspectLine& line : lines) {
    if (!line.headers || line.begin < seen) continue;
    const TableRow row = table_row_at(text, line);
    seen = row.end;
    if (auto detection = detection_in(row.cells)) found.push_back(std::move(*detection));
  }
  return found;
}

}  // namespace gongshi
