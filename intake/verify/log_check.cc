#include "intake/verify/log_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

namespace gongshi {
namespace {

// What the log tells of all objections.
struct Story {
  std::vector<std::uint64_t> open;  // filed, neither decided nor erased; ascending
  std::size_t filed = 0;
  std::size_t closed = 0;                // closings
  std::vector<std::uint64_t> unfounded;  // leaves that speak of no filed objection
};

Story tell(const std::vector<Leaf>& leaves) {
  Story story;
  std::vector<bool> is_open(leaves.size());
  const auto conclude = [&](std::uint64_t at, std::uint64_t ref) {
    const bool known = ref < at && std::holds_alternative<FiledLeaf>(leaves[ref]);
    known ? void(is_open[ref] = false) : story.unfounded.push_back(at);
  };
  for (std::uint64_t i = 0; i < leaves.size(); ++i) {
    if (std::holds_alternative<FiledLeaf>(leaves[i])) {
      is_open[i] = true;
      ++story.filed;
    } else if (const auto* decided = std::get_if<DecidedLeaf>(&leaves[i])) {
      conclude(i, decided->ref);
    } else if (const auto* erased = std::get_if<ErasedLeaf>(&leaves[i])) {
      conclude(i, erased->ref);
    } else {
      ++story.closed;
    }
  }
  for (std::uint64_t i = 0; i < leaves.size(); ++i) {
    if (is_open[i]) story.open.push_back(i);
  }
  return story;
}

void compare_with_last(const ReplayedLog& log, const Checkpoint& last, Verdict& verdict) {
  const Checkpoint& head = log.head();
  if (head.leaves < last.leaves) {
    return verdict.deny(fmt::format(
        "日志变短了：上次见到 {} 条，现在只有 {} 条。它可能是从旧备份恢复的，少了的登记已经丢失。"
        "请保存上次的检查点，它有签名，可以作证。",
        last.leaves, head.leaves));
  }
  if (!continues(log, last)) {
    return verdict.deny(
        fmt::format("日志被改写了：它的前 {} 条已不是上次签名的那 {} 条。请保存两份检查点，它们都有"
                    "签名，放在一起就是证据。",
                    last.leaves, last.leaves));
  }
  verdict.say(fmt::format("成立：上次见到的 {} 条原样还在，之后增加了 {} 条。", last.leaves,
                          head.leaves - last.leaves));
}

void list_late(const ReplayedLog& log, const std::vector<std::uint64_t>& open,
               const Patience& patience, Verdict& verdict) {
  std::vector<std::string> late;
  for (const std::uint64_t index : open) {
    const Date filed = std::get<FiledLeaf>(log.leaves()[index]).date;
    if ((patience.today - filed).count() <= patience.days) continue;
    late.push_back(fmt::format("  第 {} 条，{} 收到", index, to_text(filed)));
  }
  if (late.empty()) {
    return verdict.say(fmt::format("成立：没有收到超过 {} 天仍无结论的异议。", patience.days));
  }
  verdict.deny(fmt::format("有 {} 件异议收到超过 {} 天仍无结论：", late.size(), patience.days));
  const std::size_t listed = std::min(late.size(), kLateListedMax);
  for (std::size_t i = 0; i < listed; ++i) verdict.say(late[i]);
  if (listed < late.size()) verdict.say(fmt::format("  …另有 {} 件", late.size() - listed));
}

}  // namespace

bool continues(const ReplayedLog& log, const std::optional<Checkpoint>& last_seen) {
  return !last_seen ||
         (last_seen->leaves <= log.head().leaves && log.root(last_seen->leaves) == last_seen->root);
}

Verdict check_log(const ReplayedLog& log, const std::optional<Checkpoint>& last_seen,
                  const std::optional<Patience>& patience) {
  Verdict verdict;
  const Story story = tell(log.leaves());
  verdict.say(fmt::format(
      "成立：日志 {} 共 {} 条，全部内容与签名的检查点一致：收到异议 {} 件，其中 {} "
      "件尚无结论；办结 {} 次。",
      log.head().origin, log.head().leaves, story.filed, story.open.size(), story.closed));
  for (const std::uint64_t at : story.unfounded) {
    verdict.deny(fmt::format("第 {} 条所指的并不是在它之前收到的异议。", at));
  }
  if (last_seen) compare_with_last(log, *last_seen, verdict);
  if (patience) list_late(log, story.open, *patience, verdict);
  return verdict;
}

}  // namespace gongshi
