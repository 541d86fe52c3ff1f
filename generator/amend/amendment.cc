#include "generator/amend/amendment.h"

#include <fmt/format.h>

#include <utility>

#include "generator/amend/front_matter_lines.h"
#include "generator/notice/toml_text.h"
#include "generator/notice/utf8.h"

namespace gongshi {
namespace {

constexpr std::string_view kReasonOfCorrection = "更正后重新公示";

Result<void> require_line(std::string_view what, std::string_view text) {
  const bool readable = !first_invalid_utf8(text) && !first_control_character(text) &&
                        text.find_first_of("\t\r\n") == std::string_view::npos;
  if (!readable) {
    return failure(ErrorKind::Invalid,
                   fmt::format("{}里有换行或不能显示的字符；请写成一行文字", what));
  }
  if (trim_blanks(text).empty()) {
    return failure(ErrorKind::Invalid, fmt::format("{}是空的；请写明", what));
  }
  return {};
}

std::string extension(Date closes, Instant at, std::string_view reason) {
  return fmt::format("[[extension]]\ncloses = {}\nat = {}\nreason = {}\n", to_text(closes),
                     to_text(at), toml_text(reason));
}

std::string correction(const Correct& correct) {
  std::string table =
      fmt::format("[[correction]]\nat = {}\nwhat = {}\nkind = \"{}\"\n", to_text(correct.at),
                  toml_text(correct.what), to_text(correct.kind));
  if (!correct.candidates.empty()) {
    std::string ids;
    for (const CandidateId& id : correct.candidates) {
      ids += fmt::format("{}{}", ids.empty() ? "" : ", ", toml_text(id.text()));
    }
    table += fmt::format("candidates = [{}]\n", ids);
  }
  if (correct.closes) {
    table += '\n' + extension(*correct.closes, correct.at, kReasonOfCorrection);
  }
  return table;
}

class Amender {
 public:
  Amender(std::string_view text, const Notice& notice) : text_(text), notice_(notice) {}

  Result<AmendedNotice> operator()(const Extend& extend) const {
    return append("延期的原因", extend.reason, extension(extend.closes, extend.at, extend.reason));
  }

  Result<AmendedNotice> operator()(const Correct& correct) const {
    return append("更正的内容", correct.what, correction(correct));
  }

  Result<AmendedNotice> operator()(const Withdraw& withdraw) const {
    return append("撤回的原因", withdraw.reason,
                  fmt::format("[withdrawal]\nat = {}\nreason = {}\n", to_text(withdraw.at),
                              toml_text(withdraw.reason)));
  }

  Result<AmendedNotice> operator()(const Suspend& suspend) const {
    if (notice_.suspended) return failure(ErrorKind::Conflict, "这份公示已经中止了，没有改动");
    const Result<void> line = require_line("中止的原因", suspend.reason);
    if (!line) return tl::unexpected(line.error());
    const std::string comment = fmt::format("# {} 起中止：{}", to_text(suspend.at), suspend.reason);
    const auto standing = notice_.places.find("suspended");
    const auto published = notice_.places.find("published_at");
    auto text = standing != notice_.places.end() ? set_true(text_, standing->second.line, comment)
                : published != notice_.places.end()
                    ? insert_after(text_, published->second.line, comment + "\nsuspended = true\n")
                    : std::nullopt;
    if (!text) return not_found();
    return AmendedNotice{.text = *std::move(text), .added = comment + "\nsuspended = true\n"};
  }

 private:
  Result<AmendedNotice> append(std::string_view what, std::string_view words,
                               std::string tables) const {
    const Result<void> line = require_line(what, words);
    if (!line) return tl::unexpected(line.error());
    auto text = append_to_front_matter(text_, tables);
    if (!text) return not_found();
    return AmendedNotice{.text = *std::move(text), .added = std::move(tables)};
  }

  static tl::unexpected<Error> not_found() {
    return failure(ErrorKind::Invalid,
                   "notice.md 的写法认不出来，没有改动；请先用 gongshi check 核对");
  }

  std::string_view text_;
  const Notice& notice_;
};

}  // namespace

Result<AmendedNotice> amend(std::string_view text, const Notice& notice,
                            const Amendment& amendment) {
  if (notice.withdrawal) {
    return failure(ErrorKind::Conflict,
                   fmt::format("这份公示已于 {} 撤回，不再改动；需要的话另发一份公示",
                               to_text(notice.withdrawal->at)));
  }
  return std::visit(Amender(text, notice), amendment);
}

}  // namespace gongshi
