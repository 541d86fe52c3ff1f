#include "intake/desk/close_notice.h"

#include <fmt/format.h>

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "intake/desk/closing_toml.h"
#include "intake/desk/replace_file.h"

namespace gongshi {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kClosingBytesMax = 16U << 20U;  // what the generator reads of one file

fs::path folder_of(const ManifestNotice& notice, const fs::path& content) {
  return content / "campaigns" / notice.campaign.text() / "notices" / notice.id.text();
}

Result<void> require_folder(const fs::path& folder) {
  std::error_code ignored;  // what cannot be seen is not there for us
  if (fs::is_regular_file(folder / "notice.md", ignored)) return {};
  return failure(ErrorKind::NotFound,
                 fmt::format("没有找到 {}；请核对 --content 是否指向这次公示的内容文件夹",
                             (folder / "notice.md").string()));
}

// What stands in `file`, or nothing when there is no file.
Result<std::optional<std::string>> standing(const fs::path& file) {
  Result<std::string> text = read_file(file, kClosingBytesMax);
  if (text) return std::optional(std::move(*text));
  if (text.error().kind == ErrorKind::NotFound) return std::nullopt;
  return tl::unexpected(text.error());
}

Result<void> put_in_content(const fs::path& file, std::string_view text) {
  const auto before = standing(file);
  if (!before) return tl::unexpected(before.error());
  if (*before == text) return {};
  if (before->has_value()) {
    return failure(ErrorKind::Conflict,
                   fmt::format("{} 与登记簿里的办结记录不一致，没有改动它；请核对，把它移走后再运行"
                               "一次，就会按登记簿重写",
                               file.string()));
  }
  return replace_file(file, text);
}

Result<void> refuse_stranger(const fs::path& file) {
  const auto before = standing(file);
  if (!before) return tl::unexpected(before.error());
  if (!before->has_value()) return {};
  return failure(ErrorKind::Conflict,
                 fmt::format("{} 已经存在，但登记簿里没有这次公示的办结记录；请核对 --data，或把该"
                             "文件移走后再办结",
                             file.string()));
}

Result<ClosingResult> close_first_time(Register& reg, const ManifestNotice& notice,
                                       const fs::path& file, const ClosingProposal& proposal) {
  const Result<std::vector<CaseFile>> cases = list_cases(reg, notice.id);
  if (!cases) return tl::unexpected(cases.error());
  std::vector<std::string> blockers = what_blocks_closing(notice, *cases, proposal);
  if (!blockers.empty()) {
    return ClosingResult{
        .closing = Closing::Blocked, .blockers = std::move(blockers), .file = file};
  }
  if (const auto ok = refuse_stranger(file); !ok) return tl::unexpected(ok.error());
  Result<std::string> checkpoint = reg.checkpoint();
  if (!checkpoint) return tl::unexpected(checkpoint.error());
  const std::string text =
      write_closing_toml(make_closing_record(notice, *cases, proposal, std::move(*checkpoint)));
  const auto stored = reg.append_closing(notice.id, cases->size(), text, proposal.at);
  if (!stored) return tl::unexpected(stored.error());
  if (const auto ok = put_in_content(file, text); !ok) return tl::unexpected(ok.error());
  return ClosingResult{.closing = Closing::Done, .blockers = {}, .file = file};
}

}  // namespace

Result<ClosingResult> close_notice(Register& reg, const ManifestNotice& notice,
                                   const fs::path& content, const ClosingProposal& proposal) {
  const fs::path folder = folder_of(notice, content);
  if (const auto ok = require_folder(folder); !ok) return tl::unexpected(ok.error());
  const fs::path file = folder / "closing.toml";
  const Result<std::optional<std::string>> closed = reg.closing(notice.id);
  if (!closed) return tl::unexpected(closed.error());
  const std::optional<std::string>& record = *closed;
  if (!record) return close_first_time(reg, notice, file, proposal);
  if (const auto ok = put_in_content(file, *record); !ok) return tl::unexpected(ok.error());
  return ClosingResult{.closing = Closing::Completed, .blockers = {}, .file = file};
}

}  // namespace gongshi
