#include "intake/verify/closing_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "generator/notice/digest.h"
#include "intake/log/checkpoint.h"
#include "intake/verify/closing_record_file.h"

namespace gongshi {
namespace {

template <class Key>
long long sum(const std::vector<Count<Key>>& counts) {
  long long all = 0;
  for (const Count<Key>& count : counts) all += count.number;
  return all;
}

void check_sums(const ClosingRecord& record, Verdict& verdict) {
  const auto& indices = record.leaf_indices;
  const bool ascending =
      std::ranges::adjacent_find(indices, std::ranges::greater_equal()) == indices.end();
  const std::pair<std::string_view, long long> sums[] = {
      {"实名与匿名", static_cast<long long>(record.named) + record.anonymous},
      {"各渠道", sum(record.by_medium)},
      {"各种结论", sum(record.by_outcome)},
      {"列出的日志序号", static_cast<long long>(indices.size())},
  };
  bool adds_up = true;
  for (const auto& [what, all] : sums) {
    if (all == record.objections) continue;
    adds_up = false;
    verdict.deny(
        fmt::format("记录写明收到异议 {} 件，{}合计却是 {}。", record.objections, what, all));
  }
  if (!ascending) verdict.deny("列出的日志序号没有从小到大排列，或者有重复。");
  if (adds_up && ascending) {
    verdict.say(fmt::format("成立：公示“{}”的办结记录写明收到异议 {} 件，各项合计相符。",
                            record.notice.text(), record.objections));
  }
}

void check_own(std::uint64_t index, const ClosingRecord& record, Verdict& verdict) {
  if (std::ranges::binary_search(record.leaf_indices, index)) {
    return verdict.say(fmt::format("成立：您的收件证明是日志第 {} 条，记录里列有。", index));
  }
  verdict.deny(fmt::format(
      "您的收件证明是日志第 {} 条，记录里没有列出。请先核对是不是对这次公示提出的异议。", index));
}

// The last decision on each objection before the closing.
std::map<Outcome, int> outcomes_in_log(const ClosingRecord& record, const std::vector<Leaf>& leaves,
                                       std::uint64_t closed_at) {
  std::map<std::uint64_t, Outcome> last;
  for (std::uint64_t i = 0; i < closed_at; ++i) {
    const auto* decided = std::get_if<DecidedLeaf>(&leaves[i]);
    if (decided != nullptr) last[decided->ref] = decided->outcome;
  }
  std::map<Outcome, int> counts;
  for (const std::uint64_t index : record.leaf_indices) {
    if (const auto found = last.find(index); found != last.end()) ++counts[found->second];
  }
  return counts;
}

void compare_outcomes(const ClosingRecord& record, const std::vector<Leaf>& leaves,
                      std::uint64_t closed_at, Verdict& verdict) {
  std::map<Outcome, int> said;
  for (const Count<Outcome>& count : record.by_outcome) said[count.key] = count.number;
  if (outcomes_in_log(record, leaves, closed_at) == said) {
    return verdict.say("成立：日志里登记了这份记录，列出的异议和各种结论的件数都与日志相符。");
  }
  verdict.deny("记录里各种结论的件数与日志里登记的结论不符。");
}

void compare_with_log(std::string_view toml, const ClosingRecord& record, const Checkpoint& head,
                      const ReplayedLog& log, Verdict& verdict) {
  const std::vector<Leaf>& leaves = log.leaves();
  if (log.head().leaves < head.leaves || log.root(head.leaves) != head.root) {
    return verdict.deny("记录里的检查点与公布的日志不是同一个日志。");
  }
  const Sha256 digest = sha256(toml);
  const auto closed = std::ranges::find_if(leaves, [&](const Leaf& leaf) {
    const auto* found = std::get_if<ClosedLeaf>(&leaf);
    return found != nullptr && found->record_sha256 == digest;
  });
  if (closed == leaves.end()) {
    return verdict.deny("日志里没有登记这份办结记录，或者文件在登记之后被改动过。");
  }
  for (const std::uint64_t index : record.leaf_indices) {
    if (!std::holds_alternative<FiledLeaf>(leaves[index])) {
      return verdict.deny(fmt::format("列出的日志第 {} 条不是收到异议的登记。", index));
    }
  }
  compare_outcomes(record, leaves, static_cast<std::uint64_t>(closed - leaves.begin()), verdict);
}

// The head that the record names, if the log signed it and it holds every listed index.
std::optional<Checkpoint> check_head(const ClosingRecord& record, const NoteVerifier& log,
                                     Verdict& verdict) {
  const auto head = open_checkpoint(record.checkpoint, log);
  if (!head) {
    verdict.deny(fmt::format("记录里的检查点不是日志 {} 用这把公钥签名的。", log.name()));
    return std::nullopt;
  }
  const auto beyond = [&](std::uint64_t index) { return head->leaves <= index; };
  if (std::ranges::any_of(record.leaf_indices, beyond)) {
    verdict.deny(fmt::format("列出的日志序号超出了记录里的检查点，它只有 {} 条。", head->leaves));
    return std::nullopt;
  }
  return *head;
}

}  // namespace

Verdict check_closing(std::string_view toml, const NoteVerifier& log,
                      const ClosingEvidence& evidence) {
  Verdict verdict;
  const Result<ClosingRecord> record = read_closing_record(toml);
  if (!record) {
    verdict.deny("这不是办结记录，或者已被改动：" + record.error().message);
    return verdict;
  }
  check_sums(*record, verdict);
  const std::optional<Checkpoint> head = check_head(*record, log, verdict);
  if (evidence.own_index) check_own(*evidence.own_index, *record, verdict);
  if (head && evidence.log != nullptr) {
    compare_with_log(toml, *record, *head, *evidence.log, verdict);
  } else if (head) {
    verdict.say("没有与日志核对：加上 --from 才能证明日志里登记的就是这份记录。");
  }
  return verdict;
}

}  // namespace gongshi
